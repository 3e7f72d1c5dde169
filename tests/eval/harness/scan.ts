import { anySite } from '../../../lib/mentions/sites.ts';
import type { PageMention } from '../../../lib/page/page-mention.ts';
import { startScanner } from '../../../lib/page/scanner.ts';

/** `text`: until the page's own text is read. `all`: until its open shadow roots are found and read as well. */
export type Extent = 'text' | 'all';

/** Runs the extension's own scanner over the document, as on a site that no rule of its own names. */
export function scanPage(extent: Extent): Promise<PageMention[]> {
  const last = extent === 'all' ? (prepared ?? appendLast()) : null;
  prepared = null;
  const end = new AbortController();
  return new Promise((resolve) => {
    const scanner = startScanner(
      anySite,
      {
        onDropped() {},
        onReplaced() {},
        onFound() {
          const blocks = new Map(scanner.held.blocks);
          if (last && !blocks.delete(last.block)) return;
          end.abort();
          last?.host.remove();
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
export function prepareScan(): void {
  prepared = appendLast();
}

/** The last thing on the page is a mention in a shadow root: when that is found, everything is. */
function appendLast(): Last {
  const host = document.createElement('div');
  const block = document.createElement('p');
  block.textContent = '$LAST';
  host.attachShadow({ mode: 'open' }).append(block);
  document.body.append(host);
  return { host, block };
}
