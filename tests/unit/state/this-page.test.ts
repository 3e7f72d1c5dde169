import './browser.ts';
import { expect, test } from 'vitest';
import type { PageReport } from '../../../lib/library/page-report.ts';
import { mergeReports } from '../../../lib/state/this-page.ts';

const mention = (key: string, count: number, strength: 'strong' | 'weak' = 'strong') => ({
  key,
  text: key.toUpperCase(),
  kind: 'cashtag' as const,
  strength,
  count,
});
const report = (frame: string, change: Partial<PageReport>): PageReport => ({
  frame,
  top: false,
  site: `${frame}.example`,
  on: true,
  slowed: false,
  mentions: [],
  ...change,
});

test('counts of frames add up, the page itself comes first whatever order reports arrive in', () => {
  const merged = mergeReports([
    report('ad', { mentions: [mention('$opg', 2), mention('$tao', 1)] }),
    report('page', { top: true, mentions: [mention('$eth', 1), mention('$opg', 3)] }),
  ]);
  expect(merged.site).toBe('page.example');
  expect(merged.mentions.map(({ key, count }) => [key, count])).toEqual([
    ['$eth', 1],
    ['$opg', 5],
    ['$tao', 1],
  ]);
});

test('strong in one frame is strong', () => {
  const merged = mergeReports([
    report('page', { top: true, mentions: [mention('$opg', 1, 'weak')] }),
    report('post', { mentions: [mention('$opg', 1, 'strong')] }),
  ]);
  expect(merged.mentions[0]?.strength).toBe('strong');
});

test('no report is an empty page', () => {
  expect(mergeReports([])).toEqual({ site: '', slowed: false, mentions: [] });
});
