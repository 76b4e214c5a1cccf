// Builds the checker of 归档包 twice from the same sources: a script for a bare Node, a page that is opened from disk.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const CONDITIONS = ['@mouding/source', 'module', 'import', 'default'];

/** One file out of one entry; nothing is left to be loaded. */
async function bundled(entry, { target, format, external }) {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: CONDITIONS },
    build: {
      target,
      write: false,
      minify: true,
      copyPublicDir: false,
      lib: { entry: join(root, entry), formats: [format], name: 'checker', fileName: 'checker' },
      rolldownOptions: { external },
    },
  });
  const [{ output }] = [built].flat();
  if (output.length !== 1) throw new Error(`${entry} became ${output.length} files`);
  return output[0].code;
}

/** Where nothing else is read, `</script` and `<!--` in a script would end or hide it. */
const inPage = (code) => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

export async function buildChecker(folder) {
  const script = await bundled('checker/script.js', { target: 'node20', format: 'es', external: [/^node:/] });
  const page = await bundled('src/checker/page.ts', { target: 'chrome109', format: 'iife', external: [] });
  const html = readFileSync(join(root, 'checker', 'page.html'), 'utf8');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'verify.mjs'), script);
  writeFileSync(
    join(folder, 'check.html'),
    html.replace('/*SCRIPT*/', () => inPage(page)),
  );
}
