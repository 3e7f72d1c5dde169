import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPainting } from '../lib/extension/painting-script.ts';
import { startPainting } from '../lib/page/painting.ts';

// The content script loads it once it found a mention.
export default defineUnlistedScript(() => offerPainting(startPainting));
