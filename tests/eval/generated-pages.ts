/** Pages made from a seed: the same ones in every run. */

/** A stream of numbers from 0 to below 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = (
  'the network team said last week that rewards would be paid to early users after a short delay and most holders ' +
  'expected the vote to pass without much noise while volume on the new market stayed thin because fees had doubled ' +
  'since spring yet nobody in the room could say who had asked for it or why'
).split(' ');

function writer(seed: number) {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const letters = (count: number, from: string) =>
    Array.from({ length: count }, () => from.charAt(below(from.length))).join('');
  const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const small = capitals.toLowerCase();
  return {
    below,
    prose: (count: number) => Array.from({ length: count }, () => pick(words)).join(' '),
    cashtag: () => `$${letters(3 + below(3), capitals)}`,
    handle: () => `@${letters(6 + below(7), small)}`,
    hashtag: () => `#${letters(1, capitals)}${letters(4 + below(8), small)}`,
  };
}

const html = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

/** 1 MB of prose in some 4,700 text nodes, with some 2,000 mentions. */
export function article(): string {
  const { below, prose, cashtag, handle, hashtag } = writer(4);
  const paragraphs: string[] = [];
  for (let length = 0; length < 1_000_000; length += paragraphs.at(-1)?.length ?? 0) {
    const mention = [cashtag, handle, hashtag][below(3)] as () => string;
    const second = below(3) === 0 ? ` ${cashtag()}` : '';
    paragraphs.push(
      `<p>${prose(60 + below(30))} ${mention()} ${prose(10)}${second}, <a href="/${paragraphs.length}">${prose(3)}</a> ${prose(15 + below(20))}.</p>`,
    );
  }
  return html('An article', paragraphs.join(''));
}

/** Posts of some ten text nodes and five mentions each, every mention in a link of its own. */
export function posts(count: number): string[] {
  const { below, prose, cashtag, handle, hashtag } = writer(5);
  const link = (mention: string) => `<a href="/${mention.slice(1)}"><span>${mention}</span></a>`;
  return Array.from(
    { length: count },
    () =>
      `<article><div class="by"><b>${prose(2)}</b>${link(handle())}<time>${1 + below(23)}h</time></div>` +
      `<div lang="en">${prose(4 + below(6))} ${link(cashtag())} ${prose(5 + below(9))} ${link(cashtag())}` +
      ` ${link(hashtag())} ${link(handle())}</div></article>`,
  );
}

/** 2,000 posts in some 20,000 text nodes, with 10,000 mentions. */
export const timeline = (): string => html('A timeline', posts(2_000).join('\n'));

/** A page that waits for what comes. */
export const blank = (): string => html('A blank page', '<p>Nothing yet.</p>');

/** A list of which only these rows exist, whatever is scrolled to. */
export const rows = (count: number): string =>
  html(
    'A list',
    `<style>.list { position: relative; height: 700px; overflow: hidden } .row { position: absolute; inset: 0 0 auto }</style>` +
      `<div class="list">${'<div class="row"></div>'.repeat(count)}</div>`,
  );

/** Short lines, each an element and a text node of its own, 100 a section; `mentions` of them, evenly, hold one. */
export function lines(count: number, mentions: number): string {
  const { below, prose, cashtag } = writer(6);
  const every = Math.floor(count / mentions);
  const line = (at: number) => {
    const mention = mentions > 0 && at % every === 0 ? ` ${cashtag()}` : '';
    return `<div>${prose(2 + below(4))}${mention}</div>`;
  };
  const sections = Array.from(
    { length: Math.ceil(count / 100) },
    (_, section) =>
      `<section>${Array.from({ length: 100 }, (_, at) => line(section * 100 + at)).join('')}</section>`,
  );
  return html('Lines', sections.join(''));
}

/** Ten million characters in one text node, with a mention every 10,000. */
export function longText(): string {
  const { prose, cashtag } = writer(7);
  const pieces: string[] = [];
  for (let length = 0; length < 10_000_000; length += pieces.at(-1)?.length ?? 0) {
    const piece = prose(40);
    pieces.push(`${`${piece} `.repeat(Math.ceil(10_000 / piece.length))}${cashtag()} `);
  }
  return html('A long text', `<p>${pieces.join('')}</p>`);
}

/** Plain sentences. */
export function sentences(count: number): string[] {
  const { below, prose } = writer(8);
  return Array.from({ length: count }, () => prose(8 + below(20)));
}
