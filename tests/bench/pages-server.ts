import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PagesServer {
  /** Serves this HTML at an address of its own. */
  show(html: string): string;
  /** The same, but the document ends only when it is let go: until then it is rendered, and no content script has run. */
  hold(html: string): { url: string; letGo(): void };
  close(): Promise<void>;
}

/** Serves pages that a measurement makes, on this machine. */
export async function openPagesServer(): Promise<PagesServer> {
  const shown = new Map<string, string>();
  const held = new Map<string, { gone: boolean; asked: ServerResponse | null }>();
  const server = createServer(({ url = '' }, response) => {
    const hold = held.get(url);
    if (hold && !hold.gone) hold.asked = response;
    else if (hold) response.end();
    else if (shown.has(url))
      response.setHeader('content-type', 'text/html; charset=utf-8').end(shown.get(url));
    else response.writeHead(url === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const show = (html: string): string => {
    const path = `/${shown.size}`;
    shown.set(path, html);
    return `http://127.0.0.1:${port}${path}`;
  };
  return {
    show,
    hold(html) {
      const script = `/hold-${held.size}.js`;
      const hold: { gone: boolean; asked: ServerResponse | null } = { gone: false, asked: null };
      held.set(script, hold);
      const url = show(html.replace('</body>', `<script src="${script}"></script></body>`));
      return {
        url,
        letGo() {
          hold.gone = true;
          hold.asked?.end();
        },
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
