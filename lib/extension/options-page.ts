import { browser } from 'wxt/browser';

const page = '/options.html';

/**
 * Opens Underline's settings, or goes to them where they are open. A section that is asked for opens in a tab of its own,
 * because settings that are open may show another one; from the settings themselves it is gone to.
 */
export async function openOptions(section?: 'data'): Promise<void> {
  if (section === undefined) await browser.runtime.openOptionsPage();
  else if (location.pathname === page) location.hash = section;
  else await browser.tabs.create({ url: browser.runtime.getURL(`${page}#${section}`) });
}
