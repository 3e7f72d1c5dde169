import { describe, expect, test } from 'vitest';
import { kinOf, likelySame } from '../../../components/card/offered-aliases.ts';
import type { ShownMention } from '../../../lib/mentions/card-talk.ts';

const kinds = { $: 'cashtag', '@': 'handle', '#': 'hashtag' } as const;
const mention = (text: string): ShownMention => ({
  key: text.toLowerCase(),
  text,
  kind: kinds[text[0] as keyof typeof kinds],
  strength: 'strong',
});

describe('likelySame', () => {
  test.each<[why: string, mention: string, beside: string[], same: string[]]>([
    ['the closing tags of a post', '$OPG', ['#OPG', '@OpenGradient'], ['#opg', '@opengradient']],
    ['the same word under another sigil, however written', '$OPG', ['#opg'], ['#opg']],
    ['the only handle beside the only ticker', '$TAO', ['@opentensor'], ['@opentensor']],
    ['two handles: either may be meant', '$TAO', ['@opentensor', '@const_reborn'], []],
    ['a list of tickers: the others are not meant', '$TAO', ['$OPG', '$BTC'], []],
    ['a handle beside several tickers could be any one’s', '$TAO', ['$OPG', '@OpenGradient'], []],
    ['the same word stands out of a list', '$OPG', ['$TAO', '#OPG'], ['#opg']],
    ['nothing beside', '$OPG', [], []],
  ])('%s', (_, text, beside, same) => {
    expect(likelySame(mention(text), beside.map(mention))).toEqual(same);
  });
});

describe('kinOf', () => {
  const meant = (...ids: string[]) =>
    ids.map((id) => ({ id, project: { name: `Project ${id}` } })) as ReturnType<Parameters<typeof kinOf>[2]>;
  const library: Record<string, ReturnType<typeof meant>> = {
    '@opengradient': meant('1'),
    '#opg': meant('1', '2'),
    $tao: meant('3'),
  };
  test.each<[why: string, mention: string, beside: string[], id: string | null]>([
    ['the handle beside it means one project', '$OPG', ['@OpenGradient'], '1'],
    ['one that may mean two is passed over', '$OPG', ['#OPG'], null],
    ['the next likely one counts then', '$OPG', ['#OPG', '@OpenGradient'], '1'],
    ['a known ticker in a list is another project', '$OPG', ['$TAO'], null],
    ['nothing beside is known', '$OPG', ['@somebody'], null],
  ])('%s', (_, text, beside, id) => {
    const kin = kinOf(mention(text), beside.map(mention), ({ key }) => library[key] ?? []);
    expect(kin?.id ?? null).toBe(id);
  });
});
