import { defineContentScript } from 'wxt/utils/define-content-script';
import { extensionLifetime } from '../lib/extension/lifetime.ts';
import { offerPage } from '../lib/extension/page-port.ts';
import { pageServices } from '../lib/extension/page-services.ts';
import { onMessage } from '../lib/extension/protocol.ts';
import { startPage } from '../lib/page/page.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  // Otherwise the extension's id is posted to every page.
  noScriptStartedPostMessage: true,
  main() {
    const signal = extensionLifetime();
    const port = offerPage(() => page.report(), signal);
    const services = {
      ...pageServices,
      cardUrl: pageServices.cardUrl(),
      onReportChanged: () => port.update(),
    };
    const page = startPage(services, signal);
    onMessage('askAgain', () => page.askAgain());
  },
});
