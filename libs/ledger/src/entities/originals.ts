import { defineEntity, p } from '@mikro-orm/postgresql';

const institution = p.uuid().primary();

const fileRow = defineEntity({
  name: 'FileRow',
  tableName: 'file',
  schema: 'ledger',
  properties: {
    institution,
    hash: p.blob().primary(),
    content: p.blob(),
    bytes: p.integer(),
    mediaType: p.text(),
    received: p.datetime(3),
  },
  checks: [
    { name: 'file_hash_check', expression: 'hash = sha256(content)' },
    { name: 'file_bytes_check', expression: 'bytes > 0 and bytes = octet_length(content)' },
  ],
});
/** An original by the hash of its bytes. */
export class FileRow extends fileRow.class {}
fileRow.setClass(FileRow);

const fileNameRow = defineEntity({
  name: 'FileNameRow',
  tableName: 'file_name',
  schema: 'ledger',
  properties: { institution, hash: p.blob().primary(), person: p.uuid().primary(), name: p.text() },
});
/** What whoever brought an original calls it. */
export class FileNameRow extends fileNameRow.class {}
fileNameRow.setClass(FileNameRow);
