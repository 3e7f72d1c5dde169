import { browser } from 'wxt/browser';
import { forOmnibox, omniboxContent, omniboxLine } from '../library/omnibox-line.ts';
import type { Index } from '../library/schema.ts';
import { createSearch, type Search, type SearchedProject } from '../library/search.ts';
import { t } from '../library/text.ts';
import { openLibrary, showInPanel } from './side-panel.ts';
import type { Writer } from './writer.ts';

const mostLines = 6;
/** Chrome reads descriptions as XML. */
const asXml = import.meta.env.BROWSER !== 'firefox';

/** `ul` and a space in the address bar searches the names and aliases of the library; Enter opens a project. */
export function offerOmnibox(writer: Writer): void {
  let made: { of: Index; search: Search } | null = null;
  /** What each offered line stands for. */
  let offered = new Map<string, string>();
  let tab: Parameters<typeof showInPanel>[0] = { windowId: -1 };

  /** Null where the library cannot be read. */
  const find = async (typed: string): Promise<SearchedProject[] | null> => {
    const base = await writer.base();
    if (!base.ok) return null;
    const { index } = base.value;
    if (made?.of !== index) made = { of: index, search: searchOf(index) };
    const hits = made.search.find(typed);
    const found = Array.from(
      { length: Math.min(hits.count, 1 + mostLines) },
      (_, row) => hits.at(row)?.project,
    );
    return found.filter((project) => project !== undefined);
  };
  const projectFor = async (entered: string) =>
    // A worker that was stopped since forgot what it offered.
    offered.get(entered) ?? (await find(entered))?.[0]?.id ?? null;

  browser.omnibox.onInputStarted.addListener(() => {
    say(t('omnibox.start', { ticker: '$ticker' }));
    // The browser opens the panel at once or not at all: by then it is too late to ask for the tab.
    void browser.tabs.query({ active: true, lastFocusedWindow: true }).then(([active]) => {
      if (active) tab = active;
    });
  });
  browser.omnibox.onInputChanged.addListener((typed, suggest) => {
    void find(typed).then((found) => {
      const [best, ...others] = found ?? [];
      if (found === null) say(t('omnibox.unreadable'));
      else if (typed.trim() === '') say(t('omnibox.start', { ticker: '$ticker' }));
      else say(best ? t('omnibox.best', { name: omniboxLine(best) }) : t('omnibox.none'));
      const lines = new Map<string, SearchedProject>();
      for (const project of others) lines.set(omniboxContent(project, lines), project);
      offered = new Map([...lines].map(([content, { id }]) => [content, id]));
      suggest(
        [...lines].map(([content, project]) => {
          return { content, description: forOmnibox(omniboxLine(project), asXml) };
        }),
      );
    });
  });
  browser.omnibox.onInputEntered.addListener((entered, disposition) => {
    const id = projectFor(entered);
    if (disposition === 'currentTab')
      void showInPanel(
        tab,
        id.then((project) => (project === null ? null : { project })),
      );
    else void id.then((project) => openLibrary(project, disposition === 'newForegroundTab'));
  });
}

const say = (text: string): void =>
  void browser.omnibox.setDefaultSuggestion({ description: forOmnibox(text, asXml) });

function searchOf({ projects }: Index): Search {
  const search = createSearch();
  for (const [id, entry] of Object.entries(projects)) search.putProject({ ...entry, id });
  return search;
}
