import type { Server } from 'node:http';
import type { Capacities, Settings } from '@mouding/shell';

/** How many requests are worked on and how many wait, from the settings. */
export const admissionCapacities = (settings: Settings): Capacities => ({
  atOnce: settings.REQUESTS_AT_ONCE,
  waiting: {
    decide: settings.WAITING_DECISIONS,
    submit: settings.WAITING_SUBMISSIONS,
    read: settings.WAITING_READS,
    export: settings.WAITING_EXPORTS,
  },
  patienceMs: settings.WAITING_SECONDS * 1000,
});

/** Header fields of one request; Node itself holds their bytes to 16 KiB. */
const MOST_HEADERS = 100;
const IDLE_CONNECTION_MS = 65_000;

/** A client that dribbles its request, or opens connections without end, is cut off. To be called before listening. */
export function limitConnections(
  server: Server,
  { HEADER_SECONDS, REQUEST_SECONDS, CONNECTIONS }: Settings,
): void {
  server.headersTimeout = HEADER_SECONDS * 1000;
  server.requestTimeout = REQUEST_SECONDS * 1000;
  server.keepAliveTimeout = IDLE_CONNECTION_MS;
  server.maxHeadersCount = MOST_HEADERS;
  server.maxConnections = CONNECTIONS;
  // Node looks every thirty seconds otherwise, however short the limits are; its types know the option alone.
  Object.assign(server, { connectionsCheckingInterval: Math.min(HEADER_SECONDS * 500, 5_000) });
}
