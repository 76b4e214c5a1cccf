import { Agent, request } from 'node:http';
import { inputRequest, type World } from '../http-world.ts';
import { present } from '../subject.ts';

// Sends the command of (g) over connections that stay open; each client has a chapter of its own. For (h) the same.
await present<{ port: number; world: World }>(async ({ port, world }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const versions = world.chapters.map(() => 1);
  const give = (chapter: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const { path, headers, body } = inputRequest(world, chapter, versions[chapter] ?? 1);
      const sent = request({ port, host: '127.0.0.1', method: 'POST', path, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          if (response.statusCode !== 200) return reject(new Error(Buffer.concat(chunks).toString('utf8')));
          versions[chapter] = (versions[chapter] ?? 1) + 1;
          resolve();
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return { op: (_, client) => give(client), close: async () => agent.destroy() };
});
