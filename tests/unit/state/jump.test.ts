import './browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, describe, expect, it } from 'vitest';
import type { CountedMention } from '../../../lib/library/page-report.ts';
import { jump, keyAt, nextTurn } from '../../../lib/state/jump.ts';
import { useThisPage } from '../../../lib/state/this-page.ts';

const mention = (text: string, count: number): CountedMention => ({
  key: text.toLowerCase(),
  text,
  kind: 'cashtag',
  strength: 'strong',
  count,
});
const opg = [mention('$OPG', 2), mention('@OpenGradient', 1)];

/** The keys that so many steps this way lead to. */
function walked(mentions: CountedMention[], by: 1 | -1, steps: number): (string | null)[] {
  let turn: number | undefined;
  return Array.from({ length: steps }, () => {
    turn = nextTurn(turn, mentions, by);
    return keyAt(turn, mentions);
  });
}

/** A tab whose page and frames answer as ours do, each with the mentions it has; what was jumped to is written down. */
function openTab(frames: Record<string, string[]>): string[] {
  const jumped: string[] = [];
  type Asked = { key: string; frame: string | null };
  const sendMessage = async (_: number, { key, frame }: Asked, { frameId }: { frameId?: number }) => {
    const asked = Object.keys(frames).filter((_, at) => frameId === undefined || at === frameId);
    const found = asked.find((name) => frames[name]?.includes(key) && (frame === null || frame === name));
    if (frame !== null && found) jumped.push(`${found} ${key}`);
    return found;
  };
  Object.assign(fakeBrowser.tabs, { sendMessage });
  useThisPage.setState({ tabId: 7 });
  return jumped;
}
afterEach(() => useThisPage.setState({ tabId: null }));

describe('a jump', () => {
  it('goes to the page itself, else to a frame that has one', async () => {
    const jumped = openTab({ top: ['$opg'], inner: ['$opg', '@opengradient'] });
    expect(await jump('first', opg, 1)).toBe(true);
    expect(await jump('first', opg, -1)).toBe(true);
    expect(jumped).toEqual(['top $opg', 'inner @opengradient']);
  });

  it('goes to another alias where the page lost all mentions of the one whose turn it is', async () => {
    const jumped = openTab({ top: ['@opengradient'] });
    expect(await jump('second', opg, 1)).toBe(true);
    expect(jumped).toEqual(['top @opengradient']);
  });

  it('says that none is there any more', async () => {
    const jumped = openTab({ top: [] });
    expect(await jump('third', opg, 1)).toBe(false);
    expect(await jump('third', [], 1)).toBe(false);
    useThisPage.setState({ tabId: null });
    expect(await jump('third', opg, 1), 'no tab').toBe(false);
    expect(jumped).toEqual([]);
  });
});

describe('the turns of a row', () => {
  it('go through all mentions of one alias, then the next alias, and begin again', () => {
    expect(walked(opg, 1, 5)).toEqual(['$opg', '$opg', '@opengradient', '$opg', '$opg']);
  });

  it('go backwards from the last', () => {
    expect(walked(opg, -1, 5)).toEqual(['@opengradient', '$opg', '$opg', '@opengradient', '$opg']);
  });

  it('lead somewhere on a page that lost some meanwhile', () => {
    expect(keyAt(nextTurn(40, opg, 1), opg)).toBe('$opg');
    expect(keyAt(nextTurn(40, opg, -1), opg)).toBe('$opg');
  });

  it('lead nowhere without mentions', () => {
    expect(keyAt(nextTurn(undefined, [], 1), [])).toBeNull();
  });
});
