import '../state/browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { expect, test } from 'vitest';
import { createCardTokens } from '../../../lib/extension/card-tokens.ts';
import type { Sender } from '../../../lib/extension/senders.ts';

const { id } = fakeBrowser.runtime;
const tab = (tabId: number) => ({ id: tabId }) as NonNullable<Sender['tab']>;
const script = (tabId: number, documentId = `page ${tabId}`, frameId = 0): Sender => ({
  id,
  url: 'https://site.example/post',
  frameId,
  documentId,
  tab: tab(tabId),
});
const card = (tabId: number): Sender => ({
  id,
  url: fakeBrowser.runtime.getURL('/card.html' as never),
  frameId: 7,
  documentId: `card ${tabId}`,
  tab: tab(tabId),
});

/** Tokens, and a clock for them. */
function startTokens() {
  const clock = { now: 0 };
  const tokens = createCardTokens(() => clock.now);
  return { clock, claim: tokens.claim, give: (sender: Sender) => tokens.give(sender) ?? '' };
}

test('the card of the tab that was given the token claims it, once', () => {
  const { give, claim } = startTokens();
  const token = give(script(1));
  expect(claim(token, card(1))).toBe(1);
  expect(claim(token, card(1))).toBeNull();
});

const strangers: [who: string, sender: Sender][] = [
  ['the card of another tab', card(2)],
  ['a card opened as a tab', { ...card(1), frameId: 0 }],
  ['a card outside any tab', { id, url: card(1).url ?? '', frameId: 7 }],
  ['the page script itself', script(1)],
  [
    'another page of ours in a frame',
    { ...card(1), url: fakeBrowser.runtime.getURL('/popup.html' as never) },
  ],
  ['a page that only ends like the card', { ...card(1), url: 'https://site.example/card.html' }],
  ['another extension', { ...card(1), id: 'another' }],
];
test.each(strangers)('%s gets nothing, and the token is void', (_, sender) => {
  const { give, claim } = startTokens();
  const token = give(script(1));
  expect(claim(token, sender)).toBeNull();
  expect(claim(token, card(1))).toBeNull();
});

test('a token is void after ten seconds, and as soon as its document asks for another', () => {
  const { clock, give, claim } = startTokens();
  const late = give(script(1));
  clock.now = 10_001;
  expect(claim(late, card(1))).toBeNull();
  const replaced = give(script(1));
  const current = give(script(1));
  expect(claim(replaced, card(1))).toBeNull();
  expect(claim(current, card(1))).toBe(1);
});

test('a tab has at most twenty tokens; other tabs keep theirs', () => {
  const { give, claim } = startTokens();
  const other = give(script(2));
  const tokens = Array.from({ length: 1_000 }, (_, frame) => give(script(1, `frame ${frame}`, frame)));
  expect(tokens.filter((token) => claim(token, card(1)) === 1)).toEqual(tokens.slice(-20));
  expect(claim(other, card(2))).toBe(2);
});

test('surfaces are given none', () => {
  const { give } = startTokens();
  expect(give({ ...card(1), frameId: 0 })).toBe('');
  expect(give(card(1))).toBe('');
  expect(give({ id, url: fakeBrowser.runtime.getURL('/popup.html' as never) })).toBe('');
});
