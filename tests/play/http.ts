import { randomUUID } from 'node:crypto';

/** One request, exactly as a program would send it. */
export interface Wish {
  readonly method: string;
  readonly path: string;
  /** The session; absent: nobody is signed in. */
  readonly cookie?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Bytes as they are, in place of a JSON body. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Whether the first bytes will do: a stream never ends by itself. */
  readonly firstBytes?: boolean;
  /** Milliseconds after which it counts as unanswered; 120,000 when left out. */
  readonly patience?: number;
}

/** An answer as it came. */
export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  /** Empty when the first bytes would do. */
  readonly text: string;
}

/** What a wish sends: JSON, bytes as they are, or nothing. */
function contentOf({ body, bytes }: Wish): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
} {
  if (bytes) return { headers: { 'content-type': 'application/octet-stream' }, body: bytes };
  if (body === undefined) return { headers: {} };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** Sends one request once. @throws the network's error, or a timeout: what became of it is unknown then */
export async function send(api: string, wish: Wish): Promise<Heard> {
  const { method, path, cookie, headers, firstBytes = false, patience = 120_000 } = wish;
  const content = contentOf(wish);
  const response = await fetch(api + path, {
    method,
    headers: { ...headers, ...(cookie === undefined ? {} : { cookie }), ...content.headers },
    ...(content.body === undefined ? {} : { body: content.body }),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  if (!firstBytes) return { status: response.status, headers: response.headers, text: await response.text() };
  await response.body?.cancel();
  return { status: response.status, headers: response.headers, text: '' };
}

/** Verbs that make the stream they are given to go to the collection, or below it where there is a second way. */
const MAKING: ReadonlyMap<string, string> = new Map([
  ['case.open', ''],
  ['case.join', '/joined'],
  ['tabling.ask', ''],
  ['meeting.call', ''],
  ['sitting.call', ''],
  ['deposit.issue', ''],
  ['duty.give', ''],
  ['indicator.define', ''],
  ['repair.propose', ''],
  ['meeting.record', '/recorded'],
  ['person.register', ''],
  ['procedure.publish', ''],
]);

/** Where a resource is. @param stream `kind/uuid` */
export function addressOf(stream: string): string {
  const [kind = '', id = ''] = stream.split('/');
  if (kind === 'org') return '/v1/org';
  return `/v1/${pluralOf(kind)}/${id}`;
}

const IRREGULAR: { readonly [kind: string]: string } = { research: 'researches', duty: 'duties' };

export const pluralOf = (kind: string): string => IRREGULAR[kind] ?? `${kind}s`;

/** Where a command goes. @param on the stream; for a verb that makes one it is not looked at */
export function commandPath(verb: string, on: string): string {
  const [kind = '', name = ''] = verb.split('.');
  const below = MAKING.get(verb);
  return below === undefined ? `${addressOf(on)}/commands/${name}` : `/v1/${pluralOf(kind)}${below}`;
}

export const isMaking = (verb: string): boolean => MAKING.has(verb);

export const newKey = (): { 'idempotency-key': string } => ({ 'idempotency-key': randomUUID() });

/** The key of a request. */
export const keyOf = ({ headers }: Wish): string => headers?.['idempotency-key'] ?? '';
