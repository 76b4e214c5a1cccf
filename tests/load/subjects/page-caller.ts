import { Agent, request } from 'node:http';
import { present } from '../subject.ts';

interface Settings {
  readonly port: number;
  readonly cookie: string;
  readonly path: string;
  readonly isFirst: boolean;
}

// Reads one path again and again over connections that stay open: until the first bytes, or until the last.
await present<Settings>(async ({ port, cookie, path, isFirst }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const get = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', path, headers: { cookie }, agent }, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`${path}: ${response.statusCode}`));
        if (isFirst) response.once('data', resolve);
        response.on('data', () => {});
        response.on('end', resolve);
      });
      sent.on('error', reject);
      sent.end();
    });
  return { op: get, close: async () => agent.destroy() };
});
