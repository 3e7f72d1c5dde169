// How long 50,000 names take on a page of 200 kB: `node tests/bench/named.ts`. Each run is a process of its own, so that
// nothing is warm; the thread's own time, so that what else the machine does counts for less.
import { execFileSync } from 'node:child_process';
import { findNamed, namedTable } from '../../lib/mentions/find-named.ts';

const nothing = { isWord: () => false, isIgnored: () => false };
const runs = 15;
const names = 50_000;
const length = 200_000;

const syllables =
  'ba ce di fo gu ka le mi no pu ra se ti vo xa ze lo mar ten gra cor vel lum nex fin tra'.split(' ');
const common =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which'.split(
    ' ',
  );

let seed = 7;
/** From 0 to 1, the same in each run. */
function chance(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const of = (list: readonly string[]): string => list[Math.floor(chance() * list.length)] ?? '';
function word(): string {
  const made = Array.from({ length: 2 + Math.floor(chance() * 2) }, () => of(syllables)).join('');
  return made.charAt(0).toUpperCase() + made.slice(1);
}

/** Two of five names are one word, the others two. */
const name = (): string => (chance() < 0.4 ? word() + word() : `${word()} ${word()}`);

function page(kept: readonly string[]): string {
  let text = '';
  while (text.length < length) {
    const turn = chance();
    text += turn < 0.01 ? `${of(kept)} ` : turn < 0.03 ? `${word()}, ` : `${of(common)} `;
  }
  return text.slice(0, length);
}

function ms(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function runOnce(): { build: number; cold: number; again: number; found: number } {
  const kept = Array.from({ length: names }, name);
  const projects = kept.map((text, at) => ({ id: `project-${at}`, aliases: [{ text, site: null }] }));
  const text = page(kept);
  let table = namedTable([]);
  let found = 0;
  const build = ms(() => {
    table = namedTable(projects);
  });
  const look = () => {
    found = findNamed(table, { site: 'x.com', text, hosts: [] }, nothing).length;
  };
  return { build, cold: ms(look), again: ms(look), found };
}

if (process.argv[2] === 'once') console.log(JSON.stringify(runOnce()));
else {
  const all = Array.from(
    { length: runs },
    () =>
      JSON.parse(
        execFileSync(process.execPath, [import.meta.filename, 'once'], { encoding: 'utf8' }),
      ) as ReturnType<typeof runOnce>,
  );
  for (const key of ['build', 'cold', 'again', 'found'] as const) {
    const sorted = all.map((run) => run[key]).sort((a, b) => a - b);
    console.log(`${key}: median ${sorted[runs >> 1]}, from ${sorted[0]} to ${sorted.at(-1)}`);
  }
}
