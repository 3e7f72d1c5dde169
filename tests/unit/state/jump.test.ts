import './browser.ts';
import { describe, expect, it } from 'vitest';
import type { CountedMention } from '../../../lib/library/page-report.ts';
import { keyAt, nextTurn } from '../../../lib/state/jump.ts';

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
