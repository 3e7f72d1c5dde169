import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);

test('the threat model names every hostile case, and no other', () => {
  const cases = readdirSync(fileURLToPath(new URL('tests/hostile', root))).flatMap((file) =>
    file.endsWith('.spec.ts') ? [file.slice(0, -'.spec.ts'.length)] : [],
  );
  const text = readFileSync(new URL('docs/threat-model.md', root), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  const inTables = rows.flatMap(
    (row) =>
      row
        .split('|')
        .at(-2)
        ?.match(/(?<=`)[\w.-]+(?=`)/g) ?? [],
  );

  expect(cases.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  expect(inTables.filter((name) => !cases.includes(name))).toEqual([]);
});
