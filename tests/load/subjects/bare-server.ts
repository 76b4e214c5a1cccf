import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
import { again, placeOf, readCapture, type Place, type Sent } from '../replay.ts';
import { present } from '../subject.ts';

interface Settings {
  readonly url: string;
  readonly port: number;
  readonly capture: string;
  readonly places: readonly Place[];
  readonly answer: string;
}

// (h) The floor under (g): node:http and pg alone. For each request it sends the statements that the api sent, in the
// same round trips and transactions, with bytes that were worked out before; it parses, decides and folds nothing.
await present<Settings>(async ({ url, port, capture, places, answer }) => {
  const sent = readCapture(readFileSync(capture, 'utf8'));
  const was = placeOf(sent);
  const stock = new Map(places.map((place) => [idOf(place.stream), { place, ready: [] as Prepared[] }]));
  const pool = new pg.Pool({ connectionString: url, max: 10, pipeline: true });
  pool.on('connect', (client) => void client.query('set enable_seqscan = off; set jit = off'));
  const server = createServer((request, response) => {
    request.on('data', () => {});
    request.on('end', () => {
      const ready = stock.get(request.url?.split('/')[3] ?? '')?.ready.shift();
      const done = ready ? replay(pool, ready) : Promise.reject(new Error('nothing is worked out any more'));
      done.then(
        () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  });
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  return {
    op: () => Promise.reject(new Error('it is called over HTTP')),
    also: {
      /** Works out the bytes of the next commands. */
      async stock({ clients, count }: { clients: number; count: number }) {
        for (const one of [...stock.values()].slice(0, clients))
          while (one.ready.length < count) {
            const next = again(sent, was, one.place, randomUUID());
            one.place = next.then;
            one.ready.push(spansOf(next.sent));
          }
      },
    },
    close: () => pool.end(),
  };
});

function idOf(stream: string): string {
  return stream.slice(stream.indexOf('/') + 1);
}

/** Stretches that hold one connection, each a list of round trips. */
type Prepared = readonly (readonly (readonly Sent[])[])[];

function spansOf(sent: readonly Sent[]): Prepared {
  const spans: Sent[][][] = [];
  for (const each of sent) {
    if (each.name === 'begin' && !each.joins) spans.push([]);
    if (!each.joins) spans.at(-1)?.push([]);
    spans.at(-1)?.at(-1)?.push(each);
  }
  return spans;
}

async function replay(pool: pg.Pool, spans: Prepared): Promise<void> {
  for (const span of spans) {
    const client = await pool.connect();
    try {
      for (const trip of span)
        await Promise.all(
          trip.map(({ name, text, values }) => client.query({ name, text, values: [...values] })),
        );
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
