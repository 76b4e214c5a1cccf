import { SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemError } from '../problem/problem-error.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The longest address that any route of ours has, with room. Headers together are held to 16 KiB by Node itself. */
const LONGEST_ADDRESS = 4096;
const THIS_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

const BYTES = 'mouding:bytes';

/** A handler that takes bytes as they are, no JSON. */
export const Bytes = () => SetMetadata(BYTES, true);

const mediaTypeOf = (handler: object): string =>
  Reflect.getMetadata(BYTES, handler) === true ? 'application/octet-stream' : 'application/json';

/**
 * A write comes from our own page or from a program, never from another site: browsers always say where a write comes
 * from. And its body is JSON, or bytes where a handler takes them: neither can a form of another site send.
 */
export class WriteGuard implements CanActivate {
  private readonly origin: string | undefined;

  /** @param publicUrl the address that people open; without one it is this machine, as the request names it */
  constructor(publicUrl: string | undefined) {
    this.origin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.originalUrl.length > LONGEST_ADDRESS) throw new ProblemError('address-too-long');
    if (READS.has(request.method)) return true;
    if (!this.comesFromUs(request)) throw new ProblemError('cross-origin');
    if (request.method !== 'DELETE' && !request.is(mediaTypeOf(context.getHandler())))
      throw new ProblemError('json-only');
    return true;
  }

  private comesFromUs({ headers }: Request): boolean {
    const { origin, 'sec-fetch-site': site = 'none' } = headers;
    if (site !== 'same-origin' && site !== 'none') return false;
    const own = this.origin ?? originOfThisMachine(headers.host);
    return own !== undefined && (origin === undefined || origin === own);
  }
}

/** A name of somebody else's that was made to point here is not ours, though origin and host agree. */
const originOfThisMachine = (host = ''): string | undefined =>
  THIS_MACHINE.test(host) ? `http://${host}` : undefined;
