import { type Browser, browser } from 'wxt/browser';
import { PanelRequest, type PanelView, panelAddress } from '../library/panel-view.ts';
import { done, failed, type Result } from '../library/result.ts';
import { t } from '../library/text.ts';

/** Session key of what the side panel of a window shows next. */
const panelKey = 'panel-view';

async function handOver(windowId: number, view: PanelView | null): Promise<void> {
  if (view) await browser.storage.session.set({ [panelKey]: { windowId, view } });
}

/**
 * Opens the side panel, on one project if given. Must be called from a click or key press.
 * Fails with `unreachable` where the browser has no side panel or refuses it.
 */
export async function openSidePanel(tabId: number, projectId: string | null): Promise<Result<null>> {
  try {
    // Not awaited first: the browser opens the panel only while it still sees the user's click.
    const opened = open(tabId);
    // Refused before the window is known, it is read only below; until then it is no error that nobody reads.
    opened.catch(() => undefined);
    const { windowId } = await browser.tabs.get(tabId);
    if (projectId !== null) await handOver(windowId, { project: projectId });
    await opened;
    return done(null);
  } catch {
    await browser.storage.session.remove(panelKey);
    return failed('unreachable', t('lib.answer.sidePanel'));
  }
}

/** Opens the panel's page in a tab, at a project if given. */
export const openLibrary = (projectId: string | null, active = true): Promise<Browser.tabs.Tab> =>
  browser.tabs.create({ url: browser.runtime.getURL(panelAddress(projectId)), active });

/**
 * As `openSidePanel`, from the background: where the browser refuses it, or what it should show, the panel's page opens in a
 * tab.
 */
export async function showInPanel(
  tab: { id?: number | undefined; windowId: number },
  wanted: PanelView | null | Promise<PanelView | null>,
): Promise<void> {
  const opened = tab.id === undefined ? Promise.reject(new Error('no tab')) : open(tab.id);
  const inPanel = await opened.then(
    () => true,
    () => false,
  );
  const view = await wanted;
  const isHanded = () =>
    handOver(tab.windowId, view).then(
      () => true,
      () => false,
    );
  if (inPanel && (await isHanded())) return;
  const projectId = view && 'project' in view ? view.project : null;
  // A private window takes no page of ours: the browser chooses one that does.
  const made = await openLibrary(projectId);
  if (view && 'add' in view) await handOver(made.windowId, view);
}

/** Firefox has a sidebar instead. */
async function open(tabId: number): Promise<void> {
  const { sidebarAction } = browser as { sidebarAction?: { open(): Promise<void> } };
  if (sidebarAction) await sidebarAction.open();
  else await browser.sidePanel.open({ tabId });
}

/**
 * Calls the listener with what the side panel of this window should show: at once if something was asked for,
 * then on change. Each is told once, so that a panel opened later by hand starts at home.
 */
export function onPanelView(listener: (view: PanelView) => void): () => void {
  const { session } = browser.storage;
  let turn = Promise.resolve();
  let stopped = false;
  const take = async () => {
    const { id } = await browser.windows.getCurrent();
    const asked = PanelRequest.safeParse((await session.get(panelKey))[panelKey]);
    if (stopped || !asked.success || asked.data.windowId !== id) return;
    await session.remove(panelKey);
    listener(asked.data.view);
  };
  const takeInTurn = () => {
    turn = turn.then(take);
  };
  const follow = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[panelKey]?.newValue !== undefined) takeInTurn();
  };
  session.onChanged.addListener(follow);
  takeInTurn();
  return () => {
    stopped = true;
    session.onChanged.removeListener(follow);
  };
}
