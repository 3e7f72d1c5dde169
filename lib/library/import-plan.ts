import { sameContent } from './digest.ts';
import { isObject } from './is-object.ts';
import { mostNotes, tooManyNotes } from './limits.ts';
import { misfit } from './misfit.ts';
import { foldAliases } from './project-edits.ts';
import { readExport } from './read-export.ts';
import { type Library, projectAlone } from './read-library.ts';
import { done, type Result } from './result.ts';
import { Note, Project, Settings } from './schema.ts';
import { type Counts, type Incoming, type Rejected, sortRecords } from './sort-records.ts';
import { tagsField } from './tags.ts';
import { t } from './text.ts';

/** What an import would do. Nothing is done yet. */
export interface ImportPlan {
  projects: Counts;
  notes: Counts;
  /** `changed`: the settings would be replaced by the file's, but for those that it is older than. */
  settings: 'same' | 'changed' | 'rejected';
  /** Projects, notes and the settings (as one) together: what the command `import` expects. */
  totals: Counts;
  rejected: Rejected[];
  incoming: { projects: Incoming<Project>[]; notes: Incoming<Note>[]; settings: Settings | null };
}

/**
 * Compares the text of an export file with the library. Fails as `readExport` does; a bad record among good ones
 * is no failure but listed with its place and reason. `asThen`: the text is of a backup, and its records come in also where
 * yours are newer. `now`: where that is to be done, and not only looked at.
 */
export function planImport(
  text: string,
  library: Library,
  options: { ignoreChecksum: boolean; asThen?: boolean | undefined; now?: string },
): Result<ImportPlan> {
  const document = readExport(text, options);
  if (!document.ok) return document;

  const projects = sortRecords(
    document.value.projects,
    'projects',
    Project,
    library.projects.map(projectAlone),
    ({ tags = [], ...project }) => ({
      ...project,
      aliases: foldAliases(project.aliases),
      ...tagsField(tags),
    }),
    options,
  );
  const known = new Set([
    ...library.projects.map(({ id }) => id),
    ...projects.incoming.map(({ after }) => after.id),
  ]);
  const notes = sortRecords(
    document.value.notes,
    'notes',
    Note,
    library.notes,
    (note) => (known.has(note.projectId) ? note : t('lib.import.homeless')),
    options,
  );
  const wanted = library.notes.length + notes.counts.added;
  if (wanted > mostNotes) return tooManyNotes(wanted);

  const written = document.value.settings;
  const parsed = Settings.safeParse(isObject(written) ? { ...library.settings, ...written } : written);
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

const none: Counts = { added: 0, changed: 0, same: 0, rejected: 0 };

const sum = (a: Counts, b: Counts): Counts => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  same: a.same + b.same,
  rejected: a.rejected + b.rejected,
});
