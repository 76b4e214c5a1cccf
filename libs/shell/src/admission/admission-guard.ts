import { SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { APPROVALS } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import type { Admission, RequestClass } from './admission.ts';

const CLASS = 'mouding:request-class';
type Marked = RequestClass | 'free';

/** The class of a handler; `free`: it has connections of its own and waits for nobody. */
export const Admit = (of: Marked) => SetMetadata(CLASS, of);

/** Votes, approvals, and what a meeting waits for while it meets. */
const MEETING = /^meeting\./;

/** The class of a command. */
export const classOfVerb = (verb: string): RequestClass =>
  APPROVALS.has(verb) || MEETING.test(verb) ? 'decide' : 'submit';

const classOf = (context: ExecutionContext, method: string): Marked =>
  (Reflect.getMetadata(CLASS, context.getHandler()) as Marked | undefined) ??
  (Reflect.getMetadata(CLASS, context.getClass()) as Marked | undefined) ??
  (method === 'GET' || method === 'HEAD' ? 'read' : 'submit');

/** Stands before everything that asks the database: refuses what is too much, before anything was spent on it. */
export class AdmissionGuard implements CanActivate {
  private readonly admission: Admission;
  private readonly againSeconds: number;

  /** @param againSeconds after which it is worth coming again */
  constructor(admission: Admission, againSeconds: number) {
    this.admission = admission;
    this.againSeconds = againSeconds;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const response = http.getResponse<Response>();
    const of = classOf(context, http.getRequest<Request>().method);
    if (of === 'free') return true;
    const gone = new AbortController();
    const abort = (): void => gone.abort();
    response.once('close', abort);
    const leave = await this.admission.enter(of, gone.signal);
    response.off('close', abort);
    if (!leave) throw new ProblemError('busy', { retryAfter: this.againSeconds });
    if (response.closed || response.destroyed) leave();
    else response.once('close', leave);
    return true;
  }
}
