import type { Page } from '@playwright/test';
import { checksumOf } from '../../lib/library/digest.ts';
import { stored } from './commands.ts';
import { exportFrom } from './export.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject } from './library.ts';

interface Document {
  format: string;
  version: number;
  counts: { projects: number; notes: number };
  checksum: string;
  // What a test breaks on purpose has no shape.
  projects: Record<string, unknown>[];
  notes: Record<string, unknown>[];
  settings: Record<string, unknown>;
}

const textOf = (document: unknown) => JSON.stringify(document, null, 2);

/** The document with counts and checksum as they would be, had Underline written it like this. */
const sealed = (document: Document): Document => {
  const { projects, notes, settings } = document;
  const counts = { projects: projects.length, notes: notes.length };
  return { ...document, counts, checksum: checksumOf({ projects, notes, settings }) };
};

const edited = (document: Document, edit: (copy: Document) => void): Document => {
  const copy = structuredClone(document);
  edit(copy);
  return copy;
};

const choose = (page: Page, content: string | Buffer, name = 'file.json') =>
  page.getByLabel(/choose an export file/i).setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });

/** The records, without what the writer keeps for itself. */
const records = async (page: Page) =>
  Object.fromEntries(
    Object.entries(await stored(page)).filter(([key]) => /^(project:|note:|index$|settings$)/.test(key)),
  );

/** A library of one project with a note, and the file it exports to. */
async function openWithLibrary(openExtensionPage: (path: string) => Promise<Page>, file: string) {
  const page = await openExtensionPage('sidepanel.html#import');
  const id = await keepProject(page, 'OpenGradient', ['$OPG', '@OpenGradient'], 'watching');
  const noteId = await addNote(page, id, 'Who pays for the proofs?');
  const surface = await openExtensionPage('sidepanel.html');
  const { document } = (await exportFrom(surface, file)) as { document: Document };
  await surface.close();
  return { page, id, noteId, document };
}

const cut = (text: string) => text.slice(0, Math.floor(text.length / 2));

