import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { artifact } from './artifacts.ts';
import { type EvalBrowser, openEvalBrowser } from './browser.ts';
import { conformance } from './conformance.ts';
import { hasData } from './data.ts';
import { findersOf } from './finders.ts';
import { floods } from './floods.ts';
import { floor } from './floor.ts';
import { goldTweets } from './gold-tweets.ts';
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

const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);
const peers = ['twitter-text', 'mark.js'].map((name) => `${name} ${devDependencies[name]}`).join(', ');
const [cpu] = cpus();
const made = [
  `Command: \`npm run eval${asked.length > 0 ? ` -- ${asked.join(' ')}` : ''}\`, on commit ${commit}`,
  `Date: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  `Machine: ${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}`,
  `Chromium ${browser.version}, headless; Node ${process.versions.node}; ${peers}`,
  `mark.js is given \`${markJsPattern.source}\`, the naive regex is \`${naivePattern.source}\``,
];
const whole = asked.length === 0;
const target = whole ? new URL('../../docs/evaluation.md', import.meta.url) : artifact('part.md');
writeFileSync(target, report(sections, made));
const aims = sections.flatMap((section) => section.aims);
for (const { what, aim, got, met } of aims)
  console.log(`${met ? 'met   ' : 'MISSED'} ${what}: ${got} (${aim})`);
console.log(
  `Written: ${whole ? 'docs/evaluation.md' : 'artifacts/eval/part.md'}; hits one by one in artifacts/eval`,
);
