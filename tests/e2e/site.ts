import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page held in memory. */
export interface SitePage {
  /** Begins with a slash and has no query. */
  path: string;
  /** What stands inside `<body>`. */
  body: string;
  title?: string;
  /** What stands inside `<head>`, after charset and title. */
  head?: string;
  headers?: Record<string, string>;
  /** Scripts, each loaded at the end of the body from an address of its own, so that a strict CSP can allow them. */
  scripts?: string[];
}

/** A web server on this machine, for pages that a test makes. */
export interface Site {
  /** Serves the page from now on, in place of an earlier one with its path; answers its URL on 127.0.0.1. */
  page(page: SitePage): string;
  /** The same address on localhost, which is another origin and another site. */
  elsewhere(url: string): string;
  close(): Promise<void>;
}

interface Answer {
  type: string;
  headers: Record<string, string>;
  content: string;
}

export async function openSite(): Promise<Site> {
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    respond(response, pathname, answers.get(pathname));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    page(page) {
      const addresses = (page.scripts ?? []).map((_, number) => `${page.path}.${number}.js`);
      for (const [number, address] of addresses.entries()) {
        answers.set(address, { type: 'text/javascript', headers: {}, content: page.scripts?.[number] ?? '' });
      }
      answers.set(page.path, {
        type: 'text/html',
        headers: page.headers ?? {},
        content: html(page, addresses),
      });
      return `http://127.0.0.1:${port}${page.path}`;
    },
    elsewhere: (url) => url.replace('//127.0.0.1:', '//localhost:'),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function html({ title, head, body }: SitePage, scripts: string[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${title ?? 'A page'}</title>${head ?? ''}</head>`,
    `<body>${body}${scripts.map((address) => `<script src="${address}"></script>`).join('')}</body>`,
    '</html>',
  ].join('\n');
}

function respond(response: ServerResponse, path: string, answer: Answer | undefined): void {
  if (!answer) {
    // Browsers ask for an icon unasked; a missing one is an error in the console.
    response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    return;
  }
  response
    .writeHead(200, { 'content-type': `${answer.type}; charset=utf-8`, ...answer.headers })
    .end(answer.content);
}
