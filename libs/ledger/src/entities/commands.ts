import { defineEntity, p } from '@mikro-orm/postgresql';

const institution = p.uuid().primary();
const key = p.text().primary();
const text = p.text();

const commandRow = defineEntity({
  name: 'CommandRow',
  tableName: 'command',
  schema: 'ledger',
  properties: {
    institution,
    person: key,
    key,
    verb: text,
    target: text,
    bodyHash: text,
    status: p.integer(),
    answer: text,
    at: p.datetime(3).defaultRaw('now()'),
  },
});
/** The answer that a repeated idempotency key gets again. */
export class CommandRow extends commandRow.class {}
commandRow.setClass(CommandRow);

const arrivalRow = defineEntity({
  name: 'ArrivalRow',
  tableName: 'arrival',
  schema: 'ledger',
  properties: {
    institution,
    person: key,
    key,
    verb: key,
    target: key,
    bodyHash: key,
    received: p.datetime(3),
  },
});
/** When a command that is judged by its time first arrived. */
export class ArrivalRow extends arrivalRow.class {}
arrivalRow.setClass(ArrivalRow);

const blobRow = defineEntity({
  name: 'BlobRow',
  tableName: 'blob',
  schema: 'ledger',
  properties: {
    institution,
    hash: p.blob().primary(),
    content: p.blob(),
    bytes: p.integer(),
    received: p.datetime(3),
  },
  checks: [
    { name: 'blob_hash_check', expression: 'hash = sha256(content)' },
    { name: 'blob_bytes_check', expression: 'bytes = octet_length(content)' },
  ],
});
/** A text by the hash of its bytes. */
export class BlobRow extends blobRow.class {}
blobRow.setClass(BlobRow);

const uploadRow = defineEntity({
  name: 'UploadRow',
  tableName: 'upload',
  schema: 'ledger',
  properties: {
    institution,
    hash: p.blob().primary(),
    person: p.uuid().primary(),
    received: p.datetime(3),
  },
});
/** Who brought a text, and when first. */
export class UploadRow extends uploadRow.class {}
uploadRow.setClass(UploadRow);

const deadlineRow = defineEntity({
  name: 'DeadlineRow',
  tableName: 'deadline',
  schema: 'ledger',
  properties: {
    institution,
    stream: p.text().collation('C').primary(),
    name: key,
    due: p.datetime(3),
    verb: text,
  },
  indexes: [{ name: 'deadline_due_index', properties: ['institution', 'due'] }],
});
/** What falls due, in law time. */
export class DeadlineEntity extends deadlineRow.class {}
deadlineRow.setClass(DeadlineEntity);

const outboxRow = defineEntity({
  name: 'OutboxRow',
  tableName: 'outbox',
  schema: 'ledger',
  properties: {
    institution,
    id: p
      .bigint('number')
      .primary()
      .autoincrement(false)
      .defaultRaw(`nextval('ledger.outbox_order'::regclass)`)
      .ignoreSchemaChanges('default'),
    task: text,
    payload: p.json().columnType('json'),
    key: p.text().nullable(),
  },
});
/** A job on its way to the worker's queue. */
export class OutboxRow extends outboxRow.class {}
outboxRow.setClass(OutboxRow);

const destroyedKeyRow = defineEntity({
  name: 'DestroyedKeyRow',
  tableName: 'destroyed_key',
  schema: 'ledger',
  properties: { institution, subject: p.uuid().primary(), at: p.datetime(3).defaultRaw('now()') },
});
/** A subject whose sealed bodies can never be opened again. */
export class DestroyedKeyRow extends destroyedKeyRow.class {}
destroyedKeyRow.setClass(DestroyedKeyRow);
