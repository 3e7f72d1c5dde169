import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectEnvironment, root, run } from './run.mjs';
import { setup } from './setup.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/** @param {any} report of Vitest's JSON reporter @returns {Count} */
const countUnit = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests });

/** @param {any} report of Playwright's JSON reporter @returns {Count} */
const countE2e = ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky });

const artifacts = join(root, 'artifacts');
const unitReport = join(artifacts, 'unit.json');
const e2eReport = join(artifacts, 'e2e.json');

/** @type {{ name: string, command: string[], report?: string, count?: (report: any) => Count }[]} */
const steps = [
  { name: 'Format and lint', command: ['biome', 'check', '.'] },
  { name: 'Types', command: ['tsc', '--noEmit'] },
  { name: 'Types of the pure code', command: ['tsc', '-p', 'tsconfig.pure.json'] },
  { name: 'Dead code', command: ['knip'] },
  {
    name: 'Unit tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: unitReport,
    count: countUnit,
  },
  { name: 'Build', command: ['wxt', 'build'] },
  {
    name: 'Tests in the browser',
    command: ['playwright', 'test', '--project=pace'],
    report: e2eReport,
    count: countE2e,
  },
];

const browser = await setup();
const env = { ...projectEnvironment(), BROWSER_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport };
mkdirSync(artifacts, { recursive: true });

const total = { passed: 0, failed: 0 };
for (const { name, command, report, count } of steps) {
  console.log(`\n── ${name}: ${command[0]}`);
  if (report) rmSync(report, { force: true });
  const begun = performance.now();
  const [program = '', ...args] = command;
  const code = run(program, args, { env });
  const counted =
    report && count && existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : null;
  total.passed += counted?.passed ?? 0;
  total.failed += code === 0 ? (counted?.failed ?? 0) : Math.max(1, counted?.failed ?? 0);
  console.log(
    `── ${name}: ${code === 0 ? 'passed' : 'failed'} in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  if (code !== 0) break;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
