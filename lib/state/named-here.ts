import { create } from 'zustand';
import { sendMessage } from '../extension/messages.ts';
import type { FrameWords } from '../library/page-words.ts';
import type { Index } from '../library/schema.ts';
import { isOn } from '../library/site-state.ts';
import type { NamedProject } from '../mentions/find-named.ts';
import { useLibrary } from './library.ts';
import type { PageProject } from './page-projects.ts';

interface NamedHere {
  /** Projects that the page names otherwise than by a mention. */
  named: NamedProject[];
  /** Where the page's links lead, each host once. */
  hosts: string[];
  /** The page is longer than what was looked through. */
  cut: boolean;
}

const nothing: NamedHere = { named: [], hosts: [], cut: false };

/** What the tab the user looks at says of the library's names, domains and addresses. */
export const useNamedHere = create<NamedHere>(() => nothing);

interface Heard {
  words: FrameWords;
  named: NamedProject[];
}

/** How long is waited before each try, in milliseconds: a worker that is being stopped answers nobody until it is gone. */
const tries = [0, 100, 400, 1_000];

/** Looks for projects in what the frames of one tab send, on a page of `siteOf`. */
export function hearNames(siteOf: () => string): { hear(words: FrameWords): void; stop(): void } {
  const frames = new Map<string, Heard>();
  // A name that was added a moment ago may stand on this page.
  const unfollow = useLibrary.subscribe((now, before) => {
    if (now.index !== before.index || now.settings !== before.settings)
      for (const heard of frames.values()) void ask(heard);
  });
  return {
    hear(words) {
      const { words: before, named = [] } = frames.get(words.frame) ?? {};
      if (before && before.text === words.text && before.hosts.join() === words.hosts.join()) return;
      const heard = { words, named };
      frames.set(words.frame, heard);
      void ask(heard);
    },
    stop() {
      unfollow();
      frames.clear();
    },
  };

  async function ask(heard: Heard): Promise<void> {
    const { frame, text, hosts } = heard.words;
    const site = siteOf();
    const { settings } = useLibrary.getState();
    const off = !isOn(settings, site);
    let outcome: Awaited<ReturnType<typeof sendMessage<'findNamed'>>> = null;
    for (const wait of off ? [] : tries) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      outcome = await sendMessage('findNamed', { site, text, hosts });
      if (frames.get(frame) !== heard) return;
      if (outcome) break;
    }
    heard.named = (outcome && 'answer' in outcome && outcome.answer) || [];
    const all = [...frames.values()];
    const linked = [...new Set(all.flatMap(({ words }) => words.hosts))];
    useNamedHere.setState({ named: merged(all), hosts: linked, cut: all.some(({ words }) => words.cut) });
  }
}

/** Says that there is no page whose words could be heard. */
export const forgetNames = (): void => useNamedHere.setState(nothing);

/** The projects of all frames, each once. */
function merged(frames: Heard[]): NamedProject[] {
  const projects = new Map<string, NamedProject>();
  for (const { id, found } of frames.flatMap(({ named }) => named)) {
    const met = projects.get(id)?.found ?? [];
    const isSame = (one: NamedProject['found'][number]) => (other: typeof one) =>
      one.by === other.by && one.text === other.text;
    projects.set(id, {
      id,
      found: [
        ...met.map((one) => ({ ...one, count: one.count + (found.find(isSame(one))?.count ?? 0) })),
        ...found.filter((one) => !met.some(isSame(one))),
      ],
    });
  }
  return [...projects.values()];
}

/** A project of the library that stands on this page by mentions, by other names, or both. */
export interface ProjectHere extends PageProject {
  found: NamedProject['found'];
}

/** One list of the projects that the page mentions and of those it names, the most frequent first. */
export function projectsHere(
  known: PageProject[],
  named: NamedProject[],
  projects: Index['projects'],
): ProjectHere[] {
  const here = new Map<string, ProjectHere>(known.map((project) => [project.id, { ...project, found: [] }]));
  for (const { id, found } of named) {
    // What was heard a moment ago may be in the trash by now.
    if (projects[id]?.trashedAt !== null) continue;
    const met = here.get(id) ?? { id, count: 0, mentions: [], found: [] };
    here.set(id, { ...met, found, count: found.reduce((sum, { count }) => sum + count, met.count) });
  }
  return [...here.values()].sort((a, b) => b.count - a.count);
}
