import { mailAddress } from '@mouding/core';
import nodemailer, { type NodemailerError, type SMTPPoolOptions } from 'nodemailer';
import type { Delivery, Notifier, OutgoingMessage } from './notifier.ts';

/** The channel of electronic mail. */
export const MAIL = 'mail';

export interface MailWish {
  /**
   * `smtp://user:password@host:587` (STARTTLS is demanded beyond this machine, unless the address ends in `?tls=off`)
   * or `smtps://…`.
   */
  readonly url: string;
  /** The fixed sender, an address. */
  readonly from: string;
  /** Milliseconds that each step of a delivery may take; at most, and by default, half a minute. */
  readonly patience?: number;
  /** Messages a second, at most. A hospital's own server must not take us for a flood after an outage. */
  readonly rate?: number;
}

const PATIENCE_MS = 30_000;
/** A server that answers a little at a time would hold a message for ever otherwise. */
const WHOLE = 4;
const CONNECTIONS = 3;
const RATE = 10;

/** E-mail over SMTP. Nothing is connected until the first message. */
export function openMail({ url, from, patience = PATIENCE_MS, rate = RATE }: MailWish): Notifier {
  const waits = Math.min(patience, PATIENCE_MS);
  const transport = nodemailer.createTransport({ ...serverOf(url), ...poolOf(waits, rate) });
  return {
    channel: MAIL,
    async deliver(message) {
      if (mailAddress(message.address) === null) return { kind: 'refused', said: 'not an address' };
      try {
        await transport.sendMail({ ...letter(message, from), signal: AbortSignal.timeout(waits * WHOLE) });
        return { kind: 'sent' };
      } catch (error) {
        return failureOf(error as NodemailerError);
      }
    },
    close: () => transport.close(),
  };
}

type PoolOptions = SMTPPoolOptions & { readonly pool: true };

/** Requeueing is off: a connection lost in the middle must come back to us, or it would be sent twice unseen. */
const poolOf = (waits: number, rate: number): PoolOptions => ({
  pool: true,
  maxConnections: CONNECTIONS,
  maxRequeues: 0,
  rateLimit: rate,
  rateDelta: 1_000,
  // Shorter than the line's own: which of them ends a wait says whether anything was handed over.
  dnsTimeout: waits / 2,
  connectionTimeout: waits / 2,
  greetingTimeout: waits / 2,
  socketTimeout: waits,
  idleTimeout: waits,
  disableFileAccess: true,
  disableUrlAccess: true,
});

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host.startsWith('127.');

function serverOf(address: string): SMTPPoolOptions {
  const { protocol, hostname, port, username, password, searchParams } = new URL(address);
  const secure = protocol === 'smtps:';
  const plain = isLoopback(hostname) || searchParams.get('tls') === 'off';
  return {
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(secure ? {} : plain ? { ignoreTLS: true } : { requireTLS: true }),
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

const letter = ({ address, messageId, subject, body }: OutgoingMessage, from: string) => ({
  from: { name: '谋定', address: from },
  to: { name: '', address },
  // Said once more, so that nothing that a header could hold decides where it goes.
  envelope: { from, to: [address] },
  messageId: `<${messageId}>`,
  subject,
  text: body,
  textEncoding: 'base64' as const,
  headers: { 'Auto-Submitted': 'auto-generated' },
});

/** Failures before anything was handed over, whatever the message. */
const NOBODY_THERE: ReadonlySet<string> = new Set([
  'EDNS',
  'ETLS',
  'EREQUIRETLS',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'ECONFIG',
  'EPROXY',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
  'UPGRADE_TIMEOUT',
]);

/**
 * Reads an error of the mailer. A reply of the server says plainly what became of the message; a connection that ended
 * without one does not, and then it may have arrived.
 */
function failureOf(error: NodemailerError): Delivery {
  const { code, originalCode, timeoutType, responseCode, response, message } = error;
  const said = (response ?? message).replaceAll(/[\p{Cc}\s]+/gu, ' ').slice(0, 160);
  if (responseCode !== undefined) return { kind: replied(error), said };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'refused', said };
  const isAway = [code, originalCode, timeoutType].some((known) => NOBODY_THERE.has(known ?? ''));
  return { kind: isAway ? 'unreachable' : 'unsure', said };
}

/** Only what is said of the recipient or of the content is this message's; all else is said to all of them. */
function replied({ command, permanent }: NodemailerError): Delivery['kind'] {
  if (command !== 'RCPT TO' && command !== 'DATA') return 'unreachable';
  return permanent ? 'refused' : 'later';
}
