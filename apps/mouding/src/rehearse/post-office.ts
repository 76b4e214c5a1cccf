import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { MailRoute } from '../mail-route.ts';

/** A mail whose bytes arrived, whatever was answered. */
export interface Arrived {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  /** Names of the header lines, lower case, in their order. */
  readonly headers: readonly string[];
  readonly raw: string;
}

/** What the server does to whoever comes. */
export interface Temper {
  /** Answers the greeting with 421 and hangs up. */
  busy?: boolean;
  /** Says nothing at all, not even a greeting. */
  mute?: boolean;
  /** Addresses that get 550 at RCPT. */
  unknown?: readonly string[];
  /** Answers RCPT with 451. */
  greylists?: boolean;
  /** Takes the whole message and ends the connection without a reply. */
  drops?: boolean;
  /** Takes the whole message and never says a word again. */
  freezes?: boolean;
  /** Answers the whole message with 554. */
  disgusted?: boolean;
}

/** A mail server on this machine that can be told how to misbehave. */
export interface PostOffice {
  readonly url: string;
  readonly arrived: Arrived[];
  /** How often somebody connected. */
  connections(): number;
  is(temper: Temper): void;
  /** Stops listening; whoever comes is refused. */
  down(): Promise<void>;
  /** Listens again where it did. */
  up(): Promise<void>;
}

const host = '127.0.0.1';
const replied = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** Opens one on a free port. */
export async function openPostOffice(): Promise<PostOffice> {
  const state: State = { arrived: [], temper: {}, connections: 0 };
  let port = 0;
  let server: SMTPServer;
  const up = async (): Promise<void> => {
    server = serverFor(state);
    server.on('error', () => {});
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(port, host, resolve);
    });
    const address = server.server.address();
    if (typeof address === 'object' && address) ({ port } = address);
  };
  await up();
  return {
    url: `smtp://${host}:${port}`,
    arrived: state.arrived,
    connections: () => state.connections,
    is: (next) => (state.temper = next),
    down: () => new Promise((resolve) => server.close(() => resolve())),
    up,
  };
}

/** What outlives the server when it goes down and comes up again. */
interface State {
  readonly arrived: Arrived[];
  temper: Temper;
  connections: number;
}

function serverFor(state: State): SMTPServer {
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect(_, answer) {
      state.connections += 1;
      if (state.temper.busy) return answer(replied(421, 'try again later'));
      if (!state.temper.mute) answer();
    },
    onRcptTo({ address }, _, answer) {
      const { unknown, greylists } = state.temper;
      if (unknown?.includes(address)) return answer(replied(550, `no such user ${address}`));
      return greylists ? answer(replied(451, 'greylisted')) : answer();
    },
    onData(stream, session, answer) {
      const end = async (): Promise<void> => {
        state.arrived.push(await read(await buffer(stream), session));
        const { drops, freezes, disgusted } = state.temper;
        if (drops) return hangUp(server, session);
        if (freezes) return;
        answer(disgusted ? replied(554, 'not this') : null, 'taken');
      };
      end().catch(answer);
    },
  });
  return server;
}

function hangUp(server: SMTPServer, { id }: SMTPServerSession): void {
  for (const line of server.connections) if (line.session.id === id) line._socket.destroy();
}

async function read(raw: Buffer, session: SMTPServerSession): Promise<Arrived> {
  const mail = await PostalMime.parse(raw);
  return {
    to: session.envelope.rcptTo.map(({ address }) => address),
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    headers: mail.headers.map(({ key }) => key),
    raw: raw.toString('utf8'),
  };
}

/**
 * How a worker sends to it: with waits of a second at most, since a rehearsal moves law time by days in a moment and
 * the real time of a back-off would be all that is waited for.
 */
export const routeTo = ({ url }: Pick<PostOffice, 'url'>, apiUrl: string): MailRoute => ({
  environment: {
    SMTP_URL: url,
    MAIL_FROM: 'mouding@mouding.example',
    PUBLIC_URL: apiUrl,
    MAIL_WAIT_SECONDS: '1',
    MAIL_PER_SECOND: '200',
  },
});
