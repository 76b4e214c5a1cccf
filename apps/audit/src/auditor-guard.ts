import { SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { capacitiesOf, streamName } from '@mouding/core';
import type { Ledger } from '@mouding/ledger';
import { ProblemError, StateCache, visitorOf, World } from '@mouding/shell';
import type { Request } from 'express';

const SECURITY = 'mouding:security-auditor';

/** A handler that the security auditor may ask too: who signed in, who read, what was done to accounts; no business. */
export const ForSecurityAuditors = () => SetMetadata(SECURITY, true);

/**
 * Lets auditors in, by the post that they hold at this moment, and writes down that they read and what. To everybody
 * else there is nothing here.
 */
export class AuditorGuard implements CanActivate {
  private readonly ledger: Ledger;
  private readonly cache = new StateCache();

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const visitor = visitorOf(request);
    if (!visitor) return true;
    const { institution, person } = visitor;
    const open = Reflect.getMetadata(SECURITY, context.getHandler()) === true;
    if (!(await this.mayRead(institution, person, open))) throw new ProblemError('not-found');
    await this.ledger.logAccess(institution, {
      person,
      action: 'audit-read',
      detail: request.originalUrl.slice(0, 400),
    });
    return true;
  }

  private async mayRead(institution: string, person: string, security: boolean): Promise<boolean> {
    const source = {
      entries: (stream: string, after: number) => this.ledger.entries(institution, stream, after),
      text: (hash: string) => this.ledger.text(institution, hash),
    };
    const world = new World(institution, source, this.cache);
    await world.bring(streamName('org', institution));
    const { answer } = await world.reach((known) => capacitiesOf(known.org, person));
    return answer.some(({ as }) => as === 'auditor' || (security && as === 'security-auditor'));
  }
}
