import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { tap, type Observable } from 'rxjs';

/** Gives every answer that is of one stream the tag of its version: what If-Match of a command takes. */
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      tap((body) => {
        const { stream, version, revision } = (body ?? {}) as {
          stream?: unknown;
          version?: unknown;
          revision?: unknown;
        };
        if (typeof stream === 'string')
          response.setHeader('ETag', `"${stream}:${String(revision ?? version)}"`);
      }),
    );
  }
}
