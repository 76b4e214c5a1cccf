import { randomUUID } from 'node:crypto';

/** One request, exactly as a program would send it. */
export interface Wish {
  readonly method: string;
  readonly path: string;
  /** The session; absent: nobody is signed in. */
  readonly cookie?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Whether the first bytes will do: a stream never ends by itself. */
  readonly firstBytes?: boolean;
  /** Milliseconds after which it counts as unanswered; 30,000 when left out. */
  readonly patience?: number;
}

/** An answer as it came. */
export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  /** Empty when the first bytes would do. */
  readonly text: string;
}

/** Sends one request once. @throws the network's error, or a timeout: what became of it is unknown then */
export async function send(
  api: string,
  { method, path, cookie, headers, body, firstBytes = false, patience = 30_000 }: Wish,
): Promise<Heard> {
  const response = await fetch(api + path, {
    method,
    headers: {
      ...headers,
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  if (!firstBytes) return { status: response.status, headers: response.headers, text: await response.text() };
  await response.body?.cancel();
  return { status: response.status, headers: response.headers, text: '' };
}

/** Verbs that make the stream they are given to: they go to the collection. */
const MAKING: ReadonlySet<string> = new Set([
  'case.open',
  'meeting.call',
  'person.register',
  'procedure.publish',
]);

/** Where a resource is. @param stream `kind/uuid` */
export function addressOf(stream: string): string {
  const [kind = '', id = ''] = stream.split('/');
  if (kind === 'org') return '/v1/org';
  return `/v1/${pluralOf(kind)}/${id}`;
}

export const pluralOf = (kind: string): string => (kind === 'research' ? 'researches' : `${kind}s`);

/** Where a command goes. @param on the stream; for a verb that makes one it is not looked at */
export function commandPath(verb: string, on: string): string {
  const [kind = '', name = ''] = verb.split('.');
  return MAKING.has(verb) ? `/v1/${pluralOf(kind)}` : `${addressOf(on)}/commands/${name}`;
}

export const isMaking = (verb: string): boolean => MAKING.has(verb);

export const newKey = (): { 'idempotency-key': string } => ({ 'idempotency-key': randomUUID() });

/** The key of a request. */
export const keyOf = ({ headers }: Wish): string => headers?.['idempotency-key'] ?? '';
