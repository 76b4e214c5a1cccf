import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox.ts';

const host = '127.0.0.1';
/** Bytes of one mail: ours are a few kilobytes. */
const LARGEST = 256_000;

/** A mail server that keeps what it is given and sends nothing on. It hears this machine alone. */
export interface Catcher {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the catcher. @param port 0 picks a free one */
export async function startCatcher(mailbox: Mailbox, port: number): Promise<Catcher> {
  const server = new SMTPServer({
    banner: 'mouding catches mail and delivers none',
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    size: LARGEST,
    maxClients: 20,
    disableReverseLookup: true,
    onData(stream, session, answer) {
      buffer(stream)
        .then(async (raw) => {
          if (stream.sizeExceeded) throw Object.assign(new Error('too large'), { responseCode: 552 });
          return mailbox.keep(
            raw,
            session.envelope.rcptTo.map(({ address }) => address),
          );
        })
        .then(
          ({ no }) => answer(null, `kept as ${no}`),
          (error: unknown) => answer(error instanceof Error ? error : new Error('not kept')),
        );
    },
  });
  // A client that breaks off is its own affair.
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
