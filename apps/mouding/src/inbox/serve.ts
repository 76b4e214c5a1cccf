import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Mailbox } from './mailbox.ts';
import { listPage, mailPage, STYLE } from './pages.ts';

const host = '127.0.0.1';

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

const HTML = 'text/html; charset=utf-8';

/** The page of the inbox: it reads and does nothing else. */
export interface InboxPage {
  readonly port: number;
  stop(): Promise<void>;
}

/** Serves the mailbox to this machine. @param port 0 picks a free one */
export async function serveInbox(mailbox: Mailbox, port: number): Promise<InboxPage> {
  const server = createServer((request, response) => answer(mailbox, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(mailbox: Mailbox, request: IncomingMessage, response: ServerResponse): void {
  const { status, type = HTML, body = '' } = page(mailbox, request);
  response.writeHead(status, { ...HEADERS, 'Content-Type': type });
  response.end(request.method === 'HEAD' ? undefined : body);
}

interface Page {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}

function page(mailbox: Mailbox, { headers, method = '', url = '/' }: IncomingMessage): Page {
  // A page of another site whose name was pointed at this machine would otherwise read the mails.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '')) return { status: 421 };
  return ['GET', 'HEAD'].includes(method) ? pageAt(mailbox, url.replace(/\?.*$/, '')) : { status: 405 };
}

function pageAt(mailbox: Mailbox, path: string): Page {
  if (path === '/') return { status: 200, body: listPage(mailbox) };
  if (path === '/style.css') return { status: 200, type: 'text/css; charset=utf-8', body: STYLE };
  const no = /^\/mails\/(\d{1,9})$/.exec(path)?.[1];
  const mail = no === undefined ? undefined : mailbox.find(Number(no));
  return mail ? { status: 200, body: mailPage(mail) } : { status: 404 };
}
