import { noteKey, projectKey } from './keys.ts';
import type { Alias, Note, Project } from './schema.ts';
import { wordTable } from './word-table.ts';

/** What the search needs of a project; the index has all of it but the thesis. */
export type SearchedProject = Pick<Project, 'id' | 'name' | 'status' | 'updatedAt' | 'trashedAt'> & {
  aliases: Alias[];
  tags?: string[];
  thesis?: string;
};

/** One hit with what a list shows of it. */
export type Found =
  | { type: 'project'; project: SearchedProject }
  | { type: 'note'; note: Note; project: SearchedProject };

/** All hits, best first; each is only made when it is asked for, as there may be as many as there are notes. */
export interface Hits {
  count: number;
  at(row: number): Found | undefined;
}

/** Projects and notes, ready to be searched, and kept so by putting in what changed. */
export interface Search {
  /** In place of the one with this id, if there is one. */
  putProject(project: SearchedProject): void;
  /** Adds to the project with this id what its record alone has. */
  addThesis(id: string, thesis: string): void;
  putNote(note: Note): void;
  /** Takes out the project or the note with this id. */
  removeProject(id: string): void;
  removeNote(id: string): void;
  /** Every word of the query must be in a hit. Names come before texts, then the newest; nothing from the trash. */
  find(query: string): Hits;
}

/** A million of each; more than any library has. */
const documentBits = 2 ** 20;
const minuteBits = 2 ** 26;
/** As far as the two above leave room for it in a whole number. */
const bestFit = 127;

/** An empty search. */
export function createSearch(): Search {
  const words = wordTable();
  /** By number; null for what was replaced or taken out. */
  const documents: ({ type: 'project'; id: string } | { type: 'note'; note: Note } | null)[] = [];
  const minutes: number[] = [];
  const projects = new Map<string, SearchedProject>();
  const numbers = new Map<string, number>();

  function enter(key: string, document: NonNullable<(typeof documents)[number]>, written: string): number {
    remove(key);
    const number = documents.push(document) - 1;
    numbers.set(key, number);
    minutes.push(Math.floor(Date.parse(written) / 60_000));
    return number;
  }

  function remove(key: string): void {
    const number = numbers.get(key);
    if (number === undefined) return;
    numbers.delete(key);
    documents[number] = null;
  }

  function removeProject(id: string): void {
    projects.delete(id);
    remove(projectKey(id));
  }

  return {
    removeProject,
    removeNote: (id) => remove(noteKey(id)),
    putProject(project) {
      const { id, name, aliases, tags = [], thesis, updatedAt, trashedAt } = project;
      // Its notes are found no more, but stay for the day when it comes back.
      if (trashedAt !== null) return removeProject(id);
      projects.set(id, project);
      const number = enter(projectKey(id), { type: 'project', id }, updatedAt);
      words.add(number, 'names', [name, ...aliases.map(({ text }) => text), ...tags].join(' '));
      if (thesis) words.add(number, 'texts', thesis);
    },
    addThesis(id, thesis) {
      const number = numbers.get(projectKey(id));
      if (number !== undefined) words.add(number, 'texts', thesis);
    },
    putNote(note) {
      if (note.trashedAt !== null) return remove(noteKey(note.id));
      const number = enter(noteKey(note.id), { type: 'note', note }, note.createdAt);
      const { body, source } = note;
      words.add(number, 'texts', source ? `${body} ${source.title} ${source.quote}` : body);
    },
    find(query) {
      const fits = words.find(query, documents.length);
      const order = new Float64Array(fits.length);
      let count = 0;
      for (let number = 0; number < fits.length; number += 1) {
        const fit = fits[number] ?? 0;
        const document = fit > 0 ? documents[number] : null;
        if (!document || (document.type === 'note' && !projects.has(document.note.projectId))) continue;
        // Fit, date and number in one: numbers alone sort ten times as quickly as hits.
        order[count] = (Math.min(fit, bestFit) * minuteBits + (minutes[number] ?? 0)) * documentBits + number;
        count += 1;
      }
      const sorted = order.subarray(0, count).sort();
      return {
        count,
        at(row) {
          const number = (sorted[count - 1 - row] ?? -1) % documentBits;
          const document = documents[number];
          const project = projects.get(
            document?.type === 'note' ? document.note.projectId : (document?.id ?? ''),
          );
          if (!document || !project) return undefined;
          return document.type === 'note'
            ? { type: 'note', note: document.note, project }
            : { type: 'project', project };
        },
      };
    },
  };
}
