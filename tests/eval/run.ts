import { writeFileSync } from 'node:fs';
import { artifact } from './artifacts.ts';
import { type EvalBrowser, openEvalBrowser } from './browser.ts';
import { conformance } from './conformance.ts';
import { hasData } from './data.ts';
import { findersOf } from './finders.ts';
import { floods } from './floods.ts';
import { floor } from './floor.ts';
import { goldTweets } from './gold-tweets.ts';
import { madeHere } from './made-here.ts';
import { markJsPattern, naivePattern } from './peers.ts';
import { posts } from './posts.ts';
import { report, type Section } from './report.ts';
import { snippets } from './snippets.ts';
import { documentation, shellHelp, sourceFiles } from './trap-sections.ts';

const parts: Record<string, (browser: EvalBrowser) => Promise<Section>> = {
  conformance: (browser) => conformance(findersOf(browser)),
  tweets: (browser) => goldTweets(findersOf(browser)),
  snippets: (browser) => snippets(findersOf(browser)),
  posts: (browser) => posts(findersOf(browser)),
  documentation,
  sources: (browser) => sourceFiles(browser, findersOf(browser)),
  help: (browser) => shellHelp(findersOf(browser)),
  floor,
  floods,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown}. The parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
if (!hasData()) {
  console.log(
    'Not evaluated: ../shared/data is absent, the posts and pages that detection is measured against.',
  );
  process.exit();
}

const browser = await openEvalBrowser();
const sections: Section[] = [];
for (const [name, run] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const begun = performance.now();
  sections.push(await run(browser));
  console.log(`${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
await browser.close();

const about = [
  '# Evaluation of detection',
  'Each finder reads the same texts, and all are scored alike: a span counts if its kind, start and end agree. Offsets are ' +
    'UTF-16; what is given in code points is converted. This file is written by a command, never by hand.',
];
const made = [
  ...madeHere('eval', asked, browser.version, ['twitter-text', 'mark.js']),
  `mark.js is given \`${markJsPattern.source}\`, the naive regex is \`${naivePattern.source}\``,
];
const whole = asked.length === 0;
const target = whole ? new URL('../../docs/evaluation.md', import.meta.url) : artifact('part.md');
writeFileSync(target, report(about, sections, made));
const aims = sections.flatMap((section) => section.aims);
for (const { what, aim, got, met } of aims)
  console.log(`${met ? 'met   ' : 'MISSED'} ${what}: ${got} (${aim})`);
console.log(
  `Written: ${whole ? 'docs/evaluation.md' : 'artifacts/eval/part.md'}; hits one by one in artifacts/eval`,
);
