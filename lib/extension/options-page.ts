import { browser } from 'wxt/browser';
import { panelAddress } from '../library/panel-view.ts';

/** Opens Underline's settings, or goes to them where they are open. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** Opens the side panel's page in a tab, at a project if given. */
export async function openLibrary(projectId: string | null): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(panelAddress(projectId)) });
}
