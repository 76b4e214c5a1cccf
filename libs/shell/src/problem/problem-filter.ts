import { randomUUID } from 'node:crypto';
import { PROBLEMS, type Problem, type ProblemCode } from '@mouding/contract';
import type { Refusal } from '@mouding/core';
import { EntryTooLong, NotCanonical } from '@mouding/evidence';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { isLostVisitor, sendLost } from '../pages/lost-page.ts';
import { isDatabaseTrouble } from './database-trouble.ts';
import { requestIdOf, routeOf } from '../telemetry/request-context.ts';
import { languageOf, type Language } from './language.ts';
import { isUntraced } from '../session/visitor.ts';
import { ProblemError, refusalMembers, statusOfRefusal, type ProblemDetails } from './problem-error.ts';

/** Seconds after which a client may try again when the database is away. */
const DATABASE_RETRY = 2;

/** A problem as it goes out. `members` are those of a refusal. */
export function problemBody(
  code: ProblemCode,
  details: ProblemDetails,
  language: Language,
  traceId: string = randomUUID(),
): Problem {
  const kind = PROBLEMS[code];
  const { refusal } = details;
  return {
    type: `/problems/${code}`,
    title: kind.title[language],
    status: refusal ? statusOfRefusal(refusal) : kind.status,
    code,
    detail: refusal ? sentenceOf(refusal, language) : (details.detail ?? kind.title)[language],
    traceId,
    ...membersOf(details, language),
    ...(refusal ? refusalMembers(refusal) : {}),
  };
}

/** What only some problems carry. */
const membersOf = ({ errors, currentVersion, challenge }: ProblemDetails, language: Language) => ({
  ...(errors ? { errors: errors.map(({ pointer, said }) => ({ pointer, detail: said[language] })) } : {}),
  ...(currentVersion === undefined ? {} : { currentVersion }),
  ...(challenge ? { challenge } : {}),
});

const sentenceOf = ({ said, needs }: Refusal, language: Language): string =>
  needs ? `${said[language]} ${needs[language]}` : said[language];

/** What Nest and Express throw by themselves, by status. */
const FOREIGN: { readonly [status: number]: ProblemCode } = {
  400: 'bad-json',
  404: 'not-found',
  405: 'not-found',
  413: 'too-large',
  414: 'address-too-long',
  415: 'json-only',
};

function meaning(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  const code = foreign(error) ?? unrecordable(error);
  if (code) return new ProblemError(code);
  return isDatabaseTrouble(error)
    ? new ProblemError('unavailable', { retryAfter: DATABASE_RETRY })
    : undefined;
}

function foreign(error: unknown): ProblemCode | undefined {
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? FOREIGN[status] : undefined;
}

/** U+0000, half a surrogate pair, a fraction: what has no canonical form cannot be recorded (docs/format.md §3). */
function unrecordable(error: unknown): ProblemCode | undefined {
  if (error instanceof NotCanonical) return 'invalid-body';
  return error instanceof EntryTooLong ? 'too-large' : undefined;
}

function send(response: Response, body: Problem, { retryAfter }: ProblemDetails): void {
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
  response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
}

/** The one place where an error becomes an answer. What it does not know is a fault of ours: 500, logged with its trace. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log: Logger;
  private readonly counts: Map<string, number>;

  /** @param counts how often each code went out: what clients get wrong is counted, not logged */
  constructor(log: Logger, counts = new Map<string, number>()) {
    this.log = log;
    this.counts = counts;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const known = meaning(error);
    const { code, details } = known ?? new ProblemError('internal');
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
    const language = languageOf(request.headers['accept-language']);
    const requestId = requestIdOf(request);
    const body = problemBody(code, details, language, requestId);
    const trace = { requestId, method: request.method, route: routeOf(request) };
    if (isUntraced(request)) this.logUntraced(known, error);
    else if (!known) this.log.error({ ...trace, err: error }, 'fault');
    else if (code === 'unavailable') this.log.warn({ ...trace, err: error }, 'database unavailable');
    if (response.headersSent) {
      response.end();
      return;
    }
    if (isLostVisitor(error, request)) {
      sendLost(response, language, requestId);
      return;
    }
    send(response, body, details);
  }

  /** That something failed, and of what kind: nothing that another line or an answer could be laid beside. */
  private logUntraced(known: ProblemError | undefined, error: unknown): void {
    if (!known) this.log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'fault');
    else if (known.code === 'unavailable') this.log.warn('database unavailable');
  }
}
