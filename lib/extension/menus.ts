import { type Browser, browser } from 'wxt/browser';
import { additionOf } from '../library/addition.ts';
import { parsePageSelection } from '../library/page-selection.ts';
import type { PanelView } from '../library/panel-view.ts';
import { t } from '../library/text.ts';
import { handleInLink, profileHosts } from '../mentions/handle-in-link.ts';
import { askSelection } from './page-messages.ts';
import { showInPanel } from './side-panel.ts';

type Clicked = Pick<
  Browser.contextMenus.OnClickData,
  'menuItemId' | 'selectionText' | 'linkUrl' | 'pageUrl' | 'frameUrl' | 'frameId'
>;

/** On selected text, and on links that may lead to somebody's profile: “Add … to Underline”. */
export function offerMenus(): void {
  let making = Promise.resolve();
  // The browser keeps them; made anew, they are there once, and in its language of today.
  const make = () => {
    // One that failed must not keep the next from being made.
    making = making.then(makeMenus, makeMenus);
  };
  browser.runtime.onInstalled.addListener(make);
  browser.runtime.onStartup.addListener(make);
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab) void showInPanel(tab, chosen(info, tab));
  });
}

async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'add-selection',
    title: t('menus.addSelection'),
    contexts: ['selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
  browser.contextMenus.create({
    id: 'add-link',
    title: t('menus.addLink'),
    contexts: ['link'],
    targetUrlPatterns: [
      ...profileHosts.flatMap((host) => [`*://${host}/*`, `*://*.${host}/*`]),
      // The fediverse is everywhere.
      '*://*/@*',
    ],
  });
}

async function chosen(
  info: Clicked,
  tab: Pick<Browser.tabs.Tab, 'id' | 'incognito'>,
): Promise<PanelView | null> {
  const text = info.menuItemId === 'add-link' ? handleInLink(info.linkUrl ?? '') : (info.selectionText ?? '');
  // The panel opens all the same, and the user sees where they can add by hand.
  if (text === null) return { add: additionOf('', null, tab.incognito) };
  const url = info.frameUrl ?? info.pageUrl;
  // Only the page script can tell how the page is called: the browser tells it to nobody without the permission for tabs.
  const told =
    tab.id === undefined || tab.id < 0
      ? null
      : parsePageSelection(await askSelection(tab.id, info.frameId ?? 0));
  const page = url === undefined ? null : { url, title: told?.title ?? '', text: '' };
  return { add: additionOf(text, page, tab.incognito) };
}
