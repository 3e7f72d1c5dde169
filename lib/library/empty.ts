import { noDigest } from './digest.ts';
import { version } from './migration-steps.ts';
import type { Base } from './parse.ts';
import { defaultSettings } from './schema.ts';

/** What stands beside the records of a library in which nothing was ever saved. */
export const emptyBase: Base = {
  index: { projects: {}, recent: [], trash: {} },
  manifest: { schema: version, generation: 0, counts: { projects: 0, notes: 0 }, checksum: noDigest },
  settings: defaultSettings,
  drafts: {},
  operations: [],
};
