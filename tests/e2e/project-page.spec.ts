import type { Page } from '@playwright/test';
import { emptyBase } from '../../lib/library/empty.ts';
import type { Note, NoteKind, StoredProject } from '../../lib/library/schema.ts';
import { forgetLibrary, putRecords, recordsOf } from './big-library.ts';
import { look, settles } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { scrollingSideways } from './reflow.ts';
import { openProject } from './surfaces.ts';
import { chip, openLibrary, row } from './tagged.ts';

// Each state is looked at three times and once zoomed in.
test.describe.configure({ timeout: 240_000 });

const size = { width: 400, height: 640 };
const id = 'opengradient';
const plain: NoteKind = { type: 'note' };
const month = (at: number) => new Date(Date.UTC(2025, at, 12, 12)).toISOString();

/** Thirty notes, one a month, the newest first; the oldest two are an open question and where it was met. */
function library(): Record<string, unknown> {
  const kindOf = (at: number): NoteKind => {
    if (at === 1) return { type: 'question', answer: 'open' };
    if (at === 8) return { type: 'evidence', bearing: 'supports' };
    return at === 7 ? { type: 'evidence', bearing: 'contradicts' } : plain;
  };
  const notes = Array.from({ length: 30 }, (_, at): Note => {
    const date = month(at - 21);
    return {
      id: `note-${String(at).padStart(4, '0')}`,
      projectId: id,
      kind: kindOf(at),
      body: `Body ${at}`,
      source:
        at % 2 === 0
          ? { url: `https://example.org/${at % 4}`, title: `Post ${at % 4}`, quote: '', author: null, date }
          : null,
      createdAt: date,
      updatedAt: date,
      trashedAt: null,
    };
  });
  const project: StoredProject = {
    id,
    name: 'OpenGradient',
    aliases: [{ text: '$OPG', site: null }],
    status: 'watching',
    thesis: 'Proofs become a line item',
    createdAt: month(-21),
    updatedAt: month(8),
    trashedAt: null,
    notes: notes.map((note) => note.id).reverse(),
    openQuestions: ['note-0001'],
  };
  return { ...recordsOf([project], notes), settings: emptyBase.settings };
}

const notesIn = (panel: Page) => panel.getByRole('list', { name: 'Notes' });

test('everything of a project on one page: open questions first, then what was noted, by month', async ({
  openExtensionPage,
  worker,
}) => {
  await putRecords(worker, library());
  const panel = await openExtensionPage('sidepanel.html');
  await panel.setViewportSize(size);
  await forgetLibrary(panel);
  await openProject(panel, 'Watching');

  await test.step('the open question, though eighteen notes are newer', async () => {
    const questions = panel.getByRole('list', { name: 'Open questions' });
    await expect(questions.getByRole('article')).toHaveText([/Body 1$/]);
    await expect(panel.getByRole('heading', { name: '1 open question' })).toBeVisible();
  });

  await test.step('the months, the newest first', async () => {
    const months = notesIn(panel).getByRole('heading');
    await expect(months.first()).toHaveText('September 2025');
    await expect(months).toHaveCount(18);
    await panel.getByRole('button', { name: 'Show older notes' }).click();
    await expect(notesIn(panel).getByRole('article')).toHaveCount(29);
    await expect(months.last()).toHaveText('April 2023');
    await expect(notesIn(panel).getByText('Body 1', { exact: true })).toHaveCount(0);
  });

  await test.step('for and against differ in shape, colour and words', async () => {
    const marked = (body: string) => {
      const note = notesIn(panel).getByRole('article').filter({ hasText: body });
      return note.evaluate((it) => {
        const icon = it.querySelector('svg');
        return {
          shape: icon?.innerHTML,
          colour: icon && getComputedStyle(icon).color,
          words: it.textContent,
        };
      });
    };
    const [supports, contradicts] = [await marked('Body 8'), await marked('Body 7')];
    expect(supports.shape).not.toBe(contradicts.shape);
    expect(supports.colour).not.toBe(contradicts.colour);
    expect(supports.words).toContain('supports');
    expect(contradicts.words).toContain('contradicts');
  });

  await test.step('where it was met, and what it was read in', async () => {
    const origins = panel.getByRole('complementary', { name: 'Where it was met' });
    await expect(origins.getByText('First seen Apr 12, 2023')).toBeVisible();
    await expect(origins.getByRole('listitem')).toHaveText([/Post 0.*×8/s, /Post 2.*×7/s]);
  });
  await look(panel, 'project', { size });

  await test.step('a note written now stands under today; an answered question among the others', async () => {
    await panel.getByRole('textbox', { name: 'New note' }).fill('Of today');
    await panel.keyboard.press('Enter');
    await expect(notesIn(panel).getByRole('heading').first()).toHaveText('Today');
    await expect(notesIn(panel).getByRole('article').first()).toContainText('Of today');
    const question = panel.getByRole('list', { name: 'Open questions' }).getByRole('article');
    await question.hover();
    await question.getByRole('button', { name: 'Edit note' }).click();
    await panel.getByRole('combobox', { name: 'The question is' }).selectOption('Answered');
    const questions = panel.getByRole('list', { name: 'Open questions' });
    await questions.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(questions).toHaveCount(0);
    await expect(notesIn(panel).getByText('Body 1', { exact: true })).toBeVisible();
    const hasFocus = () => panel.evaluate(() => document.activeElement !== document.body);
    await expect.poll(hasFocus, 'the focus did not go with the question').toBe(true);
  });

  await test.step('the focus stays on the page when a note goes', async () => {
    await notesIn(panel).getByRole('article').first().hover();
    await notesIn(panel).getByRole('button', { name: 'Delete note' }).first().click();
    await expect(notesIn(panel).getByText('Of today')).toHaveCount(0);
    await expect.poll(() => panel.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  await test.step('in a wide panel the sources stand beside the notes', async () => {
    const box = (name: string) => panel.getByRole('complementary', { name }).boundingBox();
    expect((await box('Where it was met'))?.x).toBeLessThan(100);
    await panel.setViewportSize({ width: 720, height: 640 });
    await expect.poll(async () => (await box('Where it was met'))?.x).toBeGreaterThan(400);
    await settles(() => scrollingSideways(panel), 'wide');
  });
});

test('a project opens with its tags, not with a gap that they come into', async ({ openExtensionPage }) => {
  const panel = await openLibrary(openExtensionPage, { Akash: ['Compute'] });
  await panel.waitForLoadState('networkidle');
  await panel.evaluate(() => {
    const look = () => {
      const gap =
        document.querySelector('[aria-label=Name]') &&
        !document.querySelector('[role=combobox][aria-label="Add a tag"]');
      if (gap) document.body.dataset.gap = 'seen';
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  });
  await row(panel, 'Akash').click();
  await expect(chip(panel, 'Compute')).toBeVisible();
  await expect(panel.locator('body')).not.toHaveAttribute('data-gap');
});
