import { anySite } from '../../../lib/mentions/sites.ts';
import { detection } from '../../../lib/page/detection.ts';
import type { PageMention } from '../../../lib/page/page-mention.ts';
import { startScanner } from '../../../lib/page/scanner.ts';

/** `text`: until the page's own text is read. `all`: until its open shadow roots are found and read as well. */
export type Extent = 'text' | 'all';

/** Runs the extension's own scanner over the document, as on a site that no rule of its own names. */
export function scanPage(extent: Extent): Promise<PageMention[]> {
  const last = prepared ?? appendLast(extent);
  prepared = null;
  const end = new AbortController();
  return new Promise((resolve) => {
    const scanner = startScanner(
      { grammar: anySite, loadDetection: async () => detection },
      {
        onChanged() {},
        onDropped() {},
        onReplaced() {},
        onFound() {
          const blocks = new Map(scanner.held.blocks);
          // What is in view is read first, and told before the rest.
          if (!blocks.delete(last.block)) return;
          end.abort();
          last.host.remove();
          resolve([...blocks.values()].flat());
        },
      },
      end.signal,
    );
  });
}

interface Last {
  host: Element;
  block: Element;
}

let prepared: Last | null = null;

/** Appends the end mark of the next scan beforehand: the browser takes as long for that as for half of the floor. */
export function prepareScan(extent: Extent): void {
  prepared = appendLast(extent);
}

/** The last thing on the page is a mention, of the page's own text or in a shadow root: when that is found, everything is. */
function appendLast(extent: Extent): Last {
  const host = document.createElement('div');
  const block = document.createElement('p');
  block.textContent = '$LAST';
  if (extent === 'all') host.attachShadow({ mode: 'open' }).append(block);
  else host.append(block);
  document.body.append(host);
  return { host, block };
}
