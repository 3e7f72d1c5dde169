import { browser } from 'wxt/browser';

/** Opens Underline's settings, or goes to them where they are open. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
