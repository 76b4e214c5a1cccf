import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { languageOf, type Language } from '../problem/language.ts';
import { ProblemError } from '../problem/problem-error.ts';

/** Who asks: everything else that a request says about itself is not believed. */
export interface Visitor {
  readonly institution: string;
  readonly person: string;
  /** The session's token: only for ending it. */
  readonly token: string;
  /** The session's name among those of its person. */
  readonly session: string;
  /** Whether nothing may be done before the password is changed. */
  readonly limited: boolean;
}

/** Visitors by request: set by the session guard alone. */
const visitors = new WeakMap<Request, Visitor>();

export const admit = (request: Request, visitor: Visitor): void => void visitors.set(request, visitor);

export const visitorOf = (request: Request): Visitor | undefined => visitors.get(request);

const PUBLIC = 'mouding:public';

/** A handler that answers without a session. Without this mark a handler is closed. */
export const Public = () => SetMetadata(PUBLIC, true);

export const isPublic = (target: object): boolean => Reflect.getMetadata(PUBLIC, target) === true;

const LIMITED = 'mouding:limited';

/** A handler that answers also before a first or an outdated password is changed. */
export const BeforePasswordChange = () => SetMetadata(LIMITED, true);

export const isBeforePasswordChange = (target: object): boolean =>
  Reflect.getMetadata(LIMITED, target) === true;

const UNTRACED = 'mouding:untraced';

/**
 * A handler that must not learn who asks: its cookie is not read, and no line of the log can be laid beside its answer.
 * It answers everybody alike.
 */
export const Untraced = () => SetMetadata(UNTRACED, true);

export const isToBeUntraced = (target: object): boolean => Reflect.getMetadata(UNTRACED, target) === true;

/** Requests that leave no trace: set by their guard alone. */
const untraced = new WeakSet<Request>();

export const leaveUntraced = (request: Request): void => void untraced.add(request);

export const isUntraced = (request: Request): boolean => untraced.has(request);

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** The signed-in visitor. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const visitor = visitorOf(requestOf(context));
  if (!visitor) throw new ProblemError('not-signed-in');
  return visitor;
});

export const InLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(requestOf(context).headers['accept-language']),
);
