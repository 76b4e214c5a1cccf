// What compose.yaml says, for a machine without a container engine.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// The command line's own: this folder is no package, and the one beside the root may be another version.
const { parse } = createRequire(new URL('../apps/mouding/package.json', import.meta.url))('yaml');

const file = fileURLToPath(new URL('compose.yaml', import.meta.url));
const mounted = '/run/secrets/';
const volumes = '/var/lib/mouding/';

/** The file as it stands, its anchors resolved. */
export function readCompose() {
  return parse(readFileSync(file, 'utf8'), { merge: true });
}

/**
 * The processes of compose.yaml that run our own programs: those that end by themselves, and those that stay.
 * Secrets are found where the file says they lie on this machine.
 * @param {Record<string, string | undefined>} given fills in `${NAME}`; a setting given here goes before the file's
 */
export function composed(given) {
  const { services, secrets } = readCompose();
  const ours = Object.entries(services).filter(([, { build, profiles }]) => build && !profiles);
  return ours.map(([name, { command, environment, restart }]) => ({
    name,
    command: command.map(String),
    endsByItself: restart === 'no',
    environment: Object.fromEntries(
      Object.entries(environment).map(([key, value]) => setting(key, String(value))),
    ),
  }));

  function setting(key, value) {
    const plain =
      key.endsWith('_DATABASE_URL_FILE') || key === 'DATABASE_URL_FILE' ? key.slice(0, -'_FILE'.length) : key;
    for (const name of [plain, key]) if (given[name]) return [name, given[name]];
    // In a container every address is the container's own; here it would be every address of the machine.
    if (key === 'HOST') return [key, '127.0.0.1'];
    if (value.startsWith(mounted)) return [key, secretFile(value.slice(mounted.length))];
    if (value.startsWith(volumes)) return [key, stateFile(value.slice(volumes.length))];
    // Containers call each other by their names; here they all listen on this machine.
    return [key, substituted(value.replace(/^http:\/\/\w+:/, 'http://127.0.0.1:'), given)];
  }

  /** What a container keeps in a volume. */
  function stateFile(name) {
    return resolve(dirname(file), given['MOUDING_STATE'] || './state', name);
  }

  function secretFile(name) {
    return resolve(dirname(file), substituted(secrets[name].file, given));
  }
}

/**
 * Fills in `${NAME}`, `${NAME:-default}` and `${NAME:?what it is}` as Compose does.
 * @throws Error naming a variable that must be set
 */
function substituted(text, given) {
  return text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name, kind, rest) => {
    if (given[name]) return given[name];
    if (kind === '?') throw new Error(`请设置 ${name} · set ${name}: ${rest}`);
    return rest ?? '';
  });
}
