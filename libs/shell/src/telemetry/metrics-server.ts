import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { HttpMetrics } from './http-metrics.ts';

/** Metrics are for whoever watches this machine, from this machine. */
const LOOPBACK = '127.0.0.1';

/** Serves `GET /metrics` on a port of this machine alone, apart from what people reach. */
export async function serveMetrics(metrics: HttpMetrics, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) =>
        response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return server;
}
