import type { Page } from 'playwright-core';
import { checksumOf } from '../../lib/library/digest.ts';
import type { ExportDocument } from '../../lib/library/export-schema.ts';
import { format } from '../../lib/library/migrate.ts';
import { version } from '../../lib/library/migration-steps.ts';
import { defaultSettings, statuses } from '../../lib/library/schema.ts';
import { carryOut } from '../e2e/library.ts';
import { sentences } from '../eval/generated-pages.ts';

export interface Size {
  projects: number;
  aliasesEach: number;
  notesEach: number;
}

const id = (kind: string, at: number): string => `${kind}-${String(at).padStart(9, '0')}`;

/** Capital letters that stand for a number: no two alike. */
const letters = (at: number): string =>
  Array.from({ length: 4 }, (_, place) => String.fromCharCode(65 + (Math.floor(at / 26 ** place) % 26))).join(
    '',
  );

/** Imports a made library of this size into an empty one. */
export async function fillLibrary(page: Page, { projects, aliasesEach, notesEach }: Size): Promise<void> {
  const createdAt = '2026-01-01T00:00:00.000Z';
  const common = { createdAt, updatedAt: createdAt, trashedAt: null };
  const texts = sentences(projects * notesEach);
  const library: Pick<ExportDocument, 'projects' | 'notes' | 'settings'> = {
    projects: Array.from({ length: projects }, (_, at) => ({
      id: id('project', at),
      name: `Project ${letters(at)}`,
      aliases: Array.from({ length: aliasesEach }, (_, alias) => ({
        text: `$${letters(at * aliasesEach + alias)}`,
        site: null,
      })),
      status: statuses[at % statuses.length] ?? null,
      thesis: '',
      ...common,
    })),
    notes: texts.map((body, at) => ({
      id: id('note', at),
      projectId: id('project', at % projects),
      kind: { type: 'note' },
      body,
      source: null,
      ...common,
    })),
    settings: defaultSettings,
  };
  const document: ExportDocument = {
    format,
    version,
    exportedAt: createdAt,
    app: { name: 'Underline', version: '0.1.0' },
    counts: { projects, notes: texts.length },
    checksum: checksumOf(library),
    ...library,
  };
  await carryOut(page, {
    type: 'import',
    text: JSON.stringify(document),
    ignoreChecksum: false,
    // The settings, which are the defaults, are the same.
    expected: { added: projects + texts.length, changed: 0, same: 1, rejected: 0 },
  });
}
