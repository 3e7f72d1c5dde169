import { keysToMigrate } from '../library/migrate-store.ts';
import type { Records } from '../library/parse.ts';
import { readPossible } from './read-copies.ts';
import { tryRead } from './storage.ts';

/** All that a store of an earlier version names; what the browser refuses stays as it is. Null if it is too slow. */
export async function readOlder(base: Records): Promise<Records | null> {
  const projects = await readPossible(tryRead, keysToMigrate(base));
  const some = { ...base, ...projects.records };
  const missing = keysToMigrate(some).filter((key) => !(key in some));
  const rest = await readPossible(tryRead, missing);
  return projects.late || rest.late ? null : { ...some, ...rest.records };
}
