import { connect, type Socket } from 'node:net';

/** What came back, as much of it as is counted. */
export interface Reply {
  /** 0 when the connection ended instead. */
  readonly status: number;
  /** The header fields with the status line. */
  readonly head: string;
  readonly body: string;
}

/** A connection that stays open and carries one request at a time. */
export interface Line {
  ask(request: string, heard: (reply: Reply) => void): void;
  readonly usable: boolean;
  end(): void;
}

const END = '\r\n\r\n';

/**
 * Opens a connection to this machine. It reads no more of an answer than its length, so that counting answers costs
 * little beside giving them.
 */
export function openLine(port: number): Line {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let waiting: ((reply: Reply) => void) | undefined;
  let received = '';
  let usable = true;
  const hear = (reply: Reply): void => {
    const heard = waiting;
    waiting = undefined;
    received = '';
    heard?.(reply);
  };
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    const reply = wholeOf(received);
    if (reply) hear(reply);
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    usable = false;
    hear({ status: 0, head: '', body: '' });
  });
  return {
    get usable() {
      return usable;
    },
    ask(request, heard) {
      waiting = heard;
      socket.write(request);
    },
    end: () => void socket.destroy(),
  };
}

/** The reply, when all of it is there; every answer of the api to these requests says its length. */
function wholeOf(received: string): Reply | undefined {
  const end = received.indexOf(END);
  if (end < 0) return undefined;
  const head = received.slice(0, end);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  const body = received.slice(end + END.length);
  if (body.length < length) return undefined;
  return { status: Number(head.slice(9, 12)), head, body };
}

/** A request in HTTP/1.1, its body ASCII. */
export function written(
  method: 'GET' | 'POST',
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): string {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = method === 'POST' ? `content-length: ${body.length}\r\n` : '';
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${fields.join('')}${length}\r\n${body}`;
}
