import { sameContent } from './digest.ts';
import { entryOf } from './index-of.ts';
import { noteKey, projectKey } from './keys.ts';
import { openQuestionsOf } from './open-questions.ts';
import type { PutAside } from './quarantine.ts';
import { newestFirst } from './recent.ts';
import { idIn, type JudgedCopy, type LibraryCopy } from './recovery-copy.ts';
import type { IndexEntry, Note, StoredProject } from './schema.ts';
import { t } from './text.ts';

type Notes = ReadonlyMap<string, Note>;
type Projects = ReadonlyMap<string, StoredProject>;

/** A record that is known to have been there and that nobody can read any more. */
export interface Lost {
  key: string;
  /** Name of the project, where that is still known. */
  name: string | null;
}

/**
 * Of each record the current copy's, if that copy is `sound`: an undo brings older ones back. Else the newer one; of two
 * that are equally new, the current copy's.
 */
export function newest<T extends { updatedAt: string }>(
  current: ReadonlyMap<string, T>,
  older: ReadonlyMap<string, T>,
  sound: boolean,
): Map<string, T> {
  const all = new Map(older);
  for (const [id, record] of current) {
    const other = all.get(id);
    if (!other || sound || record.updatedAt >= other.updatedAt) all.set(id, record);
  }
  return all;
}

/**
 * Keys of records that the current copy no longer refers to: removed once, with the removal lost. Only where that copy
 * is beyond doubt: anything else is rather shown once too often than lost. Nothing that the older copy has if its
 * manifest is lost: it may be the newer one.
 */
export function leftovers(
  current: JudgedCopy,
  older: JudgedCopy,
  projects: Projects,
  notes: Notes,
): { projects: string[]; notes: string[] } {
  const { index, manifest } = current;
  if (!index || !manifest || Object.keys(index.projects).length !== manifest.counts.projects)
    return { projects: [], notes: [] };
  const gone = (id: string) => !Object.hasOwn(index.projects, id);
  const trusted = new Map<string, Set<string>>();
  for (const [id, project] of current.projects) {
    const entry = index.projects[id];
    const shown = project.notes.filter((note) => notes.get(note)?.trashedAt === null).length;
    const readable = project.notes.every((note) => notes.has(note));
    if (entry && readable && sameContent(entry, entryOf(project, shown)))
      trusted.set(id, new Set(project.notes));
  }
  const perhapsNewer = older.manifest === null ? older : null;
  const stray = [...notes.values()].filter(
    ({ id, projectId }) => gone(projectId) || trusted.get(projectId)?.has(id) === false,
  );
  return {
    projects: [...projects.keys()].filter((id) => gone(id) && !perhapsNewer?.projects.has(id)),
    notes: stray.map(({ id }) => id).filter((id) => !perhapsNewer?.notes.has(id)),
  };
}

/** What the newest lists name and neither copy can give, and what the browser itself could not read. */
export function lostOf(current: JudgedCopy, older: JudgedCopy, projects: Projects, notes: Notes): Lost[] {
  const names = namesIn(current, older);
  const listed = Object.keys((current.index ?? older.index)?.projects ?? {});
  const lost = new Map<string, Lost>();
  const add = (key: string, name: string | null) => {
    const id = idIn(key);
    const found = key.startsWith('project:') ? projects.has(id) : key.startsWith('note:') && notes.has(id);
    if (!found) lost.set(key, { key, name });
  };
  for (const id of listed) add(projectKey(id), names.get(id) ?? null);
  for (const project of projects.values()) for (const id of project.notes) add(noteKey(id), project.name);
  for (const { unreadable, bad } of [current, older])
    for (const key of [...unreadable, ...bad.keys()])
      if (/^(project|note):/.test(key) && !lost.has(key)) add(key, null);
  return [...lost.values()];
}

/** Projects made from what the index says of them, for those that are lost themselves: nothing else holds their notes. */
export function stubsFor(
  notes: Notes,
  projects: Projects,
  current: JudgedCopy,
  older: JudgedCopy,
  now: string,
): StoredProject[] {
  const listed = Object.keys((current.index ?? older.index)?.projects ?? {});
  const ids = new Set([...listed, ...[...notes.values()].map(({ projectId }) => projectId)]);
  return [...ids]
    .filter((id) => !projects.has(id))
    .map((id) => {
      const entry = current.index?.projects[id] ?? older.index?.projects[id];
      const { name, status, aliases, tags, updatedAt, trashedAt }: Omit<IndexEntry, 'notes'> = entry ?? {
        name: t('lib.recovery.project'),
        status: null,
        aliases: [],
        updatedAt: now,
        trashedAt: null,
      };
      const own = {
        name,
        status,
        aliases,
        ...(tags && { tags }),
        trashedAt,
        updatedAt,
        createdAt: updatedAt,
      };
      return { id, ...own, thesis: '', notes: [], openQuestions: [] };
    });
}

/** The project with all of its notes: those it lists in its order, the others where their dates say. */
export function withNotes(project: StoredProject, notes: readonly Note[]): StoredProject {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const listed = new Set(project.notes);
  const kept = [...listed].flatMap((id) => byId.get(id) ?? []);
  const all = newestFirst(
    kept,
    notes.filter(({ id }) => !listed.has(id)),
  );
  return { ...project, notes: all.map(({ id }) => id), openQuestions: openQuestionsOf(all) };
}

/** Everything that was read, makes no sense or belongs to nothing, and goes to nobody's library. */
export function putAside(
  from: PutAside['from'],
  { records }: LibraryCopy,
  { bad }: JudgedCopy,
  stray: readonly string[],
): PutAside[] {
  const reasons = new Map(bad);
  for (const key of stray) if (records[key] !== undefined) reasons.set(key, t('lib.recovery.stray'));
  return [...reasons].map(([was, reason]) => ({ was, from, reason, value: records[was] }));
}

const namesIn = (current: JudgedCopy, older: JudgedCopy): Map<string, string> =>
  new Map(
    [older, current].flatMap(({ index }) =>
      Object.entries(index?.projects ?? {}).map(([id, { name }]): [string, string] => [id, name]),
    ),
  );
