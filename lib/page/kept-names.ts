import type { RunSpan } from '../library/runs-question.ts';
import { isKept, type PageMention, placesOf } from './page-mention.ts';
import { type Block, type Piece, piecesOf, placeIn, type Run, runsOf } from './runs.ts';
import type { Scanner } from './scanner.ts';

/** As much as the background takes in one question. Nobody reads more of one block. */
const maxText = 20_000;
const maxBlocks = 100;

export interface KeptNames {
  /** Asks for what was not asked yet in these blocks, one question at a time. */
  look(blocks: readonly Block[]): Promise<void>;
  /** The library may have changed: what was found stays until it is asked for anew. */
  askAgain(): void;
}

/**
 * Finds the names, domains and addresses that the user keeps, which only the background can tell: `find` answers where
 * they stand in these texts. They join the mentions of their block; `onFound` is called after each answer.
 */
export function startKeptNames(
  scanner: Scanner,
  find: (runs: string[]) => Promise<RunSpan[][] | null>,
  onFound: () => void,
): KeptNames {
  /** The mentions that a block held when it was asked: it holds others once its text has changed. */
  let asked = new WeakMap<Block, readonly PageMention[]>();
  let asking = false;

  return {
    look,
    askAgain() {
      asked = new WeakMap();
    },
  };

  async function look(blocks: readonly Block[]): Promise<void> {
    if (asking) return;
    const before = asked;
    const question: { block: Block; held: readonly PageMention[]; run: Run }[] = [];
    let room = maxText;
    for (const block of blocks) {
      const held = scanner.held.blocks.get(block);
      if (!held || asked.get(block) === held) continue;
      const run = textOf(block, held);
      room -= run.text.length;
      if (room < 0 || question.length === maxBlocks) break;
      asked.set(block, held);
      if (/\p{L}/u.test(run.text)) question.push({ block, held, run });
    }
    if (question.length === 0) return;
    asking = true;
    const answer = await find(question.map(({ run }) => run.text));
    asking = false;
    for (const [i, { block, held, run }] of question.entries()) {
      // Its text is another by now.
      if (scanner.held.blocks.get(block) !== held) continue;
      const met = held.filter(isKept);
      const spans = answer?.[i] ?? [];
      if (met.length + spans.length === 0) continue;
      const found = spans.flatMap((span) => mentionAt(block, run, span, met) ?? []);
      const holds = [...held.filter((mention) => !isKept(mention)), ...found];
      scanner.held.put(block, holds);
      // Not if everything is to be asked anew meanwhile.
      before.set(block, holds);
    }
    onFound();
  }
}

/** The one that was found there before, if any: the card may be open on it. */
function mentionAt(
  block: Block,
  run: Run,
  { start, end, status }: RunSpan,
  met: readonly PageMention[],
): PageMention | null {
  const text = run.text.slice(start, end).replace(/\s+/g, ' ');
  const from = placeIn(piecesOf(run), start, false);
  if (!from || text.length > 300) return null;
  const same = met.find((old) => {
    const at = placesOf(old)?.from;
    return old.text === text && at?.node === from.node && at.offset === from.offset;
  });
  const mention = same ?? { key: text, text, kind: 'name', strength: 'weak', block, run, start, end };
  mention.kept = { known: true, status, notes: 0, ignored: false };
  return mention;
}

/** The runs of a block in one, each ended by a null, and with nulls for mentions: no name lies over one or goes on in the next run. */
function textOf(block: Block, held: readonly PageMention[]): Run {
  let text = '';
  const pieces: Piece[] = [];
  const starts = new Map<Text, number>();
  for (const run of runsOf(block)) {
    for (const { node, start } of piecesOf(run)) {
      starts.set(node, text.length + start);
      pieces.push({ node, start: text.length + start });
    }
    text += `${run.text}\0`;
    if (text.length > maxText) break;
  }
  let masked = '';
  for (const mention of held) {
    const at = isKept(mention) ? null : placesOf(mention);
    if (!at) continue;
    const start = (starts.get(at.from.node) ?? 0) + at.from.offset;
    const end = (starts.get(at.to.node) ?? 0) + at.to.offset;
    if (start >= masked.length && end > start)
      masked += text.slice(masked.length, start) + '\0'.repeat(end - start);
  }
  return { text: (masked + text.slice(masked.length)).slice(0, maxText), nodes: pieces };
}
