import { setTimeout as pause } from 'node:timers/promises';
import { ApiProblem, problemFrom } from './problem.ts';

/** One request. It may be sent more than once: whatever changes something carries an Idempotency-Key. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or bytes as they are. */
  readonly body?: object | Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The bytes as they came. */
  readonly bytes: Buffer;
}

const ATTEMPTS = 8;
const PATIENCE = 60_000;
const again: ReadonlySet<string> = new Set(['in-flight', 'conflict', 'unavailable', 'too-many']);

/**
 * Sends a request until there is an answer: again after a network error, 503, 429 and a 409 that only says that the
 * same or another request was under way. The key stays the same, so nothing is done twice.
 *
 * @throws ApiProblem when the server's last word is a problem; the network's own error when it never answered
 */
export async function exchange(request: Request): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await once(request, attempt < ATTEMPTS);
    if ('status' in outcome) return outcome;
    await pause(outcome.wait ?? 25 * 2 ** attempt);
  }
}

async function once(
  request: Request,
  mayFail: boolean,
): Promise<Answer | { readonly wait: number | undefined }> {
  let response: Response;
  let bytes: Buffer;
  try {
    response = await send(request);
    bytes = Buffer.from(await response.arrayBuffer());
  } catch (error) {
    if (mayFail) return { wait: undefined };
    throw error;
  }
  const { status, headers } = response;
  if (response.ok) return { status, headers, bytes };
  const problem = problemFrom(status, bytes.toString('utf8'));
  if (!mayFail || !again.has(problem.code))
    throw new ApiProblem(`${request.method} ${new URL(request.url).pathname}`, problem);
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return { wait: Number.isNaN(seconds) ? undefined : seconds * 1000 };
}

const typeOf = (body: object | Uint8Array): string =>
  body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';

function send({ method, url, headers, body }: Request): Promise<Response> {
  return fetch(url, {
    method,
    headers: {
      ...headers,
      accept: 'application/json',
      ...(body ? { 'content-type': typeOf(body) } : {}),
    },
    ...(body ? { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) } : {}),
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  });
}
