import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DemoTour } from '@mouding/contract';
import { SEEDING, type Tour } from './tour.ts';

/** A door of this process for the api on the same machine: nobody else knows the word in its address. */
export interface Door {
  /** `http://127.0.0.1:4711/…`, for the api's DEMO_DOOR. */
  readonly address: string;
  /** From now on it answers with this tour. */
  show(tour: Tour): void;
  close(): Promise<void>;
}

/** Opens it; until there is a tour it says that the demo is being set up. */
export async function openDoor(): Promise<Door> {
  const word = randomBytes(24).toString('base64url');
  let tour: Tour | undefined;
  const server = createServer((request, response) => {
    answer(request, word, tour).then(
      (said) => send(response, said),
      () => void response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/${word}`,
    show: (shown) => void (tour = shown),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  { method, url }: IncomingMessage,
  word: string,
  tour: Tour | undefined,
): Promise<DemoTour | undefined> {
  const what = `${method ?? ''} ${url ?? ''}`;
  const known = [`GET /${word}/tour`, `POST /${word}/play`, `POST /${word}/stop`];
  if (!known.includes(what)) return undefined;
  if (!tour) return SEEDING;
  if (what.endsWith('/play')) tour.play();
  if (what.endsWith('/stop')) tour.stop();
  return tour.now();
}

function send(response: ServerResponse, said: DemoTour | undefined): void {
  response
    .writeHead(said ? 200 : 404, { 'Content-Type': 'application/json' })
    .end(said ? JSON.stringify(said) : '');
}
