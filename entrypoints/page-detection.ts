import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '../lib/extension/page-parts.ts';
import { detection } from '../lib/page/detection.ts';

// The content script loads it once it met a sigil.
export default defineUnlistedScript(() => offerPart('detection', detection));
