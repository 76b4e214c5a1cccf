import { createHash } from 'node:crypto';
import type { ListFormat } from '@mouding/contract';
import {
  listPaper,
  listSheet,
  momentWords,
  writeCsv,
  writeSheet,
  writeWord,
  type ListPaper,
} from '@mouding/documents';
import type { Press } from '../papers/press.ts';
import type { AuditScope } from './access.ts';

/** A list before it is a file: in words for people, and as data for programs. */
export interface AuditList {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  readonly caution: string | null;
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** One object a row, as the interface answers it. */
  readonly data: readonly object[];
}

export const LIST_MEDIA: { readonly [format in ListFormat]: string } = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A list as a file. What is exported is written down like everything that is read. */
export async function listFile(
  scope: AuditScope,
  list: AuditList,
  format: ListFormat,
  press: Press,
): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return writeCsv([list.head, ...list.rows]);
    case 'jsonl':
      return new TextEncoder().encode(list.data.map((row) => `${JSON.stringify(row)}\n`).join(''));
    case 'xlsx':
      return writeSheet(listSheet(paperOf(scope, list)));
    case 'docx':
      return writeWord(listPaper(paperOf(scope, list)));
    case 'pdf':
      return pressed(press, list, scope);
  }
}

async function pressed(press: Press, list: AuditList, scope: AuditScope): Promise<Uint8Array> {
  const made = await press.write(listPaper(paperOf(scope, list)));
  if ('kind' in made) throw new Error(`${made.cause}: ${made.detail}`);
  return made;
}

function paperOf({ access, letter }: AuditScope, list: AuditList): ListPaper {
  const { now, org } = access;
  const { title, caution, head, widths, rows } = list;
  return {
    source: sourceOf({ access }, createHash('sha256').update(JSON.stringify(rows)).digest('hex')),
    title,
    notes: [
      `被审计单位：${org.context.name}${letter ? `　调阅函：${letter.number}` : ''}　截至：${momentWords(now)}`,
      ...(caution === null ? [] : [`说明：${caution}`]),
    ],
    head,
    widths,
    rows,
  };
}

/** What an auditor prints comes from the record of the institution, by its auditors. */
export const sourceOf = ({ access: { org, now } }: Pick<AuditScope, 'access'>, hash: string | null) => ({
  institution: org.context.name,
  office: '审计（纪检）',
  at: now,
  draft: null,
  hash,
});
