import { note } from './log.ts';
import { pathOf } from './path.ts';

/** Whether the browser makes an entry of these depends on how long something took: that is a time, not a fact. */
const timed = new Set(['longtask', 'long-animation-frame', 'event', 'first-input']);

/** Logs what the browser itself reports: performance entries, interventions, violations. */
export function watchBrowser(): void {
  for (const channel of ['performance', 'reports']) note(channel);
  for (const type of PerformanceObserver.supportedEntryTypes) {
    const options = { type, buffered: true, durationThreshold: 16 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) describe(entry);
    }).observe(options);
  }
  new ReportingObserver((reports) => {
    for (const { type, url, body } of reports) note('reports', `${type} ${url} ${JSON.stringify(body)}`);
  }).observe();
}

function describe(entry: PerformanceEntry): void {
  if (timed.has(entry.entryType)) {
    const foreign = sourcesOf(entry).filter((source) => !source.startsWith(location.origin));
    for (const source of foreign) note('performance', `${entry.entryType} by ${source}`);
    return;
  }
  note('performance', `${entry.entryType} ${entry.name} ${nodesOf(entry).map(pathOf).join(' ')}`.trim());
}

/** Who the browser says has taken the time. */
function sourcesOf(entry: PerformanceEntry): string[] {
  const { attribution = [], scripts = [] } = entry as {
    attribution?: {
      containerSrc: string;
      containerId: string;
      containerName: string;
      containerType: string;
    }[];
    scripts?: { sourceURL: string; invoker: string; windowAttribution: string }[];
  };
  return [
    ...attribution.map(({ containerSrc, containerId, containerName }) =>
      [containerSrc, containerId, containerName].join(''),
    ),
    ...scripts.map(({ sourceURL }) => sourceURL),
  ].filter((source) => source !== '');
}

function nodesOf(entry: PerformanceEntry): unknown[] {
  const { sources = [], element } = entry as { sources?: { node: Node | null }[]; element?: Node };
  return [...sources.map(({ node }) => node), ...(element ? [element] : [])];
}
