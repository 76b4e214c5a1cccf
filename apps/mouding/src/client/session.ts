import { randomUUID } from 'node:crypto';
import { CommandAnswer, hrefOf, KeptFile, KeptText, Me, PLURALS } from '@mouding/contract';
import type { FileRef, Kind, StreamName, TextRef } from '@mouding/core';
import type { z } from 'zod';
import { exchange, type Answer } from './exchange.ts';
import { ApiProblem } from './problem.ts';

/** The versions that were last seen, by stream. Sessions of one program may share one, as windows of one browser do. */
export type Seen = Map<string, string>;

/** The answer of a command that made something. */
export type Made = CommandAnswer & { readonly made: StreamName };

/** A person who is signed in. Every call is theirs alone: the server sees nothing but their cookie. */
export interface Session {
  readonly me: Me;
  /** Reads a JSON resource. @throws ApiProblem */
  read<T>(path: string, shape: z.ZodType<T>): Promise<T>;
  /** Asks a question that is too long for an address; nothing comes of it. @throws ApiProblem */
  ask<T>(path: string, body: object, shape: z.ZodType<T>): Promise<T>;
  /**
   * Gives a command to the stream that owns it, in the version last seen. Whoever speaks here has made up their mind:
   * when the stream has moved since, it is looked at again and asked again.
   *
   * @throws ApiProblem when it was refused
   */
  act(stream: string, verb: string, body?: object): Promise<CommandAnswer>;
  /** Gives the command that makes a resource of this kind; `path` names a second way to make one. @throws ApiProblem */
  make(kind: Kind, body: object, path?: string): Promise<Made>;
  /** Hands in an original: a Word file, a scan, a photograph. */
  keepFile(name: string, bytes: Uint8Array): Promise<FileRef>;
  /** Hands in a text. */
  keep(content: string): Promise<TextRef>;
  /** The bytes of a text that a stream cites, as the server has them. */
  bytesOf(stream: string, text: TextRef): Promise<Buffer>;
  /** Bytes that are made for reading, a sheet. @throws ApiProblem */
  bytesAt(path: string): Promise<Buffer>;
  /** Hands in bytes that are looked at and not kept. @throws ApiProblem */
  lookAt<T>(path: string, bytes: Uint8Array, shape: z.ZodType<T>): Promise<T>;
  /** Asks what a body would come to; nothing is recorded. @throws ApiProblem */
  check<T>(path: string, body: object, shape: z.ZodType<T>): Promise<T>;
  signOut(): Promise<void>;
}

/** One person's connection: where to, with which cookie, and what was seen on it. */
interface Line {
  readonly api: string;
  readonly cookie: string;
  readonly seen: Seen;
}

/** @throws ApiProblem when institution, login or password is wrong */
export async function signIn(
  api: string,
  who: { readonly institution: string; readonly login: string; readonly password: string },
  seen: Seen = new Map(),
): Promise<Session> {
  const answer = await exchange({ method: 'POST', url: `${api}/v1/sessions`, headers: {}, body: who });
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ');
  const line: Line = { api, cookie, seen };
  return {
    me: Me.parse(jsonOf(answer)),
    read: (path, shape) => read(line, path, shape),
    ask: async (path, body, shape) => shape.parse(jsonOf(await ask(line, 'POST', path, {}, body))),
    act: (stream, verb, body = {}) => act(line, stream, verb, body),
    make: (kind, body, path) => make(line, path ? `${PLURALS[kind]}/${path}` : (PLURALS[kind] ?? kind), body),
    keep: async (content) =>
      KeptText.parse(jsonOf(await ask(line, 'POST', '/v1/texts', keyed(), { content }))).ref,
    keepFile: async (name, bytes) => {
      const headers = { 'file-name': encodeURIComponent(name) };
      return KeptFile.parse(jsonOf(await ask(line, 'POST', '/v1/files', headers, bytes))).ref;
    },
    bytesOf: async (stream, { hash }) => (await ask(line, 'GET', `${pathOf(stream)}/texts/${hash}`)).bytes,
    bytesAt: async (path) => (await ask(line, 'GET', path)).bytes,
    lookAt: async (path, bytes, shape) => shape.parse(jsonOf(await ask(line, 'POST', path, {}, bytes))),
    check: async (path, body, shape) => shape.parse(jsonOf(await ask(line, 'POST', path, {}, body))),
    signOut: async () => void (await ask(line, 'DELETE', '/v1/sessions/current')),
  };
}

const jsonOf = ({ bytes }: Answer): unknown => JSON.parse(bytes.toString('utf8'));
const keyed = (): { 'idempotency-key': string } => ({ 'idempotency-key': randomUUID() });

/** Where a stream's resource stands. */
function pathOf(stream: string): string {
  const href = hrefOf(stream);
  if (href === null) throw new Error(`${stream} has no address`);
  return href;
}

function ask(
  line: Line,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  headers: object = {},
  body?: object | Uint8Array,
): Promise<Answer> {
  return exchange({
    method,
    url: line.api + path,
    headers: { ...headers, cookie: line.cookie },
    ...(body ? { body } : {}),
  });
}

async function read<T>(line: Line, path: string, shape: z.ZodType<T>): Promise<T> {
  const answer = await ask(line, 'GET', path);
  remember(line, answer);
  return shape.parse(jsonOf(answer));
}

async function act(line: Line, stream: string, verb: string, body: object): Promise<CommandAnswer> {
  const key = keyed();
  for (let attempt = 1; ; attempt++) {
    if (!line.seen.has(stream)) remember(line, await ask(line, 'GET', pathOf(stream)));
    const version = line.seen.get(stream);
    try {
      const headers = { ...key, ...(version ? { 'if-match': version } : {}) };
      return answered(line, await ask(line, 'POST', `${pathOf(stream)}/commands/${verb}`, headers, body));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412 || attempt === 5) throw error;
      line.seen.delete(stream);
    }
  }
}

async function make(line: Line, path: string, body: object): Promise<Made> {
  const answer = answered(line, await ask(line, 'POST', `/v1/${path}`, keyed(), body));
  if (answer.made === null) throw new Error(`nothing came into being at ${path}`);
  return { ...answer, made: answer.made as StreamName };
}

function remember({ seen }: Line, { headers }: Answer): void {
  const tag = headers.get('etag');
  const stream = /^"([a-z]+\/[0-9a-f-]{36}):\d+"$/.exec(tag ?? '')?.[1];
  if (tag && stream) seen.set(stream, tag);
}

function answered(line: Line, answer: Answer): CommandAnswer {
  const said = CommandAnswer.parse(jsonOf(answer));
  for (const { stream, version } of said.receipts) line.seen.set(stream, `"${stream}:${version}"`);
  return said;
}
