// Writes what can be asked of each kind of thing, one file a kind: the bodies of its commands as JSON Schema, with what
// they refer to. The forms of the page are made of them, each loaded when somebody opens one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const bodyOf = ({ post }) => post?.requestBody?.content?.['application/json']?.schema ?? null;
const isAsk = ([path, { post }]) =>
  post?.parameters?.some(({ name }) => name === 'Idempotency-Key') === true && path.startsWith('/v1/');

/** The names that a schema refers to, and those that these refer to. */
function namesIn(schema, defs, known = new Set()) {
  for (const [, name] of JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (known.has(name)) continue;
    known.add(name);
    namesIn(defs[name], defs, known);
  }
  return known;
}

export function writeAsks(document, folder) {
  const { paths, components } = JSON.parse(readFileSync(document, 'utf8'));
  mkdirSync(folder, { recursive: true });
  const asks = Object.entries(paths).filter(isAsk);
  const kinds = Map.groupBy(asks, ([path]) => path.split('/')[2]);
  for (const [kind, members] of kinds) {
    const bodies = Object.fromEntries(members.map(([path, operations]) => [path, bodyOf(operations)]));
    const names = [...namesIn(bodies, components.schemas)];
    const defs = Object.fromEntries(names.map((name) => [name, components.schemas[name]]));
    writeFileSync(join(folder, `${kind}.json`), JSON.stringify({ bodies, defs }));
  }
}
