import { checksumOf } from '../../lib/library/digest.ts';
import { exportDocument } from '../../lib/library/export-file.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, carryOut, keepProject } from '../e2e/library.ts';
import { expectMirrored, expectWhole, notesIn } from './copies.ts';
import { makeLibrary } from './made-library.ts';

test('text that was cut within an emoji damages nothing: the manifest is of what the browser stores', async ({
  openExtensionPage,
}) => {
  const popup = await openExtensionPage('popup.html');
  await test.step('the browser does not store half of a character as it is', async () => {
    const found = await popup.evaluate(async () => {
      const half = '😀'.slice(0, 1);
      await chrome.storage.local.set({ probe: `cut ${half}` });
      const { probe } = await chrome.storage.local.get('probe');
      await chrome.storage.local.remove('probe');
      return { changed: probe !== `cut ${half}`, probe };
    });
    expect(found).toEqual({ changed: true, probe: 'cut \uFFFD' });
  });

  const id = await keepProject(popup, 'OpenGradient', ['$OPG']);
  await addNote(popup, id, 'Whole 😀');
  await test.step('in a note', async () => {
    const answer = await popup.evaluate(async (projectId) => {
      const half = '😀'.slice(0, 1);
      const command = {
        ...{ type: 'add-note', projectId, kind: { type: 'note' }, body: `cut ${half}` },
        source: {
          url: 'https://example.org/',
          title: half,
          quote: `cut ${half}`,
          author: null,
          date: new Date().toISOString(),
        },
      };
      const data = { op: crypto.randomUUID(), command };
      return (await chrome.runtime.sendMessage({ type: 'run', data })).answer.ok;
    }, id);
    expect(answer).toBe(true);
    const records = await expectWhole(popup);
    expect(notesIn(records).map(({ body }) => body)).toContain('cut \uFFFD');
  });

  await test.step('in a file', async () => {
    const library = makeLibrary(1, 2);
    const document = exportDocument(library, { now: new Date().toISOString(), appVersion: '0.1.0' });
    const { projects, settings } = document;
    const notes = document.notes.map((note) => ({ ...note, body: `${note.body} 😀` }));
    // As text in which one half is written out.
    const whole = JSON.stringify({ ...document, notes });
    const text = whole.replaceAll('😀', '\\ud83d');
    const checksum = checksumOf({ projects, notes: JSON.parse(text).notes, settings });
    const expected = { added: 3, changed: 1, same: 0, rejected: 0 };
    await carryOut(popup, {
      type: 'import',
      text: text.replace(document.checksum, checksum),
      ignoreChecksum: false,
      expected,
    });
    const records = await expectWhole(popup);
    expect(notesIn(records).filter(({ body }) => body.endsWith(' \uFFFD'))).toHaveLength(3);
    await expectMirrored(popup);
  });

  await test.step('and so there are backups', async () => {
    const options = await openExtensionPage('options.html#data');
    await options.getByRole('button', { name: 'Check every record' }).click();
    await expect(options.getByText('Every record is as it was saved')).toBeVisible();
    await options.getByRole('button', { name: 'Back up now' }).click();
    await expect(options.getByText('Backed up')).toBeVisible();
  });
});
