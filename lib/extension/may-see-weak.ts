import type { Settings } from '../library/schema.ts';
import { isOfSite, isPrivate, type Sender } from './senders.ts';

/**
 * Whether the user lets this document of `site` notice which weak mentions they keep. What is painted would tell whose
 * private window it is, and frames from elsewhere were allowed nothing.
 */
export const maySeeWeak = (settings: Settings, sender: Sender, site: string): boolean =>
  settings.weakSites.includes(site) && !isPrivate(sender) && isOfSite(sender, site);