const refused: { what: string; content: (document: Document) => string | Buffer; says: RegExp }[] = [
  {
    what: 'a file that was cut off',
    content: (it) => cut(textOf(it)),
    says: /not JSON: line \d+, column \d+ cannot be read/,
  },
  { what: 'an empty file', content: () => '', says: /not JSON: line 1, column 1 / },
  { what: 'null', content: () => 'null', says: /not an export of Underline: "format"/ },
  { what: 'a list', content: () => '[]', says: /not an export of Underline: "format"/ },
  {
    what: 'text in another encoding',
    content: (it) => Buffer.from(textOf(it), 'utf16le'),
    says: /not JSON: line 1, column 2 /,
  },
  {
    what: 'the export of something else',
    content: (it) => textOf({ ...it, format: 'netscape-bookmarks' }),
    says: /"format" is not "underline-export"/,
  },
  {
    what: 'a later version',
    content: (it) => textOf({ ...it, version: 2 }),
    says: /written by a newer Underline/,
  },
  {
    what: 'a version that never was',
    content: (it) => textOf({ ...it, version: 'one' }),
    says: /"version" is not a version/,
  },
  {
    what: 'projects that are no list',
    content: (it) => textOf({ ...it, projects: {} }),
    says: /can not be read \(projects: .*original file/,
  },
  {
    what: 'a letter changed after the export',
    content: (it) => textOf(it).replace('Who pays', 'Who plays'),
    says: /does not match its checksum/,
  },
  {
    what: 'a note taken out after the export',
    content: (it) => textOf({ ...it, notes: [] }),
    says: /"counts" says 1 notes, but the file holds 0/,
  },
  {
    what: 'lists a hundred thousand deep',
    content: () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    says: /more than 32 levels deep/,
  },
  {
    what: 'lists a hundred thousand deep that never end',
    content: () => '['.repeat(100_000),
    says: /not JSON: line 1, column 100001 /,
  },
  {
    what: 'an object whose prototype claims to be an export',
    content: (it) => `{"__proto__": ${textOf(it)}}`,
    says: /"format" is not/,
  },
];

test('what cannot be imported says why and where, and the store is the same to the byte', async ({
  openExtensionPage,
}, testInfo) => {
  const { page, document } = await openWithLibrary(openExtensionPage, testInfo.outputPath('mine.json'));
  const before = JSON.stringify(await stored(page));
  for (const { what, content, says } of refused) {
    await test.step(what, async () => {
      await choose(page, content(document), `${what}.json`);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(`${what}.json`);
      await expect(alert).toHaveText(says);
      await expect(alert).toContainText('Your library is unchanged.');
      expect(JSON.stringify(await stored(page))).toBe(before);
    });
  }
  expect(await page.evaluate(() => Reflect.get({}, 'format'))).toBeUndefined();
});

test('a changed file can be looked into all the same, after it was said', async ({
  openExtensionPage,
}, testInfo) => {
  const { page, document, noteId } = await openWithLibrary(
    openExtensionPage,
    testInfo.outputPath('mine.json'),
  );
  const changed = edited(document, ({ notes }) => {
    Object.assign(notes[0] ?? {}, { body: 'Who plays?', updatedAt: new Date(Date.now()).toISOString() });
  });
  await choose(page, textOf(changed));
  await page.getByRole('button', { name: 'Look inside anyway' }).click();
  await expect(page.getByRole('row', { name: /notes/i })).toHaveText('Notes0100');
  await page.getByRole('button', { name: 'Import 1' }).click();
  await expect(page.getByText('Imported 1 from file.json')).toBeVisible();
  expect((await stored(page))[`note:${noteId}`]).toMatchObject({ body: 'Who plays?' });
});

test('a file that begins with a byte order mark is read', async ({ openExtensionPage }, testInfo) => {
  const { page, document } = await openWithLibrary(openExtensionPage, testInfo.outputPath('mine.json'));
  await choose(page, `\uFEFF${textOf(document)}`);
  await expect(page.getByText('Nothing new in file.json')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import 0' })).toBeDisabled();
});

const badRecords: { why: string; add: (document: Document) => void; place: RegExp; reason: RegExp }[] = [
  {
    why: 'a project without a name',
    add: ({ projects }) => projects.push({ ...projects[0], id: 'without-a-name', name: '  ' }),
    place: /^projects\[2\]\.name$/,
    reason: /must not be empty/,
  },
  {
    why: 'an id that every object has',
    add: ({ projects }) => projects.push({ ...projects[0], id: '__proto__' }),
    place: /^projects\[3\]\.id$/,
    reason: /name that every object has|must be an id/,
  },
  {
    why: 'an alias that is none',
    add: ({ projects }) =>
      projects.push({ ...projects[0], id: 'with-bad-alias', aliases: [{ text: '$100', site: null }] }),
    place: /^projects\[4\]\.aliases\[0\]\.text$/,
    reason: /must be a \$cashtag/,
  },
  {
    why: 'a note whose project is nowhere',
    add: ({ notes }) => notes.push({ ...notes[0], id: 'a-lost-note', projectId: 'nobody-has-this' }),
    place: /^notes\[2\]\.projectId$/,
    reason: /neither in the file nor in your library/,
  },
  {
    why: 'the same id twice',
    add: ({ notes }) => notes.push({ ...notes[1] }),
    place: /^notes\[3\]\.id$/,
    reason: /is the id of notes\[1\] already/,
  },
  {
    why: 'a date that is none',
    add: ({ notes }) => notes.push({ ...notes[0], id: 'a-dateless-note', createdAt: 'yesterday' }),
    place: /^notes\[4\]\.createdAt$/,
    reason: /./,
  },
  {
    why: 'a key that would change every object',
    add: ({ notes }) =>
      notes.push(
        JSON.parse(`{ ${textOf({ ...notes[0], id: 'a-tricky-note' }).slice(1, -1)}, "__proto__": {} }`),
      ),
    place: /^notes\[5\]/,
    reason: /./,
  },
];

test('bad records among good ones are listed with place and reason; the good ones come in, and Undo takes them out', async ({
  openExtensionPage,
}, testInfo) => {
  const { page, document } = await openWithLibrary(openExtensionPage, testInfo.outputPath('mine.json'));
  const file = edited(document, (copy) => {
    copy.projects.push({ ...copy.projects[0], id: 'a-good-project', name: 'Render' });
    copy.notes.push({ ...copy.notes[0], id: 'a-good-note', projectId: 'a-good-project', body: 'Fine' });
    for (const { add } of badRecords) add(copy);
  });
  const before = await records(page);
  const bytes = JSON.stringify(await stored(page));
  await choose(page, textOf(sealed(file)));

  await test.step('the dry run', async () => {
    await expect(page.getByRole('row', { name: /projects/i })).toHaveText('Projects1013');
    await expect(page.getByRole('row', { name: /notes/i })).toHaveText('Notes1014');
    await page.getByText(`Left out: ${badRecords.length}`).click();
    const left = page.getByRole('listitem').filter({ has: page.locator('code') });
    await expect(left).toHaveCount(badRecords.length);
    for (const { why, place, reason } of badRecords) {
      const places = page.locator('code').getByText(place);
      await expect(left.filter({ has: places }), why).toHaveText(reason);
    }
    expect(JSON.stringify(await stored(page)), 'a dry run writes nothing').toBe(bytes);
  });

  await test.step('the import', async () => {
    await page.getByRole('button', { name: 'Import 2' }).click();
    await expect(page.getByText('Imported 2 from file.json')).toBeVisible();
    const after = await stored(page);
    expect(Object.keys(after).filter((key) => /^(project|note):/.test(key))).toHaveLength(4);
    expect(after['note:a-good-note']).toMatchObject({ body: 'Fine' });
  });

  await test.step('the undo', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('The import is undone')).toBeVisible();
    expect(await records(page)).toEqual(before);
  });
});

