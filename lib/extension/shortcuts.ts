import { browser } from 'wxt/browser';

/** A key of the browser's own for something Underline does. */
export interface Shortcut {
  name: string;
  /** What it does, in the browser's language; empty for what opens a surface. */
  description: string;
  /** As the browser writes it; empty where none is set. */
  keys: string;
}

/** The keys as they are set in the browser now, which may not be those that Underline asked for. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    description,
    keys: shortcut,
  }));
}

/** Where the browser's keys are changed: on a page that can be opened, or on one that only the user can open. */
export const canOpenShortcuts = (): boolean =>
  import.meta.env.BROWSER !== 'firefox' || ownOpener() !== undefined;

/** Opens the browser's own page on which they are changed. */
export async function openShortcuts(): Promise<void> {
  const opener = ownOpener();
  if (opener) await opener();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Firefox has it from 137 on. */
function ownOpener(): (() => Promise<void>) | undefined {
  const opener: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
  return typeof opener === 'function' ? () => opener.call(browser.commands) : undefined;
}
