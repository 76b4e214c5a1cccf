import { randomBytes } from 'node:crypto';

/** One answered request, as a span. */
export interface RequestSpan {
  readonly name: string;
  readonly requestId: string;
  readonly parent: { readonly trace: string; readonly span: string } | undefined;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly ms: number;
}

/** Sends spans to a collector. */
export interface Tracer {
  span(span: RequestSpan): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

const EVERY_MS = 2_000;
/** More than this in one interval is dropped: tracing must never hold up what it watches. */
const MOST = 2_000;

/**
 * OpenTelemetry over OTLP/HTTP, JSON encoding: one span a request, as a child of whoever sent a `traceparent`. Routes,
 * statuses and durations alone; no address, no body, nobody's name. A collector that is away is done without.
 *
 * @param endpoint the collector, e.g. `http://127.0.0.1:4318`; `/v1/traces` is added
 */
export function openTracer(endpoint: string, service: string): Tracer {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  let spans: RequestSpan[] = [];
  const flush = async (): Promise<void> => {
    const batch = spans;
    spans = [];
    if (batch.length > 0) await post(url, service, batch).catch(() => {});
  };
  const timer = setInterval(() => void flush(), EVERY_MS);
  timer.unref();
  return {
    span(span) {
      if (spans.length < MOST) spans.push(span);
    },
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

async function post(url: string, service: string, spans: readonly RequestSpan[]): Promise<void> {
  const body = JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: [text('service.name', `mouding-${service}`)] },
        scopeSpans: [{ scope: { name: 'mouding' }, spans: spans.map(otlp) }],
      },
    ],
  });
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(EVERY_MS),
  });
  await answer.body?.cancel();
}

const text = (key: string, value: string) => ({ key, value: { stringValue: value } });
const nanos = (ms: number): string => String(BigInt(Math.round(ms * 1000)) * 1000n);

/** A span as OTLP 1.x has it: kind 2 is a server's, status 2 an error. */
const otlp = ({ name, requestId, parent, method, route, status, started, ms }: RequestSpan) => ({
  traceId: parent?.trace ?? randomBytes(16).toString('hex'),
  spanId: randomBytes(8).toString('hex'),
  ...(parent ? { parentSpanId: parent.span } : {}),
  name,
  kind: 2,
  startTimeUnixNano: nanos(started),
  endTimeUnixNano: nanos(started + ms),
  attributes: [
    text('http.request.method', method),
    text('http.route', route),
    text('mouding.request_id', requestId),
    { key: 'http.response.status_code', value: { intValue: String(status) } },
  ],
  status: status >= 500 ? { code: 2 } : {},
});
