import type * as z from 'zod';
import { sameContent } from './digest.ts';
import { misfit } from './place.ts';
import { foldAliases } from './project-edits.ts';
import { readExport } from './read-export.ts';
import { type Library, projectAlone } from './read-library.ts';
import { done, type Result } from './result.ts';
import { Note, Project, Settings } from './schema.ts';

export interface Counts {
  added: number;
  changed: number;
  same: number;
  rejected: number;
}

/** A record that would come in: `before` is yours, `null` if it is new. */
export interface Incoming<T> {
  before: T | null;
  after: T;
}

/** A record that stays out: where it stands in the file, such as `notes[3].body`, and why. */
export interface Rejected {
  place: string;
  reason: string;
}

/** What an import would do. Nothing is done yet. */
export interface ImportPlan {
  projects: Counts;
  notes: Counts;
  /** `changed`: all settings would be replaced by the file's. */
  settings: 'same' | 'changed' | 'rejected';
  /** Projects, notes and the settings (as one) together: what the command `import` expects. */
  totals: Counts;
  rejected: Rejected[];
  incoming: { projects: Incoming<Project>[]; notes: Incoming<Note>[]; settings: Settings | null };
}

/**
 * Compares the text of an export file with the library. Fails as `readExport` does; a bad record among good ones
 * is no failure but listed with its place and reason.
 */
export function planImport(
  text: string,
  library: Library,
  options: { ignoreChecksum: boolean },
): Result<ImportPlan> {
  const document = readExport(text, options);
  if (!document.ok) return document;

  const projects = sorted(
    document.value.projects,
    'projects',
    Project,
    library.projects.map(projectAlone),
    (project) => ({
      ...project,
      aliases: foldAliases(project.aliases),
    }),
  );
  const known = new Set([
    ...library.projects.map(({ id }) => id),
    ...projects.incoming.map(({ after }) => after.id),
  ]);
  const notes = sorted(document.value.notes, 'notes', Note, library.notes, (note) =>
    known.has(note.projectId) ? note : 'its project is neither in the file nor in your library',
  );

  const parsed = Settings.safeParse(document.value.settings);
  const settings = !parsed.success
    ? 'rejected'
    : sameContent(parsed.data, library.settings)
      ? 'same'
      : 'changed';
  const rejected = [...projects.rejected, ...notes.rejected];
  if (!parsed.success) rejected.push(misfit(parsed.error, ['settings']));
  const ofSettings = { ...none, [settings]: 1 };
  return done({
    projects: projects.counts,
    notes: notes.counts,
    settings,
    totals: sum(sum(projects.counts, notes.counts), ofSettings),
    rejected,
    incoming: {
      projects: projects.incoming,
      notes: notes.incoming,
      settings: parsed.success && settings === 'changed' ? parsed.data : null,
    },
  });
}

interface Sorted<T> {
  incoming: Incoming<T>[];
  rejected: Rejected[];
  counts: Counts;
}

/** Sorts the file's records by what would come of them. `admit` answers the record to take in, or why not. */
function sorted<T extends { id: string; updatedAt: string }>(
  records: unknown[],
  list: 'projects' | 'notes',
  schema: z.ZodType<T>,
  yours: T[],
  admit: (record: T) => T | string,
): Sorted<T> {
  const byId = new Map(yours.map((record) => [record.id, record]));
  const placeById = new Map<string, number>();
  const incoming: Incoming<T>[] = [];
  const rejected: Rejected[] = [];
  let same = 0;

  for (const [at, unread] of records.entries()) {
    const parsed = schema.safeParse(unread);
    if (!parsed.success) {
      rejected.push(misfit(parsed.error, [list, at]));
      continue;
    }
    const { id } = parsed.data;
    const earlier = placeById.get(id);
    if (earlier !== undefined) {
      rejected.push({ place: `${list}[${at}].id`, reason: `is the id of ${list}[${earlier}] already` });
      continue;
    }
    const admitted = admit(parsed.data);
    if (typeof admitted === 'string') {
      rejected.push({ place: `${list}[${at}].projectId`, reason: admitted });
      continue;
    }
    placeById.set(id, at);
    const before = byId.get(id) ?? null;
    if (before === null || admitted.updatedAt > before.updatedAt) incoming.push({ before, after: admitted });
    else if (sameContent(before, admitted)) same += 1;
    else rejected.push({ place: `${list}[${at}]`, reason: 'yours is newer and stays' });
  }
  const added = incoming.filter(({ before }) => before === null).length;
  return {
    incoming,
    rejected,
    counts: { added, changed: incoming.length - added, same, rejected: rejected.length },
  };
}

const none: Counts = { added: 0, changed: 0, same: 0, rejected: 0 };

const sum = (a: Counts, b: Counts): Counts => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  same: a.same + b.same,
  rejected: a.rejected + b.rejected,
});
