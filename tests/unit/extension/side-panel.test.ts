import '../state/browser.ts';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onPanelView, openSidePanel, showInPanel } from '../../../lib/extension/side-panel.ts';
import { additionOf } from '../../../lib/library/addition.ts';

let here: number;
let tab: number;
let stops: (() => void)[] = [];

/** A panel of the current window; answers the projects it was told to show. */
function openPanel(): string[] {
  const told: string[] = [];
  stops.push(onPanelView((view) => 'project' in view && told.push(view.project)));
  return told;
}
const waiting = async () => (await fakeBrowser.storage.session.get('panel-view'))['panel-view'];

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.sidePanel, { open: async () => undefined });
  here = (await fakeBrowser.windows.create({ focused: true }))?.id ?? -1;
  fakeBrowser.windows.getCurrent = async () => ({ id: here }) as never;
  tab = (await fakeBrowser.tabs.create({ windowId: here })).id ?? -1;
});
afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
});

test('a panel that opens for a project shows it, and the next one opened by hand starts at home', async () => {
  expect((await openSidePanel(tab, 'project-1')).ok).toBe(true);
  const told = openPanel();
  await vi.waitUntil(() => told.length > 0);
  expect(told).toEqual(['project-1']);
  expect(await waiting()).toBeUndefined();
});

test('an open panel follows, each project once', async () => {
  const told = openPanel();
  for (const id of ['project-1', 'project-2']) {
    await openSidePanel(tab, id);
    await vi.waitUntil(() => told.includes(id));
  }
  expect(told).toEqual(['project-1', 'project-2']);
});

test('a panel of another window leaves it alone', async () => {
  const told = openPanel();
  const other = (await fakeBrowser.windows.create({ focused: false }))?.id ?? -1;
  const away = (await fakeBrowser.tabs.create({ windowId: other })).id ?? -1;
  await openSidePanel(away, 'project-1');
  await openSidePanel(tab, 'project-2').then(() => vi.waitUntil(() => told.length > 0));
  expect(told).toEqual(['project-2']);
});

test('a panel that the browser refuses leaves nothing behind', async () => {
  Object.assign(fakeBrowser.sidePanel, { open: () => Promise.reject(new Error('no gesture')) });
  expect(await openSidePanel(tab, 'project-1')).toMatchObject({ error: { code: 'unreachable' } });
  expect(await waiting()).toBeUndefined();
});

test('a refusal that comes before the window is known is read all the same', async () => {
  Object.assign(fakeBrowser.sidePanel, { open: () => Promise.reject(new Error('no gesture')) });
  const { get } = fakeBrowser.tabs;
  // What nobody reads by then makes this run fail.
  fakeBrowser.tabs.get = async (id) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return get(id);
  };
  expect(await openSidePanel(tab, 'project-1')).toMatchObject({ error: { code: 'unreachable' } });
  fakeBrowser.tabs.get = get;
});

test.each([
  [
    'the browser refuses the panel',
    () => ({ sidePanel: { open: () => Promise.reject(new Error('no gesture')) } }),
  ],
  [
    'what it shows can not be handed over',
    () => {
      const { set } = fakeBrowser.storage.session;
      const refuseOnce = async (items: Record<string, unknown>) => {
        fakeBrowser.storage.session.set = set;
        throw new Error(`no room for ${Object.keys(items)}`);
      };
      return { session: { set: refuseOnce } };
    },
  ],
])('from the background it opens in a tab where %s, and nothing of it is lost', async (_, refusing) => {
  const { sidePanel, session } = refusing() as Partial<Record<'sidePanel' | 'session', object>>;
  Object.assign(fakeBrowser.sidePanel, sidePanel);
  Object.assign(fakeBrowser.storage.session, session);
  const view = { add: additionOf('$OPG', null, false) };
  await showInPanel({ id: tab, windowId: here }, view);
  const made = (await fakeBrowser.tabs.query({})).filter(({ url }) => url?.endsWith('/sidepanel.html'));
  expect(made).toHaveLength(1);
  expect(await waiting()).toEqual({ windowId: made[0]?.windowId, view });
});
