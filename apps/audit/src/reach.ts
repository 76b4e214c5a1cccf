import type { AuditScope, AuditSessionHeld } from '@mouding/shell';
import { ProblemError } from '@mouding/shell';
import {
  createParamDecorator,
  SetMetadata,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request } from 'express';

/**
 * How far a letter must reach for a handler: one `case` (of the path, the query or the body), the one that is `asked` for
 * or else the institution, `all` of it, the `log` byte for byte, or `none`. `security`: what the security auditor reads
 * by virtue of the post (accounts and sign-ins), and other auditors under a letter for the whole.
 */
export type Reach = 'case' | 'asked' | 'all' | 'log' | 'none' | 'security';

/** What of it is written down. */
export type AuditAction = 'read' | 'export' | 'verify' | 'paper';

const REACH = 'mouding:audit-reach';

/** Without this mark a handler is open to nobody. */
export const Under = (reach: Reach, action: AuditAction = 'read'): CustomDecorator =>
  SetMetadata(REACH, { reach, action });

export const reachOf = (
  target: object,
): { readonly reach: Reach; readonly action: AuditAction } | undefined =>
  Reflect.getMetadata(REACH, target) as ReturnType<typeof reachOf>;

interface Admitted {
  readonly scope: AuditScope;
  readonly session: AuditSessionHeld;
}

/** Set by the guard alone. */
const admitted = new WeakMap<Request, Admitted>();

export const admit = (request: Request, as: Admitted): void => void admitted.set(request, as);

const admittedTo = (context: ExecutionContext): Admitted => {
  const found = admitted.get(context.switchToHttp().getRequest<Request>());
  if (!found) throw new ProblemError('not-signed-in');
  return found;
};

/** What the question may look at. */
export const Scope = createParamDecorator(
  (_: unknown, context: ExecutionContext): AuditScope => admittedTo(context).scope,
);

/** Who is signed in here. */
export const Held = createParamDecorator(
  (_: unknown, context: ExecutionContext): AuditSessionHeld => admittedTo(context).session,
);
