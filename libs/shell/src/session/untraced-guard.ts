import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isToBeUntraced, leaveUntraced } from './visitor.ts';

/**
 * Stands before every other guard: what must leave no trace leaves none of its being turned away either. The answer
 * carries no number of the request, which a proxy could keep.
 */
export class UntracedGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (!isToBeUntraced(context.getHandler()) && !isToBeUntraced(context.getClass())) return true;
    const http = context.switchToHttp();
    leaveUntraced(http.getRequest<Request>());
    http.getResponse<Response>().removeHeader('X-Request-Id');
    return true;
  }
}
