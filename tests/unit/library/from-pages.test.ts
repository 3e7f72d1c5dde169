import { describe, expect, test } from 'vitest';
import { parsePageQuestion } from '../../../lib/library/page-question.ts';
import { PageReport } from '../../../lib/library/page-report.ts';
import { parseCardRequest } from '../../../lib/library/show-mention.ts';

const long = `$${'a'.repeat(300)}`;
const mention = (key: string) => ({ key, text: key, kind: 'cashtag', strength: 'strong' });

describe('what pages send', () => {
  test.each<[string, unknown[]]>([
    ['too long', [long, '$opg']],
    ['no text', [7, '$opg', null]],
  ])('an alias that is %s is left out of the question', (_, aliases) => {
    expect(parsePageQuestion({ site: 'x.com', aliases })).toEqual({ site: 'x.com', aliases: ['$opg'] });
  });

  test('more aliases than a page may ask for are no question', () => {
    expect(parsePageQuestion({ site: '', aliases: Array(2_001).fill('$opg') })).toBeNull();
  });

  test('a mention that is none is left out of the report', () => {
    const good = { ...mention('$opg'), count: 2 };
    const report = { frame: 'page', top: true, site: 'x.com', on: true, slowed: false };
    const mentions = [good, { ...mention(long), count: 1 }, { ...mention('$tao'), count: 0 }, 'opg'];
    expect(PageReport.parse({ ...report, mentions })).toEqual({ ...report, mentions: [good] });
  });

  test('a page without a host on the web may ask, report and show', () => {
    expect(parsePageQuestion({ site: '', aliases: [] })).not.toBeNull();
    expect(
      PageReport.safeParse({ frame: 'f', top: true, site: '', on: true, slowed: false, mentions: [] })
        .success,
    ).toBe(true);
    const source = { url: 'chrome-extension://id/welcome.html', title: '', quote: '' };
    const shown = {
      type: 'show',
      mention: mention('$opg'),
      beside: [],
      onPage: [],
      site: '',
      source,
      theme: 'light',
    };
    expect(parseCardRequest(shown)).toEqual(shown);
  });
});
