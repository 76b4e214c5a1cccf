import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { isUntraced } from '../session/visitor.ts';
import type { HttpMetrics } from './http-metrics.ts';
import type { Tracer } from './tracer.ts';

/** The id of each request: it stands in the answer, in a problem and in every line of the log about it. */
const ids = new WeakMap<Request, string>();

export const requestIdOf = (request: Request): string => {
  const id = ids.get(request) ?? randomUUID();
  ids.set(request, id);
  return id;
};

/** Where a request went, as the route says it: an address with ids or words in it is nobody's business. */
export const routeOf = (request: Request): string => {
  const { route } = request as Request & { readonly route?: { readonly path?: unknown } };
  return typeof route?.path === 'string' ? route.path : 'none';
};

const TRACE = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** W3C trace context: who caused this request, if whoever sent it says so. Random numbers, and nothing is decided by them. */
export function parentOf(header: unknown): { readonly trace: string; readonly span: string } | undefined {
  const [, trace = '', span = ''] = (typeof header === 'string' && TRACE.exec(header)) || [];
  return trace === '' || /^0+$/.test(trace) || /^0+$/.test(span) ? undefined : { trace, span };
}

/** Whoever is refused in a rush is counted: a line for each would cost more than the refusal. */
const REFUSED = 503;
/** A slow answer is told of even where only trouble is. */
const SLOW_MS = 1_000;

const levelOf = (status: number, ms: number): 'warn' | 'info' | 'debug' => {
  if (status >= 500 && status !== REFUSED) return 'warn';
  return ms > SLOW_MS ? 'info' : 'debug';
};

/** Gives every request its id, and notes how it ended: in the log, the metrics, the traces. Decides nothing. */
export function requestContext(log: Logger, metrics: HttpMetrics, tracer: Tracer | undefined) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = requestIdOf(request);
    response.setHeader('X-Request-Id', requestId);
    const from = performance.now();
    const started = Date.now();
    const parent = parentOf(request.headers.traceparent);
    response.once('close', () => {
      if (isUntraced(request)) return;
      const ms = Math.round((performance.now() - from) * 10) / 10;
      const { method } = request;
      const [route, status] = [routeOf(request), response.statusCode];
      const isStream = response.getHeader('content-type')?.toString().startsWith('text/event-stream');
      if (!isStream) metrics.answered(method, route, status, ms / 1000);
      tracer?.span({ name: `${method} ${route}`, requestId, parent, method, route, status, started, ms });
      const trace = parent ? { trace: parent.trace } : {};
      log[levelOf(status, isStream ? 0 : ms)]({ requestId, ...trace, method, route, status, ms }, 'answered');
    });
    next();
  };
}
