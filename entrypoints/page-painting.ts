import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '../lib/extension/page-parts.ts';
import { startPainting } from '../lib/page/painting.ts';

// The content script loads it once it found a mention.
export default defineUnlistedScript(() => offerPart('painting', startPainting));
