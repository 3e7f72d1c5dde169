import type { Aliased } from '../mentions/resolve.ts';
import type { Index } from './schema.ts';

/** The projects that aliases may mean: those not in the trash. */
export const aliasedIn = (index: Index): Aliased[] =>
  Object.entries(index.projects)
    .filter(([, { trashedAt }]) => trashedAt === null)
    .map(([id, { aliases }]) => ({ id, aliases }));
