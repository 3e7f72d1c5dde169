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
/** What a repair put aside: where it lies, for each. */
export const quarantineKey = 'quarantine';
/** One record that a repair put aside, found under `key` in one of the two copies. `repair` tells repairs apart. */
export const asideKey = (repair: string, from: string, key: string): string =>
  `aside:${repair}:${from}:${key}`;
/** From which copy and key what lies here was put aside; null if it was not. */
export function asideFrom(key: string): { from: 'store' | 'mirror'; was: string } | null {
  const [, from, was] = /^aside:[^:]*:(store|mirror):(.+)$/s.exec(key) ?? [];
  return (from === 'store' || from === 'mirror') && was !== undefined ? { from, was } : null;
}

/** Whether a project or a note lies under this key. */
export const isRecordKey = (key: string): boolean => /^(project|note):/.test(key);

/** Session key of how the library is. */
export const healthKey = 'health';
