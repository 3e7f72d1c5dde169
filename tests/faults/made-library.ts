import '../unit/words.ts';
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Command } from '../../lib/library/command.ts';
import { emptyBase } from '../../lib/library/empty.ts';
import { exportDocument, exportText } from '../../lib/library/export-file.ts';
import { planImport } from '../../lib/library/import-plan.ts';
import type { Library } from '../../lib/library/read-library.ts';
import type { Note } from '../../lib/library/schema.ts';
import { carryOut } from '../e2e/library.ts';

/** A library of so many projects with so many notes each; every note's body is its own. */
export function makeLibrary(projects: number, notesEach: number, padding = 0): Library {
  const at = Date.parse('2026-01-01T00:00:00.000Z');
  const all = Array.from({ length: projects }, (_, number) => ({
    id: randomUUID(),
    name: `Project ${number}`,
    aliases: [{ text: `$P${number}X`, site: null }],
    status: 'watching' as const,
    thesis: `Why ${number}`,
    createdAt: new Date(at + number).toISOString(),
    updatedAt: new Date(at + number).toISOString(),
    trashedAt: null,
  }));
  const notes = all.flatMap((project, number) =>
    Array.from({ length: notesEach }, (_, each): Note => {
      const date = new Date(at + (number * notesEach + each) * 1_000).toISOString();
      return {
        id: randomUUID(),
        projectId: project.id,
        kind: { type: 'note' },
        body: `Note ${each} of project ${number} ${noise(padding)}`.trim(),
        source: null,
        createdAt: date,
        updatedAt: date,
        trashedAt: null,
      };
    }),
  );
  return { projects: all, notes, settings: { ...emptyBase.settings, dwellMs: 450 } };
}

/** Text that does not compress, so that it fills the files of the store. */
function noise(length: number): string {
  let text = '';
  while (text.length < length) text += randomUUID();
  return text.slice(0, length);
}

/** The command that imports this library where none of it is. `settings`: those that are there already. */
export function importing(library: Library, settings = emptyBase.settings): Command {
  const text = exportText(exportDocument(library, { now: new Date().toISOString(), appVersion: '0.1.0' }));
  const empty: Library = { projects: [], notes: [], settings };
  const plan = planImport(text, empty, { ignoreChecksum: false });
  if (!plan.ok) throw new Error(plan.error.message);
  return { type: 'import', text, ignoreChecksum: false, expected: plan.value.totals };
}

/** Imports the library through the writer, from a page of the extension; as `importing` in all else. */
export const importInto = async (
  page: Page,
  library: Library,
  settings = emptyBase.settings,
): Promise<void> => {
  await carryOut(page, importing(library, settings));
};
