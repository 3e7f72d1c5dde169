import { runOnPage } from '../../lib/extension/page-services.ts';
import { startPage } from '../../lib/page/page.ts';

/** Makes the demo post live: content scripts do not run on extension pages, so the page's script starts here. */
export const startHere = (): void => runOnPage(startPage);
