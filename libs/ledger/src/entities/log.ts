import { defineEntity, p } from '@mikro-orm/postgresql';

const institution = p.uuid().primary();
const stream = p.text().collation('C').primary();
const at = p.datetime(3);
const bytes = p.blob();

const institutionRow = defineEntity({
  name: 'InstitutionRow',
  tableName: 'institution',
  schema: 'ledger',
  properties: {
    institution,
    code: p.text().unique('institution_code_unique'),
    name: p.text(),
    mode: p.text(),
    founded: p.datetime(3).defaultRaw('now()'),
  },
  checks: [{ name: 'institution_mode_check', expression: `mode in ('live', 'rehearsal')` }],
});
/** A tenant. */
export class InstitutionRow extends institutionRow.class {}
institutionRow.setClass(InstitutionRow);

const clockRow = defineEntity({
  name: 'ClockRow',
  tableName: 'clock',
  schema: 'ledger',
  properties: { institution, aheadMs: p.bigint('number') },
});
/** How far a rehearsal's law time runs ahead, in milliseconds. */
export class ClockRow extends clockRow.class {}
clockRow.setClass(ClockRow);

const streamHeadRow = defineEntity({
  name: 'StreamHeadRow',
  tableName: 'stream_head',
  schema: 'ledger',
  properties: { institution, stream, version: p.integer(), hash: bytes },
});
/** Where a stream stands. */
export class StreamHeadRow extends streamHeadRow.class {}
streamHeadRow.setClass(StreamHeadRow);

const entryRow = defineEntity({
  name: 'EntryRow',
  tableName: 'entry',
  schema: 'ledger',
  properties: {
    institution,
    stream,
    version: p.integer().primary().autoincrement(false),
    type: p.text(),
    sv: p.integer(),
    at,
    prev: p.blob().nullable(),
    leafHash: bytes,
    entry: p.text(),
  },
  checks: [
    { name: 'entry_size_check', expression: 'octet_length(entry) <= 65535' },
    {
      name: 'entry_leaf_hash_check',
      expression: `leaf_hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))`,
    },
    {
      name: 'entry_columns_check',
      expression: `entry::jsonb @> jsonb_build_object('institution', institution, 'stream', stream, 'version', version,
        'type', type, 'sv', sv, 'prev', encode(prev, 'hex'),
        'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`,
    },
  ],
});
/** One entry of the log. */
export class EntryRow extends entryRow.class {}
entryRow.setClass(EntryRow);

const sealedBodyRow = defineEntity({
  name: 'SealedBodyRow',
  tableName: 'sealed_body',
  schema: 'ledger',
  properties: {
    institution,
    stream,
    version: p.integer().primary().autoincrement(false),
    subject: p.uuid().primary(),
    body: bytes,
  },
});
/** A body that only its subject's data key opens. */
export class SealedBodyRow extends sealedBodyRow.class {}
sealedBodyRow.setClass(SealedBodyRow);

const unsequencedRow = defineEntity({
  name: 'UnsequencedRow',
  tableName: 'unsequenced',
  schema: 'ledger',
  properties: {
    pos: p
      .bigint('number')
      .primary()
      .autoincrement(false)
      .defaultRaw(`nextval('ledger.append_order'::regclass)`)
      .ignoreSchemaChanges('default'),
    institution,
    stream: p.text().collation('C'),
    version: p.integer(),
  },
});
/** An entry that waits for its leaf index. */
export class UnsequencedRow extends unsequencedRow.class {}
unsequencedRow.setClass(UnsequencedRow);

const leafRow = defineEntity({
  name: 'LeafRow',
  tableName: 'leaf',
  schema: 'ledger',
  properties: {
    institution,
    idx: p.bigint('number').primary().autoincrement(false),
    stream: p.text().collation('C'),
    version: p.integer(),
  },
  uniques: [{ name: 'leaf_entry_unique', properties: ['institution', 'stream', 'version'] }],
});
/** The place of an entry in its institution's log. */
export class LeafRow extends leafRow.class {}
leafRow.setClass(LeafRow);
