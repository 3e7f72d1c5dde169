import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../artifacts/eval/', import.meta.url));

/** Where a file goes that helps whoever mends the detection; never part of the repository. */
export function artifact(name: string): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}
