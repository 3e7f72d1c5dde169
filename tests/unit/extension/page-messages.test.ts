import '../state/browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, it } from 'vitest';
import { onPageMessage } from '../../../lib/extension/page-messages.ts';
import type { Sender } from '../../../lib/extension/senders.ts';

const { id } = fakeBrowser.runtime;
const background: Sender = { id };
const panel: Sender = { id, url: fakeBrowser.runtime.getURL('/sidepanel.html' as never) };
const tab = { id: 1 } as NonNullable<Sender['tab']>;
const jump = { type: 'jump', key: '$opg', by: 1, frame: null };

beforeEach(() => fakeBrowser.reset());

/** What a page script hears of a message, and what it answers. */
async function heard(message: unknown, sender: Sender): Promise<{ heard: unknown[]; answers: unknown[] }> {
  const said: unknown[] = [];
  const answers: unknown[] = [];
  const controller = new AbortController();
  onPageMessage((each) => {
    said.push(each);
    return typeof each === 'string' ? null : 'a-frame';
  }, controller.signal);
  await fakeBrowser.runtime.onMessage.trigger(message, sender, (answer?: unknown) => answers.push(answer));
  controller.abort();
  return { heard: said, answers };
}

it.each([
  'ask-again',
  'next-mention',
  'previous-mention',
  'open-card',
  jump,
  { ...jump, by: -1, frame: '1-2-3-4' },
])('a page script hears %o from the background and from our own pages', async (message) => {
  for (const sender of [background, panel])
    expect(await heard(message, sender)).toEqual({
      heard: [message],
      answers: typeof message === 'string' ? [] : ['a-frame'],
    });
});

it.each([
  ['a page script in a tab', { id, url: 'https://a.example/', frameId: 0, tab }],
  ['a page script in no tab', { id, url: 'https://a.example/' }],
  ['one without an address', { id, frameId: 0, tab }],
  ['another extension', { id: 'another' }],
] satisfies [string, Sender][])('it hears nothing from %s', async (_, sender) => {
  for (const message of ['ask-again', 'open-card', jump])
    expect(await heard(message, sender)).toEqual({ heard: [], answers: [] });
});

it.each([
  null,
  undefined,
  7,
  'jump',
  [],
  {},
  { ...jump, key: 7 },
  { ...jump, key: 'x'.repeat(301) },
  { ...jump, by: 2 },
  { ...jump, by: '1' },
  { ...jump, frame: undefined },
  { ...jump, frame: {} },
  { ...jump, type: 'leap' },
])('it hears nothing that is no message: %o', async (message) => {
  expect(await heard(message, background)).toEqual({ heard: [], answers: [] });
});
