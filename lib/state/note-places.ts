import { readRecords } from '../extension/storage.ts';
import { projectKey } from '../library/keys.ts';
import type { NotePlaces } from '../library/likely-meaning.ts';
import { parseProject } from '../library/parse.ts';
import { readNotes } from './read-notes.ts';

/** Records that are read before it is said which project is meant: the card is waiting for the answer. */
const reads = 20;

/**
 * Where the newest notes of these projects were taken, as many of each as 20 records tell; nothing of those beyond the
 * tenth. What cannot be read says nothing; other views tell of it.
 */
export async function readNotePlaces(ids: readonly string[]): Promise<Map<string, NotePlaces>> {
  const places = new Map<string, NotePlaces>();
  const asked = ids.slice(0, reads / 2);
  const looked = Math.floor((reads - asked.length) / Math.max(1, asked.length));
  const records = await readRecords(asked.map(projectKey));
  if (!records.ok) return places;
  for (const id of asked) {
    const project = parseProject(records.value, id);
    const read = project.ok ? await readNotes(project.value.notes, looked) : project;
    if (!read.ok) continue;
    const { notes } = read.value;
    const sites = new Map<string, number>();
    for (const { source } of notes) {
      const site = source && URL.parse(source.url)?.host;
      if (site) sites.set(site, (sites.get(site) ?? 0) + 1);
    }
    places.set(id, { newest: notes[0]?.createdAt ?? null, sites });
  }
  return places;
}
