// How long it takes to tell whether a handle could be taken for a kept one: `node tests/bench/look-alikes.ts`. Wall time, the least of 20.
import { lookAlikesAmong } from '../../lib/mentions/look-alike.ts';

const syllables =
  'o pen gra di ent ne ar so la na ren der fi le co in arb it rum uni swap cha pro to col ai dao'.split(' ');
/** A name of three to five syllables, the same for the same number. */
function nameOf(number: number): string {
  let [rest, name] = [Math.imul(number + 1, 2_654_435_761) >>> 0, ''];
  for (let count = 3 + (number % 3); count > 0; count -= 1) {
    name += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length) + number;
  }
  return name;
}
const fastest = (runs: number, work: () => void) => {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
};

for (const projects of [1_000, 10_000]) {
  const kept = Array.from({ length: projects }, (_, number) => {
    const name = nameOf(number);
    return ['$', '#', '@', '@the_'].map((sigil) => sigil + name).concat(`${name}.ai`);
  }).flatMap((aliases, number) => aliases.map((text) => ({ id: String(number), text })));
  let ask = lookAlikesAmong(() => kept);
  const ready = fastest(20, () => {
    ask = lookAlikesAmong(() => kept);
    ask('@x');
  });
  const asked = Array.from({ length: 500 }, (_, number) => `@${nameOf(number * 2)}x`);
  const each = fastest(20, () => {
    for (const text of asked) ask(text);
  });
  console.log(
    `${projects} projects of five aliases: ready in ${ready.toFixed(0)} ms, a question ${(each / asked.length).toFixed(3)} ms`,
  );
}
