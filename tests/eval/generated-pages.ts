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

/** 2,000 posts in some 20,000 text nodes, with 10,000 mentions, each in a link of its own. */
export function timeline(): string {
  const { below, prose, cashtag, handle, hashtag } = writer(5);
  const link = (mention: string) => `<a href="/${mention.slice(1)}"><span>${mention}</span></a>`;
  const posts = Array.from(
    { length: 2_000 },
    () =>
      `<article><div class="by"><b>${prose(2)}</b>${link(handle())}<time>${1 + below(23)}h</time></div>` +
      `<div lang="en">${prose(4 + below(6))} ${link(cashtag())} ${prose(5 + below(9))} ${link(cashtag())}` +
      ` ${link(hashtag())} ${link(handle())}</div></article>`,
  );
  return html('A timeline', posts.join('\n'));
}
