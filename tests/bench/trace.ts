import type { Browser, CDPSession } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds by the clock, and of the thread's own processor time. */
  ts: number;
  dur?: number;
  tts?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}

/** One task of the page's main thread, in milliseconds. */
export interface Task {
  wall: number;
  cpu: number;
  /** A script of an extension ran in it. */
  ours: boolean;
}

/** What a page's main thread did for a while. Milliseconds of its own processor time unless it says wall. */
export interface Recording {
  cpu: number;
  /** All scripts, without the style, layout and paint that they forced. */
  script: number;
  /** Style, layout, paint and commit. */
  rendering: number;
  tasks: Task[];
  /** Each time that the extension's script was called, with what it forced. */
  calls: number[];
  /** Compiling the extension's script and running it once. */
  evaluation: number;
  /** Times that the extension's script made the browser lay out what was stale. */
  forcedLayouts: number;
}

const categories = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8.execute',
  'blink.user_timing',
];
const scriptNames = new Set(['EvaluateScript', 'v8.compile', 'FunctionCall', 'RunMicrotasks']);
const renderingNames = new Set(
  ['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit', 'HitTest'].concat(
    'IntersectionObserverController::computeIntersections',
  ),
);
const beginMark = 'bench:begin';
const endMark = 'bench:end';

/** Traces what the main thread of the session's page does while `during` runs. */
export async function record(
  browser: Browser,
  session: CDPSession,
  during: () => Promise<void>,
): Promise<Recording> {
  const mark = (name: string) =>
    session.send('Runtime.evaluate', { expression: `performance.mark('${name}');0` });
  await browser.startTracing(undefined, { categories });
  let traced: Buffer;
  try {
    await mark(beginMark);
    await during();
    await mark(endMark);
  } finally {
    traced = await browser.stopTracing();
  }
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(traced.toString());
  return read(traceEvents);
}

function read(events: readonly TraceEvent[]): Recording {
  const begin = events.find(({ name }) => name === beginMark);
  const end = events.find(({ name }) => name === endMark);
  if (!begin || !end) throw new Error('The trace lacks the marks of the page.');
  const onThread = events
    .filter(({ pid, tid, ph, ts }) => pid === begin.pid && tid === begin.tid && ph === 'X' && ts >= begin.ts)
    .filter(({ ts, dur = 0 }) => ts + dur <= end.ts)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));

  const recording: Recording = {
    cpu: ((end.tts ?? Number.NaN) - (begin.tts ?? Number.NaN)) / 1000,
    script: 0,
    rendering: 0,
    tasks: [],
    calls: [],
    evaluation: 0,
    forcedLayouts: 0,
  };
  for (const task of tasksOf(onThread)) add(recording, task);
  return recording;
}

/** The events in groups, each with its task first. */
function tasksOf(events: readonly TraceEvent[]): TraceEvent[][] {
  const groups: TraceEvent[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    if (event.name === 'RunTask' && event.ts >= end) {
      end = event.ts + (event.dur ?? 0);
      groups.push([event]);
    } else if (event.ts < end) groups.at(-1)?.push(event);
  }
  return groups;
}

const isOurs = ({ args }: TraceEvent): boolean => args?.data?.url?.startsWith('chrome-extension://') ?? false;
const cpuOf = ({ tdur = 0 }: TraceEvent): number => tdur / 1000;
const sum = (events: readonly TraceEvent[]): number => events.reduce((all, event) => all + cpuOf(event), 0);

function add(recording: Recording, [task, ...inside]: readonly TraceEvent[]): void {
  if (!task) return;
  const isScript = ({ name }: TraceEvent) => scriptNames.has(name);
  const isRendering = ({ name }: TraceEvent) => renderingNames.has(name);
  const scripts = outermost(inside.filter(isScript));
  const rendering = outermost(inside.filter(isRendering));
  const forced = outermost(rendering.filter((event) => scripts.some((script) => holds(script, event))));
  recording.script += sum(scripts) - sum(forced);
  recording.rendering += sum(rendering);

  const called = inside.filter((event) => isScript(event) && isOurs(event));
  // What promises go on with bears no address: it is ours in a task in which nobody else was called.
  const alone = called.length > 0 && inside.every((event) => event.name !== 'FunctionCall' || isOurs(event));
  const ours = alone ? scripts : outermost(called);
  recording.tasks.push({ wall: (task.dur ?? 0) / 1000, cpu: cpuOf(task), ours: ours.length > 0 });
  if (ours.length > 0) recording.calls.push(sum(ours));
  recording.evaluation += sum(ours.filter(({ name }) => name === 'EvaluateScript' || name === 'v8.compile'));
  recording.forcedLayouts += rendering.filter(
    (event) => event.name === 'Layout' && ours.some((script) => holds(script, event)),
  ).length;
}

const holds = (outer: TraceEvent, inner: TraceEvent): boolean =>
  outer.ts <= inner.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);

/** Those that lie in none of the others; the events come in order. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const kept: TraceEvent[] = [];
  for (const event of events) {
    const last = kept.at(-1);
    if (!last || !holds(last, event)) kept.push(event);
  }
  return kept;
}
