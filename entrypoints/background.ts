import '../lib/extension/words.ts';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerNames } from '../lib/extension/answer-names.ts';
import { answerPages } from '../lib/extension/answer-pages.ts';
import { answerSurfaces } from '../lib/extension/answer-surfaces.ts';
import { showBadges } from '../lib/extension/badge.ts';
import { heedClosing } from '../lib/extension/closing.ts';
import { offerMenus } from '../lib/extension/menus.ts';
import { offerOmnibox } from '../lib/extension/omnibox.ts';
import { passOnKeys } from '../lib/extension/page-messages.ts';
import { answerPanelKeys } from '../lib/extension/panel-keys.ts';
import { fenceStorage } from '../lib/extension/storage.ts';
import { tellPages } from '../lib/extension/tell-pages.ts';
import { sweepTrashLater } from '../lib/extension/trash-sweep.ts';
import { createWriter } from '../lib/extension/writer.ts';

export default defineBackground(() => {
  heedClosing();
  const writer = createWriter(({ askAgain }) => {
    if (!askAgain) return;
    badges.changed();
    tellPages();
  });
  const badges = showBadges(writer);
  answerPages(writer, badges.heard);
  answerSurfaces(writer);
  answerNames(writer);
  passOnKeys();
  answerPanelKeys();
  offerMenus();
  offerOmnibox(writer);
  void fenceStorage();
  // Damage is noticed before anybody asks.
  void writer.base();
  sweepTrashLater(writer);

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
});
