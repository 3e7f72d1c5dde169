import { browser } from 'wxt/browser';
import {
  badgeText,
  isOnIn,
  parseTabBadges,
  projectsIn,
  type TabBadges,
  withChange,
  withLeft,
  withoutTab,
  withTold,
} from '../library/tab-badges.ts';
import { t } from '../library/text.ts';
import type { Asked } from './answer-pages.ts';
import { createTurns } from './turns.ts';
import type { Writer } from './writer.ts';

/** Session key of what the frames of all tabs told: the worker may be stopped between two questions of a page. */
const badgesKey = 'badges';

const sizes = [16, 32] as const;
const iconPaths = (folder: 'icons' | 'icons-off') =>
  Object.fromEntries(sizes.map((size) => [size, `/${folder}/${size}.png`]));

/**
 * The number on the toolbar icon: how many kept projects stand in that tab. It follows from what the tab's own frames ask,
 * never from another's, and no page can see it.
 */
export function showBadges(writer: Writer): { heard(asked: Asked): void; changed(): void } {
  const turns = createTurns();
  let badges: TabBadges | null = null;
  /** What the icon of each tab says, with the document that it says it of: the browser forgets it when that goes. */
  const shown = new Map<number, string>();

  const change = (next: (before: TabBadges) => TabBadges): Promise<void> =>
    turns.take(async () => {
      badges ??= parseTabBadges((await browser.storage.session.get(badgesKey))[badgesKey]);
      const before = badges;
      badges = next(before);
      if (badges !== before) await browser.storage.session.set({ [badgesKey]: badges });
    });

  async function heard({ sender, on, projects, aliases }: Asked): Promise<void> {
    const tabId = sender.tab?.id;
    // A page that the browser only prepares stands in no tab yet.
    if (tabId === undefined || sender.documentLifecycle === 'prerender') return;
    const { frameId = 0, documentId: document = '' } = sender;
    await change((before) => withTold(before, { tabId, frameId, document, on, projects, aliases }));
    const base = await writer.base();
    if (!base.ok || !badges) return;
    const { paused, badge } = base.value.settings;
    // A frame only adds projects: it may be of a site where Underline is off.
    const isOn = isOnIn(badges, tabId);
    const count = isOn ? projectsIn(badges, tabId) : 0;
    const is = isOn ? 'on' : paused ? 'paused' : 'off';
    const says = [badges.tabs[tabId]?.frames[0]?.document, is, count, badge].join();
    if (shown.get(tabId) === says) return;
    shown.set(tabId, says);
    await show(tabId, is, count, badge);
  }

  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== 'loading') return;
    shown.delete(tabId);
    void change((before) => withLeft(before, tabId));
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    shown.delete(tabId);
    void change((before) => withoutTab(before, tabId));
  });
  // The same ink as in the icon.
  void browser.action.setBadgeBackgroundColor({ color: '#23201a' });
  void browser.action.setBadgeTextColor({ color: '#ffffff' });
  return {
    // After the answer is sent: no page waits for this.
    heard: (asked) => void setTimeout(() => void heard(asked)),
    changed: () => void change(withChange),
  };
}

async function show(
  tabId: number,
  is: 'on' | 'off' | 'paused',
  count: number,
  badge: boolean,
): Promise<void> {
  const title = is === 'on' ? (count > 0 ? t('badge.title', { count }) : 'Underline') : t(`badge.${is}`);
  const { action } = browser;
  await Promise.allSettled([
    // The tab may be gone by now.
    action.setBadgeText({ tabId, text: badge ? badgeText(count) : '' }),
    action.setTitle({ tabId, title }),
  ]);
  // Not by its promise: Chromium logs an icon of a tab that is gone as an error all the same.
  const path = iconPaths(is === 'on' ? 'icons' : 'icons-off');
  action.setIcon({ tabId, path }, () => void browser.runtime.lastError);
}
