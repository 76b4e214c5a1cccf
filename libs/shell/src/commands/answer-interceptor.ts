import { hrefOf, type CommandAnswer } from '@mouding/contract';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { Answered } from './asking.ts';

/** Writes the answer of a command: its own status, its bytes as they were stored, the new ETag, the Location. */
export class AnswerInterceptor implements NestInterceptor<Answered, string> {
  intercept(context: ExecutionContext, next: CallHandler<Answered>): Observable<string> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(map((answered) => writeHead(response, answered)));
  }
}

function writeHead(response: Response, { status, body, replayed }: Answered): string {
  response.status(status).type(status < 400 ? 'application/json' : 'application/problem+json');
  if (replayed) response.setHeader('Idempotency-Replayed', 'true');
  if (status < 400) {
    const { receipt, made } = body as CommandAnswer;
    if (receipt) response.setHeader('ETag', `"${receipt.stream}:${receipt.version}"`);
    const href = made === null ? null : hrefOf(made);
    if (href !== null) response.setHeader('Location', href);
  }
  return JSON.stringify(body);
}
