import type { Profile } from '../../../lib/mentions/mention.ts';
import { anySite } from '../../../lib/mentions/sites.ts';
import type { PageMention } from '../../../lib/page/page-mention.ts';
import { startScanner } from '../../../lib/page/scanner.ts';

/** Runs the extension's own scanner over the document until it has found everything. */
export function scanPage(profile: Profile): Promise<PageMention[]> {
  const end = new AbortController();
  return new Promise((resolve) => {
    const scanner = startScanner(
      { ...anySite, profile },
      {
        onDropped() {},
        onReplaced() {},
        onFound() {
          end.abort();
          resolve([...scanner.blocks().values()].flat());
        },
      },
      end.signal,
    );
  });
}
