import { type Browser, browser } from 'wxt/browser';
import { additionOf } from '../library/addition.ts';
import { parsePageSelection } from '../library/page-selection.ts';
import type { PanelView } from '../library/panel-view.ts';
import { askSelection } from './page-messages.ts';
import { showInPanel } from './side-panel.ts';

/** The user's keys that open the side panel: by itself, or for a note on what is selected or on the page. */
export function answerPanelKeys(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (!tab) return;
    if (command === 'open-side-panel') void showInPanel(tab, null);
    // Asked before the panel takes the focus from the page.
    if (command === 'add-note') void showInPanel(tab, noteOn(tab));
  });
}

async function noteOn(tab: Pick<Browser.tabs.Tab, 'id' | 'incognito'>): Promise<PanelView | null> {
  if (tab.id === undefined) return null;
  // Where no frame has the focus the page itself is meant.
  const answer = (await askSelection(tab.id)) ?? (await askSelection(tab.id, 0));
  const selection = parsePageSelection(answer);
  return selection && { add: additionOf(selection.text, selection, tab.incognito) };
}
