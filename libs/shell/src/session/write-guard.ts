import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemError } from '../problem/problem-error.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A write comes from our own page or from a program, never from another site: browsers always say where a write comes
 * from. And its body is JSON, which no form of another site can send.
 */
export class WriteGuard implements CanActivate {
  private readonly origin: string | undefined;

  /** @param publicUrl the address that people open; without one it is what the request was sent to */
  constructor(publicUrl: string | undefined) {
    this.origin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (READS.has(request.method)) return true;
    if (!this.comesFromUs(request)) throw new ProblemError('cross-origin');
    if (request.method === 'POST' && !request.is('application/json')) throw new ProblemError('json-only');
    return true;
  }

  private comesFromUs({ headers }: Request): boolean {
    const { origin, host, 'sec-fetch-site': site = 'none' } = headers;
    const own = this.origin ?? `http://${host}`;
    return (site === 'same-origin' || site === 'none') && (origin === undefined || origin === own);
  }
}
