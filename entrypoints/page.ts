import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { partLoader } from '../lib/extension/page-parts.ts';
import { runOnPage } from '../lib/extension/page-services.ts';
import { startPage } from '../lib/page/page.ts';

// The content script of wxt.config.ts; not declared as one here, because WXT would tell every page the extension's id.
export default defineUnlistedScript(() =>
  runOnPage(startPage, partLoader('painting'), partLoader('detection')),
);
