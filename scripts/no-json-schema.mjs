import { readFileSync } from 'node:fs';

/** The parts of zod that write JSON schemas. They hang on every schema, and nothing of ours asks for them in a browser. */
const parts = /[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/;

/**
 * Leaves them out of a build: 15 kB of what the card loads. Whoever asks for one after all is told.
 * @returns {import('vite').Plugin}
 */
export const noJsonSchema = () => ({
  name: 'no-json-schema',
  enforce: 'pre',
  load: (id) => (parts.test(id) ? without(namesIn(readFileSync(id, 'utf8'))) : undefined),
});

const without = (/** @type {string[]} */ names) => `
const none = () => { throw new Error('JSON schemas are left out of the build: scripts/no-json-schema.mjs'); };
${names.map((name) => `export { none as ${name} };`).join('\n')}`;

/** Names that a module exports by itself or by a list. */
function namesIn(/** @type {string} */ text) {
  const own = [...text.matchAll(/^export (?:const|let|var|function|class) (\w+)/gm)].map(([, name]) => name);
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list = '']) =>
    list.split(',').map((one) =>
      one
        .trim()
        .split(/\s+as\s+/)
        .at(-1),
    ),
  );
  return [...own, ...listed].filter((name) => name !== undefined);
}
