import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  checkpointText,
  ED25519,
  fromBase64,
  HASH_BYTES,
  keyIdOf,
  signatureLine,
  toBase64,
  utf8,
  verifierKey,
  type Head,
  type NoteKey,
} from '@mouding/evidence';
import { objectionTo, OBJECTIONS, type Asking } from './judge.ts';
import type { SigningKey } from './key.ts';
import type { Memory } from './memory.ts';
import { sha256 } from './sha256.ts';
import type { Sm2Key } from './sm2.ts';

/** What a signer works with. */
export interface SignerMeans {
  readonly key: SigningKey;
  readonly memory: Memory;
  /** 国密: signs a further line beside the first. */
  readonly sm2?: Sm2Key;
  /** Whoever does not bring it is not heard. */
  readonly token: string;
}

/** A body that is no request of this protocol. */
class Unreadable extends Error {}

const MOST_BYTES = 16_384;

/**
 * The signer's protocol, JSON over HTTP on this machine:
 * `GET /log?origin=` what was signed last and the key; `POST /sign` a signature line, or 409 with an objection;
 * `POST /close` ends a log.
 */
export function signerServer(means: SignerMeans): Server {
  return createServer((request, response) => {
    answer(means, request).then(
      ([status, body]) => respond(response, status, body),
      (error: unknown) =>
        error instanceof Unreadable
          ? respond(response, 400, { objection: error.message })
          : respond(response, 500, { objection: String(error) }),
    );
  });
}

type Reply = readonly [status: number, body: object];

async function answer(means: SignerMeans, request: IncomingMessage): Promise<Reply> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/ready') return [200, { ready: true }];
  if (!knows(request, means.token)) return [401, { objection: 'token' }];
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /log':
      return [200, logOf(means, originOf(url.searchParams.get('origin')))];
    case 'POST /sign':
      return signed(means, await bodyOf(request));
    case 'POST /close':
      return closed(means, await bodyOf(request));
    default:
      return [404, { objection: 'unknown' }];
  }
}

function knows(request: IncomingMessage, token: string): boolean {
  const [given, wanted] = [request.headers.authorization ?? '', `Bearer ${token}`].map((word) =>
    sha256(word),
  );
  return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
}

const keyOf = ({ key }: SignerMeans, origin: string): NoteKey => ({
  name: origin,
  type: ED25519,
  publicKey: key.publicKey,
});

function logOf(means: SignerMeans, origin: string): object {
  const last = means.memory.last(origin);
  return {
    key: verifierKey(keyOf(means, origin), sha256),
    last: last && { size: last.size, root: toBase64(last.root) },
    closed: means.memory.closed(origin),
  };
}

function signed(means: SignerMeans, body: Readonly<Record<string, unknown>>): Reply {
  const origin = originOf(body['origin']);
  const asking: Asking = { head: headOf(body), proof: proofOf(body['proof']) };
  const { memory, key, sm2 } = means;
  const objection = objectionTo(asking, memory.last(origin), memory.closed(origin), sha256);
  if (objection) return [409, { objection, ...OBJECTIONS[objection], ...logOf(means, origin) }];
  memory.remember(origin, asking.head);
  const text = checkpointText({ origin, ...asking.head });
  const signature = key.sign(utf8(text));
  const keyId = keyIdOf(keyOf(means, origin), sha256);
  const line = signatureLine({ name: origin, keyId, signature });
  return [200, { line: `${line}${sm2?.line(origin, text) ?? ''}` }];
}

function closed(means: SignerMeans, body: Readonly<Record<string, unknown>>): Reply {
  const origin = originOf(body['origin']);
  means.memory.close(origin);
  return [200, logOf(means, origin)];
}

function originOf(value: unknown): string {
  if (typeof value === 'string' && /^[^\s+\p{C}]{1,200}$/u.test(value)) return value;
  throw new Unreadable('origin');
}

function headOf({ size, root }: Readonly<Record<string, unknown>>): Head {
  const bytes = hashOf(root);
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw new Unreadable('size');
  return { size, root: bytes };
}

function proofOf(value: unknown): readonly Uint8Array[] {
  if (Array.isArray(value)) return value.map(hashOf);
  throw new Unreadable('proof');
}

function hashOf(value: unknown): Uint8Array {
  const bytes = typeof value === 'string' ? fromBase64(value) : null;
  if (bytes?.length === HASH_BYTES) return bytes;
  throw new Unreadable('hash');
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Unreadable('too long');
    parts.push(part);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    throw new Unreadable('no JSON');
  }
  throw new Unreadable('no object');
}

function respond(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
