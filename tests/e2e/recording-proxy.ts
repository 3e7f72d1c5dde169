import { createServer, type IncomingMessage, request as open } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Between every browser of the tests and everything else; sends on to this machine alone, and keeps a record. */
export interface RecordingProxy {
  /** What a browser is told to use. */
  address: string;
  /** Every request so far but the browser's own, such as `GET http://127.0.0.1:1/page` or `CONNECT a.example:443`, with what sent it if that is ours. */
  requests: readonly string[];
  /** Those of them that no test's own page makes: to another machine, or from the extension's origin. */
  strange(): string[];
  close(): Promise<void>;
}

/** Names of this machine; `.test` is nobody's on the web. */
const isHere = (host: string): boolean => /^(127\.0\.0\.1|localhost|.+\.test)$/.test(host);

/** What Chromium itself asks for in spite of its flags: component updates, who is signed in, forms, spelling. */
const browserHosts: readonly string[] = [
  'update.googleapis.com',
  'accounts.google.com',
  'content-autofill.googleapis.com',
  'redirector.gvt1.com',
];

export async function openRecordingProxy(): Promise<RecordingProxy> {
  const requests: string[] = [];
  const strange: string[] = [];

  const record = (method: string, target: string, { headers }: IncomingMessage, host: string): void => {
    const sentBy = [headers.origin, headers.referer].find((from) => from?.includes('extension:'));
    const entry = `${method} ${target}${sentBy ? ` from ${sentBy}` : ''}`;
    if (!sentBy && browserHosts.includes(host)) return;
    requests.push(entry);
    if (sentBy || !isHere(host)) strange.push(entry);
  };

  const server = createServer((incoming, outgoing) => {
    const { method = '', headers } = incoming;
    const url = URL.parse(incoming.url ?? '');
    record(method, incoming.url ?? '', incoming, url?.hostname ?? '');
    if (!url || !isHere(url.hostname)) {
      outgoing.writeHead(403).end('Only this machine can be reached.');
      return;
    }
    const { port, pathname, search } = url;
    const forwarded = open(
      // A connection of its own for each: one kept open may be closed by the site just when it is used again.
      { host: '127.0.0.1', port: port || 80, method, path: pathname + search, headers, agent: false },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.on('error', () => outgoing.destroy());
      },
    );
    forwarded.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
    outgoing.on('close', () => forwarded.destroy());
    incoming.pipe(forwarded);
  });
  server.on('connect', (incoming, socket) => {
    record('CONNECT', incoming.url ?? '', incoming, (incoming.url ?? '').replace(/:\d+$/, ''));
    // A browser that went away meanwhile needs no answer.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://127.0.0.1:${port}`,
    requests,
    strange: () => [...strange],
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
