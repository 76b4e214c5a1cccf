import { createServer, type IncomingMessage, type Server } from 'node:http';
import { addCheckpoint, type Reply, type WitnessMeans } from './judge.ts';

const MOST_BYTES = 65_536;

/** The server of a witness: `POST …/add-checkpoint`. @source C2SP tlog-witness */
export function witnessServer(means: WitnessMeans, tell: (reply: Reply) => void = () => {}): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method !== 'POST' || !pathname.endsWith('/add-checkpoint')) {
      response.writeHead(404).end();
      return;
    }
    bodyOf(request).then(
      (body) => {
        const reply = body === null ? TOO_LONG : addCheckpoint(means, body);
        tell(reply);
        const type = reply.status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8';
        response.writeHead(reply.status, { 'content-type': type }).end(reply.body);
      },
      () => response.destroy(),
    );
  });
}

const TOO_LONG: Reply = { status: 400, body: 'too long\n' };

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
