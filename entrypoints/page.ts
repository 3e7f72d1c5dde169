import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runOnPage } from '../lib/extension/page-services.ts';
import { paintingLoader } from '../lib/extension/painting-script.ts';
import { startPage } from '../lib/page/page.ts';

// The content script of wxt.config.ts; not declared as one here, because WXT would tell every page the extension's id.
export default defineUnlistedScript(() => runOnPage(startPage, paintingLoader()));
