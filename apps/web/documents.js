import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The documents of the page: one and the same but for the face whose script it starts.
 * @param faces the face of each document, by the document's name
 */
export function documents(faces) {
  const template = readFileSync(pathOf('document.html'), 'utf8');
  const made = new Map(
    Object.entries(faces).map(([name, face]) => [
      pathOf(`${name}.html`),
      template.replace('__FACE__', () => face),
    ]),
  );
  return {
    name: 'documents',
    enforce: 'pre',
    config: () => ({ build: { rolldownOptions: { input: inputs(faces) } } }),
    resolveId: (id) => (made.has(pathOf(id)) ? pathOf(id) : null),
    load: (id) => made.get(id) ?? null,
  };
}

const inputs = (faces) =>
  Object.fromEntries(Object.entries(faces).map(([name, face]) => [face, `${name}.html`]));
