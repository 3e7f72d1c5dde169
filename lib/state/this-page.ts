import { create } from 'zustand';
import { activeTab, followPage, onTabSettled, reloadTab } from '../extension/page-port.ts';
import { type CountedMention, PageReport } from '../library/page-report.ts';
import { FrameWords } from '../library/page-words.ts';
import { forgetNames, hearNames } from './named-here.ts';

interface ThisPage {
  /** `away`: Underline does not run in this tab. */
  status: 'looking' | 'running' | 'away';
  tabId: number | null;
  /** Host of the page itself, not of its frames; empty while unknown. */
  site: string;
  /** In a private window. */
  private: boolean;
  /** It changes without end, and is read less often for it. */
  slowed: boolean;
  mentions: CountedMention[];
}

const looking: ThisPage = {
  status: 'looking',
  tabId: null,
  site: '',
  private: false,
  slowed: false,
  mentions: [],
};

/** What stands in the tab the user looks at. */
export const useThisPage = create<ThisPage>(() => looking);

/**
 * One list from the reports of all frames, in order of first appearance, the page's own frame first. Counts add up,
 * and a mention that is strong in one frame is strong.
 */
export function mergeReports(reports: PageReport[]): Pick<ThisPage, 'site' | 'slowed' | 'mentions'> {
  const ordered = [...reports].sort((a, b) => Number(b.top) - Number(a.top));
  const merged = new Map<string, CountedMention>();
  for (const mention of ordered.flatMap(({ mentions }) => mentions)) {
    const met = merged.get(mention.key);
    if (!met) merged.set(mention.key, mention);
    else
      merged.set(mention.key, {
        ...met,
        count: met.count + mention.count,
        strength: mention.strength === 'strong' ? 'strong' : met.strength,
      });
  }
  const [first] = ordered;
  const slowed = reports.some((report) => report.slowed);
  return { site: first?.site ?? '', slowed, mentions: [...merged.values()] };
}

/** How long a tab may stay silent before it is said that Underline does not run there, in milliseconds. */
const silenceMs = 1_000;

/** Follows the active tab through navigation and tab changes. Answers a function that stops it. */
export function followThisPage(): () => void {
  let unfollow: () => void = () => undefined;
  let stopped = false;
  let turn = 0;

  const look = async () => {
    turn += 1;
    const mine = turn;
    unfollow();
    unfollow = () => undefined;
    const tab = await activeTab();
    if (stopped || mine !== turn) return;
    if (!tab) return useThisPage.setState({ ...looking, status: 'away' });
    const fresh = { ...looking, tabId: tab.id, private: tab.private };
    // The same tab keeps what it showed until it says something new: no flash on a reload.
    if (useThisPage.getState().tabId !== tab.id) {
      useThisPage.setState(fresh);
      forgetNames();
    }

    const frames = new Map<string, PageReport>();
    const away = () => {
      if (mine !== turn) return;
      useThisPage.setState({ ...fresh, status: 'away' });
      forgetNames();
    };
    const names = hearNames(() => useThisPage.getState().site);
    const silence = setTimeout(away, silenceMs);
    const stop = followPage(
      tab.id,
      (message) => {
        if (mine !== turn) return;
        const words = FrameWords.safeParse(message);
        if (words.success) return names.hear(words.data);
        const report = PageReport.safeParse(message);
        if (!report.success) return;
        clearTimeout(silence);
        frames.set(report.data.frame, report.data);
        useThisPage.setState({ status: 'running', ...mergeReports([...frames.values()]) });
      },
      () => {
        clearTimeout(silence);
        away();
      },
    );
    unfollow = () => {
      clearTimeout(silence);
      names.stop();
      stop();
    };
  };

  const stopSettled = onTabSettled(() => void look());
  void look();
  return () => {
    stopped = true;
    stopSettled();
    unfollow();
  };
}

/** Loads the tab again, so that Underline starts in a page opened before it was installed. */
export async function reloadThisPage(): Promise<void> {
  const { tabId } = useThisPage.getState();
  if (tabId !== null) await reloadTab(tabId);
}
