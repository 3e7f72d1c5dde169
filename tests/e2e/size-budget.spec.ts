import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extensionPath } from '../../scripts/build.mjs';
import { budgets } from './budgets.ts';
import { expect, test } from './fixtures.ts';

/** The files that are loaded with this one, itself left out if it is a page. */
function loadedBy(file: string): string[] {
  if (!file.endsWith('.html')) return [file];
  const html = readFileSync(join(extensionPath, file), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
}

for (const [file, most] of Object.entries(budgets.bytes)) {
  test(`${file} loads at most ${most / 1000} kB`, () => {
    const loaded = loadedBy(file);
    expect(loaded.some((path) => path.endsWith('.js'))).toBe(true);
    const bytes = loaded.reduce((all, path) => all + statSync(join(extensionPath, path)).size, 0);
    expect(bytes).toBeLessThanOrEqual(most);
  });
}
