import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';

/** How, when and on what a report was made; nothing that names the machine. */
export function madeHere(
  script: string,
  args: readonly string[],
  chromium: string,
  peers: readonly string[],
): string[] {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  const versions = peers.map((name) => `${name} ${devDependencies[name]}`).join(', ');
  const [cpu] = cpus();
  return [
    `Command: \`npm run ${script}${args.length > 0 ? ` -- ${args.join(' ')}` : ''}\`, on commit ${commit}`,
    `Date: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `Machine: ${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}`,
    `Chromium ${chromium}, headless; Node ${process.versions.node}; ${versions}`,
  ];
}
