import { mkdirSync, writeFileSync } from 'node:fs';
import { madeHere } from '../eval/made-here.ts';
import { report, type Section } from '../eval/report.ts';
import { type Benches, openBenches } from './browsers.ts';
import { firstScan } from './first-scan.ts';
import { frameCost } from './frames.ts';
import { hover } from './hover.ts';
import { livePages } from './live-pages.ts';
import { longestTasks } from './longest-tasks.ts';
import { memory } from './memory.ts';
import { mutationCost } from './mutations.ts';
import { peerPattern } from './peer-pattern.ts';
import { pointerMoves } from './pointer.ts';
import { popup } from './popup.ts';
import { realPages } from './real-pages.ts';
import { slopes } from './slopes.ts';
import { start } from './start.ts';

const parts: Record<string, (benches: Benches) => Promise<Section>> = {
  scan: firstScan,
  tasks: longestTasks,
  real: realPages,
  frames: frameCost,
  live: livePages,
  mutations: mutationCost,
  pointer: pointerMoves,
  memory,
  hover,
  slopes,
  start,
  popup,
};
const leastRounds = 7;

const args = process.argv.slice(2);
const asked = args.filter((arg) => !arg.startsWith('--'));
const rounds = Number(
  args.find((arg) => arg.startsWith('--rounds='))?.slice('--rounds='.length) ?? leastRounds,
);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0 || !(rounds >= 1)) {
  console.error(
    `npm run bench -- [--rounds=${leastRounds}] [part …]. The parts: ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(1);
}

const benches = await openBenches(rounds);
const sections: Section[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const begun = performance.now();
  const section = await measure(benches);
  sections.push(section);
  console.log(`\n${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s\n\n${section.text}\n`);
}
const version = benches.plain.browser.version();
await benches.close();

const about = [
  '# Performance',
  'What Underline costs the pages that it runs on. Each measurement takes its variants by turns, so that ratios hold ' +
    'where absolute times do not: the machine has other work to do. This file is written by a command, never by hand.',
];
const peers = ['mark.js', 'findandreplacedomtext', 'twitter-text'];
const made = [
  ...madeHere('bench', args, version, peers),
  `Peers are given \`${peerPattern.source}\`; twitter-text goes by its own grammar`,
];
const whole = asked.length === 0 && rounds >= leastRounds;
if (!whole) mkdirSync(new URL('../../artifacts/bench/', import.meta.url), { recursive: true });
const target = new URL(
  whole ? '../../docs/performance.md' : '../../artifacts/bench/part.md',
  import.meta.url,
);
writeFileSync(target, report(about, sections, made));
for (const { what, aim, got, met } of sections.flatMap((section) => section.aims))
  console.log(`${met ? 'met   ' : 'MISSED'} ${what}: ${got} (${aim})`);
console.log(`Written: ${whole ? 'docs/performance.md' : 'artifacts/bench/part.md'}`);
