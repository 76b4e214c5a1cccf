import { readFileSync } from 'node:fs';
import type { Paper } from '@mouding/documents';
import { InvalidArgumentError } from 'commander';
import { unread } from '../document-text.ts';
import { refuse, type Refused, type Words } from '../words.ts';
import type { PaperFile } from './paper-file.ts';
import { describe } from './run.ts';

/** What is filled into a template beside the paper, by the names of its fields. */
export type Given = Readonly<Record<string, string>>;

/** `发文字号=云中医〔2026〕6号`, once for each field. @throws InvalidArgumentError for what names no field */
export function givenField(written: string, before: Given = {}): Given {
  const at = written.indexOf('=');
  if (at > 0) return { ...before, [written.slice(0, at).trim()]: written.slice(at + 1) };
  throw new InvalidArgumentError(describe('请写成 栏目=内容', 'it has to read FIELD=WORDS'));
}

/** A paper in the hospital's own template (套红模板): its title, its 校验码, its body, and whatever else was given. */
export async function inTemplate(paper: Paper, path: string, given: Given): Promise<PaperFile | Refused> {
  const template = bytesOf(path);
  if ('refused' in template) return template;
  const { BODY_FIELD, fillTemplate, isUnreadable } = await import('@mouding/documents');
  const { title, body, trace, file } = paper;
  const own = { 标题: title, ...(trace.code === null ? {} : { 校验码: trace.code }) };
  const filled = await fillTemplate(template, { ...own, ...given }, body, file.at);
  if (isUnreadable(filled)) return unread(path, filled);
  const strange = filled.unknown.filter((field) => Object.hasOwn(given, field) || field === BODY_FIELD);
  return { bytes: filled.bytes, notes: [...left(filled.missing), ...nowhere(strange)] };
}

function bytesOf(path: string): Buffer | Refused {
  try {
    return readFileSync(path);
  } catch {
    return refuse(`没有 ${path} 这个文件。`, `There is no file ${path}.`);
  }
}

const left = (fields: readonly string[]): readonly Words[] =>
  fields.length === 0
    ? []
    : [
        {
          zh: `模板中尚未填写：${fields.join('、')}。请以 --field 栏目=内容 给出，或在文件中填写。`,
          en: `Not filled in yet: ${fields.join(', ')}. Give it by --field FIELD=WORDS, or write it into the file.`,
        },
      ];

const nowhere = (fields: readonly string[]): readonly Words[] =>
  fields.length === 0
    ? []
    : [
        {
          zh: `模板中没有这些栏目，未写入：${fields.join('、')}。`,
          en: `The template has no such field; not written: ${fields.join(', ')}.`,
        },
      ];
