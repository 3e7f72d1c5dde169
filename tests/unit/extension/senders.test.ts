import '../state/browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { expect, test } from 'vitest';
import {
  isCardFrame,
  isOfSite,
  isOwnPage,
  isPageScript,
  type Sender,
  standsOn,
} from '../../../lib/extension/senders.ts';

const { id } = fakeBrowser.runtime;
const own = (path: string) => fakeBrowser.runtime.getURL(path as never);
const tab = (url?: string) => ({ id: 1, url }) as NonNullable<Sender['tab']>;

type Roles = { page?: true; own?: true; card?: true };
const senders: [who: string, sender: Sender, roles: Roles][] = [
  ['a content script', { id, url: 'https://a.example/', frameId: 0, tab: tab() }, { page: true }],
  ['a content script in a frame', { id, url: 'about:srcdoc', frameId: 3, tab: tab() }, { page: true }],
  ['the welcome page', { id, url: own('/welcome.html'), frameId: 0, tab: tab() }, { page: true, own: true }],
  ['the welcome page in a frame', { id, url: own('/welcome.html'), frameId: 3, tab: tab() }, {}],
  ['the popup', { id, url: own('/popup.html') }, { own: true }],
  ['the popup as a tab', { id, url: own('/popup.html#x'), frameId: 0, tab: tab() }, { own: true }],
  ['the popup in a frame', { id, url: own('/popup.html'), frameId: 3, tab: tab() }, {}],
  ['the card in a frame', { id, url: own('/card.html'), frameId: 3, tab: tab() }, { own: true, card: true }],
  ['the card as a tab', { id, url: own('/card.html?x'), frameId: 0, tab: tab() }, { own: true }],
  ['another extension', { id: 'b', url: own('/card.html'), frameId: 3, tab: tab() }, {}],
  ['a page script without a tab', { id, url: 'https://a.example/' }, {}],
];
test.each(senders)('%s', (_, sender, roles) => {
  const found = { page: isPageScript(sender), own: isOwnPage(sender), card: isCardFrame(sender) };
  expect(found).toEqual({ page: false, own: false, card: false, ...roles });
});

const sites: [why: string, sender: Sender, site: string, stands: boolean][] = [
  ['its own', { url: 'https://a.example/', tab: tab('https://a.example/') }, 'a.example', true],
  ['another', { url: 'https://a.example/', tab: tab('https://a.example/') }, 'b.example', false],
  ['none', { url: 'https://a.example/', tab: tab('https://a.example/') }, '', true],
  [
    'that of the tab',
    { url: 'https://ad.example/', tab: tab('https://a.example:81/') },
    'a.example:81',
    true,
  ],
  ['its frame’s', { url: 'https://ad.example/', tab: tab('https://a.example/') }, 'ad.example', true],
  [
    'its maker’s',
    { url: 'about:blank', origin: 'https://a.example', tab: tab('https://b.example/') },
    'a.example',
    true,
  ],
  ['a blob’s maker', { url: 'x', tab: tab('blob:https://a.example/1-2') }, 'a.example', true],
  ['one that the browser does not name', { url: 'about:blank', tab: tab() }, 'b.example', true],
];
test.each(sites)('a page script may speak for %s', (_, sender, site, stands) => {
  expect(standsOn({ id, ...sender }, site)).toBe(stands);
});

const documents: [what: string, sender: Sender, ofSite: boolean][] = [
  ['the page itself', { url: 'https://a.example/', origin: 'https://a.example' }, true],
  ['its own srcdoc', { url: 'about:srcdoc', origin: 'https://a.example' }, true],
  ['the page, where the browser names no origins', { url: 'https://a.example/' }, true],
  ['a frame from elsewhere', { url: 'https://ad.example/', origin: 'https://ad.example' }, false],
  ['its own page in a sandbox', { url: 'https://a.example/', origin: 'null' }, false],
  ['a frame of no host', { url: 'about:blank', origin: 'null' }, false],
];
test.each(documents)('%s is of the site of the tab: %3$s', (_, sender, ofSite) => {
  expect(isOfSite({ id, ...sender, tab: tab('https://a.example/') }, 'a.example')).toBe(ofSite);
});
