import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { PLURALS } from '@mouding/contract';
import { languageOf } from '../problem/language.ts';
import { problemBody } from '../problem/problem-filter.ts';
import { classOfVerb } from './admission-guard.ts';
import type { Admission, RequestClass } from './admission.ts';

/** Seconds after which it is worth coming again. */
export const AGAIN_SECONDS = 2;

const NOUNS = new Map(Object.entries(PLURALS).map(([kind, plural]) => [plural, kind]));
const COMMAND = /^\/v1\/([a-z]+)\/(?:[0-9a-f-]{36}\/)?commands\/([a-z-]+)$/;
const RESOURCE = /^\/v1\/([a-z]+)\/[0-9a-f-]{36}(\/files\/[0-9a-f]{64})?$/;

/**
 * The class of a request by its address alone, or nothing where the address does not tell: what is free, what is not
 * to be traced, and every other spelling is left to the guard of its handler.
 */
export const classAtDoor = (method: string, path: string): RequestClass | undefined =>
  method === 'POST' ? classOfCommand(path) : method === 'GET' ? classOfReading(path) : undefined;

function classOfCommand(path: string): RequestClass | undefined {
  const [, plural = '', act = ''] = COMMAND.exec(path) ?? [];
  const noun = NOUNS.get(plural);
  return noun === undefined ? undefined : classOfVerb(`${noun}.${act}`);
}

function classOfReading(path: string): RequestClass | undefined {
  const [, plural = '', file] = RESOURCE.exec(path) ?? [];
  if (!NOUNS.has(plural)) return undefined;
  return file === undefined ? 'read' : 'export';
}

/** What stands at the door. */
export interface Door {
  readonly admission: Admission;
  /** How often each problem went out, by its code. */
  readonly counts: Map<string, number>;
  /** Header fields of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Refuses what the {@link Admission} has no room for before anything else looks at it: no route is found, no body
 * parsed, no session looked up, so that ten refusals cost less than one command. It is counted, and leaves no line in
 * the log. It lets nobody in: whoever passes still asks the guard. To be called once the server has its listener.
 *
 * @throws Error when nothing listens yet
 */
export function standAtDoor(server: Server, { admission, counts, headers }: Door): void {
  const [enter] = server.listeners('request');
  if (!enter) throw new Error('nothing listens to requests');
  const always = [
    ...Object.entries(headers).flat(),
    'Content-Type',
    'application/problem+json; charset=utf-8',
  ];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const of = classAtDoor(request.method ?? '', request.url?.split('?', 1)[0] ?? '');
    if (of === undefined || admission.hasRoom(of)) return void enter.call(server, request, response);
    counts.set('busy', (counts.get('busy') ?? 0) + 1);
    const id = randomUUID();
    const text = JSON.stringify(problemBody('busy', {}, languageOf(request.headers['accept-language']), id));
    const length = String(Buffer.byteLength(text));
    const own = ['X-Request-Id', id, 'Retry-After', String(AGAIN_SECONDS), 'Content-Length', length];
    // As a string it leaves with the header fields in one write; bytes would leave in a second piece.
    response.writeHead(503, [...always, ...own]).end(text);
  });
}
