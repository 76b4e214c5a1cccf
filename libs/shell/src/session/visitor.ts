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
}

/** Visitors by request: set by the session guard alone. */
const visitors = new WeakMap<Request, Visitor>();

export const admit = (request: Request, visitor: Visitor): void => void visitors.set(request, visitor);

export const visitorOf = (request: Request): Visitor | undefined => visitors.get(request);

const PUBLIC = 'mouding:public';

/** A handler that answers without a session. Without this mark a handler is closed. */
export const Public = () => SetMetadata(PUBLIC, true);

export const isPublic = (target: object): boolean => Reflect.getMetadata(PUBLIC, target) === true;

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
