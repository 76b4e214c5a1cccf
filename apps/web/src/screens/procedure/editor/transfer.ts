import { readDefinition, type Definition } from '@mouding/core';

const JSON_FILE = /\.json$/iu;

/** Reads a file of a procedure, with every default written out. */
export async function readFileOf(
  file: File,
): Promise<{ readonly definition: Definition } | { readonly trouble: string }> {
  const text = await file.text();
  const written = await parsed(text, JSON_FILE.test(file.name));
  if ('trouble' in written) return written;
  const read = readDefinition(written.value);
  if ('definition' in read) return read;
  return { trouble: read.faults.map(({ at, zh }) => `${at} ${zh}`).join('；') };
}

async function parsed(
  text: string,
  isJson: boolean,
): Promise<{ readonly value: unknown } | { readonly trouble: string }> {
  try {
    if (isJson) return { value: JSON.parse(text) };
    const { parse } = await import('yaml');
    return { value: parse(text) };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

/** Gives a definition out as a file that {@link readFileOf} reads again. */
export async function save(definition: unknown, name: string, format: 'json' | 'yaml'): Promise<void> {
  const text =
    format === 'json' ? JSON.stringify(definition, null, 2) : (await import('yaml')).stringify(definition);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = `${name}.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
