import { defineContentScript } from 'wxt/utils/define-content-script';
import { runOnPage } from '../lib/extension/page-services.ts';
import { startPage } from '../lib/page/page.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  // Otherwise the extension's id is posted to every page.
  noScriptStartedPostMessage: true,
  main: () => runOnPage(startPage),
});
