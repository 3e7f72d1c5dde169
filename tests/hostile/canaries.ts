import type { Page } from '@playwright/test';
import { addNote, carryOut, keepProject } from '../e2e/library.ts';

/** Words that stand in the user's library and nowhere else: whoever reads one has read the library. */
export const canaries = {
  name: 'Vexlumzan Labs',
  thesis: 'quorvith-thesis: they ship before they speak',
  note: 'brindlefax-note: margins looked invented',
  question: 'zymphora-question: who pays for the inference?',
  draft: 'plundertwig-draft: half a thought',
};

/** Texts of a page, of which the library of `keepCanaries` knows the first half. */
export const mentions = {
  known: ['$VXLM', '@velmarin', '#velmar', '$BRND', '@brandoril'],
  unknown: ['$ZZKL', '@zzklabs', '#zzkl', '$PLMB', '@plumbob'],
};

/** A feed in which known and unknown mentions alternate, one a post, each in a span with its own id. */
export const feed: string = mentions.known
  .flatMap((known, i) => [known, mentions.unknown[i] ?? ''])
  .map((text, i) => `<p id="post-${i}">Post ${i} speaks of <span id="mention-${i}">${text}</span> today.</p>`)
  .join('\n');

/** Keeps two projects with a canary in every field, which know half of the mentions of `feed`. Answers their ids. */
export async function keepCanaries(surface: Page): Promise<string[]> {
  const first = await keepProject(surface, canaries.name, mentions.known.slice(0, 3), 'convinced');
  const second = await keepProject(surface, `${canaries.name} Two`, mentions.known.slice(3), 'passed');
  await carryOut(surface, {
    type: 'edit-project',
    id: first,
    thesis: canaries.thesis,
  });
  await addNote(surface, first, canaries.note);
  await carryOut(surface, {
    type: 'add-note',
    projectId: first,
    kind: { type: 'question', answer: 'open' },
    body: canaries.question,
    source: null,
  });
  await carryOut(surface, { type: 'keep-draft', about: second, body: canaries.draft });
  return [first, second];
}
