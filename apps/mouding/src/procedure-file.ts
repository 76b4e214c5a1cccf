import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDefinition, type Definition } from '@mouding/core';
import { parse } from 'yaml';
import { root } from './home.ts';
import { refuse, type Refused } from './words.ts';

/** Where a procedure of this clone stands. */
const procedureFile = (id: string): string => join(root, 'workflows', id, 'procedure.yaml');

/** Reads a procedure that a person named by its file or by its id, with every default written out. */
export function definitionFrom(fileOrId: string): Definition | Refused {
  const own = /^[a-z][a-z0-9-]*$/.test(fileOrId) ? procedureFile(fileOrId) : fileOrId;
  const file = existsSync(own) ? own : fileOrId;
  if (!existsSync(file))
    return refuse(`没有文件或程序 ${fileOrId}。`, `There is no file and no procedure ${fileOrId}.`);
  const written = parsed(readFileSync(file, 'utf8'));
  if ('reason' in written)
    return refuse(`${file} 不是 YAML：${written.reason}`, `${file} is not YAML: ${written.reason}`);
  const read = readDefinition(written.value);
  if ('definition' in read) return read.definition;
  const lines = (language: 'zh' | 'en'): string =>
    read.faults.map((fault) => `\n  ${fault.at}: ${fault[language]}`).join('');
  return refuse(
    `${file} 不是完整的编制程序：${lines('zh')}`,
    `${file} is not a complete procedure:${lines('en')}`,
  );
}

function parsed(text: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: parse(text) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
