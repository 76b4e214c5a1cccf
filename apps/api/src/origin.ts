import { COOKIE, type Origin } from '@mouding/shell';
import type { Request } from 'express';

/** Where a request comes from. The address is that of the connection, or what a trusted proxy says of it. */
export const originOf = (request: Request, secure: boolean): Origin => ({
  address: request.ip ?? '',
  agent: request.headers['user-agent'] ?? '',
  token: COOKIE.tokenIn(request.headers.cookie, secure),
});
