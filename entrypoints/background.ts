import '../lib/extension/words.ts';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerNames } from '../lib/extension/answer-names.ts';
import { answerPages } from '../lib/extension/answer-pages.ts';
import { answerSurfaces } from '../lib/extension/answer-surfaces.ts';
import { passOnKeys } from '../lib/extension/page-messages.ts';
import { fenceStorage } from '../lib/extension/storage.ts';
import { tellPages } from '../lib/extension/tell-pages.ts';
import { sweepTrashLater } from '../lib/extension/trash-sweep.ts';
import { createWriter } from '../lib/extension/writer.ts';

export default defineBackground(() => {
  const writer = createWriter(({ askAgain }) => {
    if (askAgain) tellPages();
  });
  answerPages(writer);
  answerSurfaces(writer);
  answerNames(writer);
  passOnKeys();
  void fenceStorage();
  // Damage is noticed before anybody asks.
  void writer.base();
  sweepTrashLater(writer);

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
});
