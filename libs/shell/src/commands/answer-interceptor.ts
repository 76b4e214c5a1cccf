import { hrefOf, type CommandAnswer } from '@mouding/contract';
import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { noteOver, RECEIPTS, type ReceiptSigner } from '../log/receipts.ts';
import { visitorOf } from '../session/visitor.ts';
import type { Answered } from './asking.ts';

/**
 * Writes the answer of a command: its own status, its bytes as they were stored, the new ETag, the Location; and the
 * signature over its receipts, which is the same each time, since Ed25519 draws nothing.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor<Answered, string> {
  constructor(@Inject(RECEIPTS) private readonly signer: ReceiptSigner | null) {}

  intercept(context: ExecutionContext, next: CallHandler<Answered>): Observable<string> {
    const http = context.switchToHttp();
    const response = http.getResponse<Response>();
    const house = visitorOf(http.getRequest<Request>())?.institution;
    return next.handle().pipe(map((answered) => writeHead(response, this.signed(house, answered))));
  }

  /** The answer with a note over what it says to have recorded. */
  private signed(house: string | undefined, answered: Answered): Answered {
    const { receipts } = answered.body as Partial<CommandAnswer>;
    if (answered.status >= 400 || house === undefined || !receipts) return answered;
    const signed = noteOver(this.signer, house, receipts);
    return signed === undefined ? answered : { ...answered, body: { ...(answered.body as object), signed } };
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
