import { copyFileSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { openSignerFolder, signerFiles } from './folder.ts';
import { signerServer } from './serve.ts';
import { openSm2Key } from './sm2.ts';

/** A setting that this program cannot do without, or the file that holds it. */
function needed(name: string): string {
  const file = process.env[`${name}_FILE`];
  const value = process.env[name] || (file ? readFileSync(file, 'utf8').trim() : '');
  if (value) return value;
  process.stderr.write(`缺少配置 ${name} · not set: ${name}\n`);
  return process.exit(1);
}

/**
 * The signer, or where its files are not as they were, one that signs nothing and says why: an end of this program
 * would end the others, and the work of the house must go on.
 */
function serverOf(folder: string, token: string): Server {
  try {
    const sm2File = process.env['SM2_KEY_FILE'];
    const sm2 = sm2File ? { sm2: openSm2Key(sm2File) } : {};
    const opened = openSignerFolder(folder);
    const published = process.env['LOG_PUBLIC_KEY_FILE'];
    if (published) copyFileSync(signerFiles(folder).publicKey, published);
    return signerServer({ ...opened, ...sm2, token });
  } catch (error) {
    const objection = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${objection}\n`);
    return createServer((request, response) => {
      response.writeHead(request.url === '/ready' ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ objection }));
    });
  }
}

const server = serverOf(needed('SIGNER_FOLDER'), needed('SIGNER_TOKEN'));
server.listen(Number(needed('SIGNER_PORT')), process.env['HOST'] || '127.0.0.1', () =>
  process.stdout.write('ready\n'),
);
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