test('a library that changed between dry run and import is not imported into', async ({
  openExtensionPage,
}, testInfo) => {
  const { page, id, document } = await openWithLibrary(openExtensionPage, testInfo.outputPath('mine.json'));
  const newer = edited(document, ({ projects }) => {
    Object.assign(projects[0] ?? {}, { name: 'From the file', updatedAt: new Date().toISOString() });
  });
  await choose(page, textOf(sealed(newer)));
  await expect(page.getByRole('row', { name: /projects/i })).toHaveText('Projects0100');
  await carryOut(page, { type: 'edit-project', id, name: 'Mine, and newer', thesis: '' });
  const before = JSON.stringify(await stored(page));

  await page.getByRole('button', { name: 'Import 1' }).click();
  await expect(page.getByRole('alert')).toContainText('Your library is unchanged.');
  expect(JSON.stringify(await stored(page))).toBe(before);

  await page.getByRole('button', { name: 'Compare again' }).click();
  await expect(page.getByText('projects[0]')).toBeVisible();
  await expect(page.getByText('yours is newer and stays')).toBeVisible();
});

test('an undo leaves alone what changed since the import, and says so', async ({
  openExtensionPage,
}, testInfo) => {
  const { page, document } = await openWithLibrary(openExtensionPage, testInfo.outputPath('mine.json'));
  const more = edited(document, ({ projects }) => {
    projects.push({ ...projects[0], id: 'first-of-two', name: 'Render' });
    projects.push({ ...projects[0], id: 'second-of-two', name: 'Akash' });
  });
  await choose(page, textOf(sealed(more)));
  await page.getByRole('button', { name: 'Import 2' }).click();
  await expect(page.getByText('Imported 2 from file.json')).toBeVisible();
  await carryOut(page, { type: 'set-status', id: 'first-of-two', status: 'passed' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone, except 1 that changed since the import')).toBeVisible();
  const after = await stored(page);
  expect(after['project:first-of-two']).toMatchObject({ name: 'Render', status: 'passed' });
  expect(after).not.toHaveProperty('project:second-of-two');
});
