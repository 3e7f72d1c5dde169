/** Where each record lies in `storage.local`. */
export const indexKey = 'index';
export const manifestKey = 'manifest';
export const settingsKey = 'settings';
export const draftsKey = 'drafts';
export const operationsKey = 'ops';

/** What the writer reads before any command. */
export const baseKeys = [indexKey, manifestKey, settingsKey, draftsKey, operationsKey];

/** The project with this id, with what follows from its notes. */
export const projectKey = (id: string): string => `project:${id}`;
/** The note with this id. */
export const noteKey = (id: string): string => `note:${id}`;
/** What the import with this operation id replaced. */
export const undoKey = (op: string): string => `undo:${op}`;
