import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { languageOf } from '../problem/language.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { visitorOf } from '../session/visitor.ts';
import type { Asking } from './asking.ts';

/** What the headers of a command say: who asks, under which key, having seen which version, in which capacity. */
export interface Asked extends Pick<Asking, 'institution' | 'post' | 'key' | 'language' | 'stepUp'> {
  readonly person: string;
  /** The stream and version of If-Match; null when it is missing. */
  readonly seen: { readonly stream: string; readonly version: number } | null;
}

const KEY = /^[\x21-\x7e]{1,200}$/;
const TAG = /^"([a-z]+\/[0-9a-f-]{36}):(\d{1,9})"$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the headers of a command. @throws ProblemError not-signed-in, key-missing, key-invalid, not-a-post */
export const WhoAsks = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const request = context.switchToHttp().getRequest<Request>();
  const visitor = visitorOf(request);
  if (!visitor) throw new ProblemError('not-signed-in');
  const { institution, person } = visitor;
  return {
    institution,
    person,
    key: keyOf(request.header('idempotency-key')),
    seen: seenOf(request.header('if-match')),
    post: postOf(request.header('capacity')),
    language: languageOf(request.header('accept-language')),
    stepUp: stepUpOf(request.header('step-up')),
  };
});

function keyOf(key: string | undefined): string {
  if (key === undefined) throw new ProblemError('key-missing');
  if (!KEY.test(key)) throw new ProblemError('key-invalid');
  return key;
}

/** A tag that is none of ours names no version that there ever was. */
function seenOf(header: string | undefined): Asked['seen'] {
  if (header === undefined) return null;
  const [, stream = '', version = '-1'] = TAG.exec(header) ?? [];
  return { stream, version: Number(version) };
}

function postOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (!UUID.test(header))
    throw new ProblemError('invalid-query', {
      errors: [{ pointer: '/Capacity', said: { zh: '应为岗位的标识', en: 'must be the id of a post' } }],
    });
  return header;
}

/** What is no id was passed by nobody. */
const stepUpOf = (header: string | undefined): string | null =>
  header !== undefined && UUID.test(header) ? header : null;
