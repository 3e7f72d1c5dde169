import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterEvent, closedHover, deadline, type Hover, type HoverEvent } from '../../../lib/page/hover.ts';

const pace = { dwellMs: 400, graceMs: 300, maxSpeed: 0.5 };
type Step = [at: number, event: HoverEvent<string>];
const move = (at: number, over: string | null, speed = 0.1): Step => [at, { type: 'move', over, speed }];
const time = (at: number): Step => [at, { type: 'time' }];

const play = (steps: Step[]): Hover<string> =>
  steps.reduce<Hover<string>>((hover, [at, event]) => afterEvent(hover, event, at, pace), closedHover);

describe('hover', () => {
  const cases: { why: string; steps: Step[]; open: string | null }[] = [
    { why: 'opens after the dwell', steps: [move(0, '$OPG'), time(400)], open: '$OPG' },
    { why: 'not before it', steps: [move(0, '$OPG'), time(399)], open: null },
    {
      why: 'slow movement on the mention counts as rest',
      steps: [move(0, 'a'), move(300, 'a'), time(400)],
      open: 'a',
    },
    {
      why: 'a fast pointer starts the dwell anew',
      steps: [move(0, 'a'), move(300, 'a', 2), time(400)],
      open: null,
    },
    { why: 'a fast arrival that then rests opens', steps: [move(0, 'a', 9), time(400)], open: 'a' },
    {
      why: 'leaving before the dwell opens nothing',
      steps: [move(0, 'a'), move(200, null), time(400)],
      open: null,
    },
    {
      why: 'the other mention starts its own dwell',
      steps: [move(0, 'a'), move(200, 'b'), time(400)],
      open: null,
    },
    {
      why: 'stays within the grace',
      steps: [move(0, 'a'), time(400), move(500, null), time(799)],
      open: 'a',
    },
    { why: 'closes after it', steps: [move(0, 'a'), time(400), move(500, null), time(800)], open: null },
    {
      why: 'the grace does not start anew with each move outside',
      steps: [move(0, 'a'), time(400), move(500, null), move(700, null), time(800)],
      open: null,
    },
    {
      why: 'reaching the card keeps it (hoverable)',
      steps: [move(0, 'a'), time(400), move(500, null), move(600, 'card'), time(2_000)],
      open: 'a',
    },
    {
      why: 'coming back to the mention keeps it',
      steps: [move(0, 'a'), time(400), move(500, null), move(600, 'a'), time(2_000)],
      open: 'a',
    },
    {
      why: 'another mention takes over after its own dwell',
      steps: [move(0, 'a'), time(400), move(500, 'b'), time(800), time(900)],
      open: 'b',
    },
    {
      why: 'held: something is typed, leaving does not close',
      steps: [move(0, 'a'), time(400), [450, { type: 'hold', on: true }], move(500, null), time(9_000)],
      open: 'a',
    },
    {
      why: 'held: crossing another mention does not take it away',
      steps: [move(0, 'a'), time(400), [450, { type: 'hold', on: true }], move(500, 'b'), time(9_000)],
      open: 'a',
    },
    {
      why: 'held goes with a press outside: the draft is kept elsewhere',
      steps: [move(0, 'a'), time(400), [450, { type: 'hold', on: true }], [500, { type: 'press-outside' }]],
      open: null,
    },
    {
      why: 'pinned survives a press outside',
      steps: [move(0, 'a'), time(400), [450, { type: 'pin', on: true }], [500, { type: 'press-outside' }]],
      open: 'a',
    },
    {
      why: 'a hold that arrives after closing is nothing: the next hover works',
      steps: [[0, { type: 'hold', on: true }], [1, { type: 'pin', on: true }], move(10, 'a'), time(410)],
      open: 'a',
    },
    {
      why: 'opened by the keys it stays, although the pointer moves elsewhere',
      steps: [[0, { type: 'open', mention: 'a' }], move(10, null), time(2_000)],
      open: 'a',
    },
    {
      why: 'opened by the keys it closes like any other once it is let go',
      steps: [[0, { type: 'open', mention: 'a' }], [10, { type: 'hold', on: false }], time(310)],
      open: null,
    },
    {
      why: 'a card that is let go with the pointer elsewhere closes after the grace',
      steps: [
        move(0, 'a'),
        time(400),
        [450, { type: 'hold', on: true }],
        move(500, null),
        [600, { type: 'hold', on: false }],
        time(900),
      ],
      open: null,
    },
    {
      why: 'Escape closes a pinned one too',
      steps: [move(0, 'a'), time(400), [450, { type: 'pin', on: true }], [500, { type: 'dismiss' }]],
      open: null,
    },
    {
      why: 'a press during the dwell opens nothing',
      steps: [move(0, 'a'), [200, { type: 'press-outside' }], time(400)],
      open: null,
    },
    { why: 'the keyboard opens without a dwell', steps: [[0, { type: 'open', mention: 'a' }]], open: 'a' },
  ];
  it.each(cases)('$why', ({ steps, open }) => expect(play(steps).open).toBe(open));

  const events = fc.oneof(
    fc.record({
      type: fc.constant('move' as const),
      over: fc.constantFrom('a', 'b', 'card' as const, null),
      speed: fc.double({ min: 0, max: 5, noNaN: true }),
    }),
    fc.record({ type: fc.constant('time' as const) }),
    fc.record({ type: fc.constantFrom('hold' as const, 'pin' as const), on: fc.boolean() }),
    fc.record({ type: fc.constantFrom('press-outside' as const, 'dismiss' as const) }),
  );
  const timelines = fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), events), { maxLength: 40 });

  it('never opens earlier than a full dwell after the pointer last was elsewhere', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        let hover: Hover<string> = closedHover;
        let now = 0;
        const since: Record<string, number> = {};
        for (const [wait, event] of timeline) {
          now += wait;
          const before = hover.open;
          if (event.type === 'move') {
            for (const mention of ['a', 'b']) if (event.over !== mention) delete since[mention];
            if (event.over === 'a' || event.over === 'b') since[event.over] ??= now;
          }
          hover = afterEvent(hover, event, now, pace);
          if (hover.open !== before && hover.open !== null) {
            expect(now - (since[hover.open] ?? now)).toBeGreaterThanOrEqual(pace.dwellMs);
          }
        }
      }),
    );
  });

  it('with the pointer gone and nothing held, an open card always has a time to close', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        let hover: Hover<string> = closedHover;
        let now = 0;
        for (const [wait, event] of timeline) {
          now += wait;
          hover = afterEvent(hover, event, now, pace);
        }
        hover = afterEvent(hover, { type: 'move', over: null, speed: 0 }, now + 1, pace);
        if (hover.open !== null && !hover.held && !hover.pinned) {
          const until = deadline(hover);
          expect(until).not.toBeNull();
          expect(afterEvent(hover, { type: 'time' }, until!, pace).open).toBeNull();
        }
      }),
    );
  });
});
