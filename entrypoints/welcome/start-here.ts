import { runOnPage } from '../../lib/extension/page-services.ts';
import { detection } from '../../lib/page/detection.ts';
import { startPage } from '../../lib/page/page.ts';
import { startPainting } from '../../lib/page/painting.ts';

/** Makes the demo post live: content scripts do not run on extension pages, so the page's scripts start here, in one. */
export const startHere = (): void =>
  runOnPage(
    startPage,
    async () => startPainting,
    async () => detection,
  );
