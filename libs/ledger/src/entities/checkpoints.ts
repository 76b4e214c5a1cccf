import { defineEntity, p } from '@mikro-orm/postgresql';

const institution = p.uuid().primary();
const generation = p.integer().primary().autoincrement(false);
const size = p.bigint('number').primary().autoincrement(false);
const at = p.datetime(3).defaultRaw('clock_timestamp()');
const schema = 'ledger';

const logGenerationRow = defineEntity({
  name: 'LogGenerationRow',
  tableName: 'log_generation',
  schema,
  properties: {
    institution,
    generation,
    origin: p.text(),
    reason: p.text().nullable(),
    afterSize: p.bigint('number').nullable(),
    afterRoot: p.blob().nullable(),
    at,
  },
  checks: [{ name: 'log_generation_reason_check', expression: '(generation = 0) = (reason is null)' }],
});
/** One of the logs that an institution has had. */
export class LogGenerationRow extends logGenerationRow.class {}
logGenerationRow.setClass(LogGenerationRow);

const checkpointRow = defineEntity({
  name: 'CheckpointRow',
  tableName: 'checkpoint',
  schema,
  properties: { institution, generation, size, root: p.blob(), note: p.text(), at },
  checks: [{ name: 'checkpoint_root_check', expression: 'octet_length(root) = 32' }],
});
/** What was signed of a log. */
export class CheckpointRow extends checkpointRow.class {}
checkpointRow.setClass(CheckpointRow);

const cosignatureRow = defineEntity({
  name: 'CosignatureRow',
  tableName: 'cosignature',
  schema,
  properties: {
    institution,
    generation,
    size,
    witness: p.text().primary(),
    line: p.text(),
    seconds: p.bigint('number'),
    at,
  },
});
/** What a witness signed beside a checkpoint. */
export class CosignatureRow extends cosignatureRow.class {}
cosignatureRow.setClass(CosignatureRow);

const tileRow = defineEntity({
  name: 'TileRow',
  tableName: 'tile',
  schema,
  properties: {
    institution,
    generation,
    level: p.smallint().primary().autoincrement(false),
    idx: p.bigint('number').primary().autoincrement(false),
    hashes: p.blob(),
  },
  checks: [
    { name: 'tile_hashes_check', expression: 'octet_length(hashes) % 32 = 0' },
    { name: 'tile_size_check', expression: 'octet_length(hashes) <= 8192' },
  ],
});
/** A tile of the tree. */
export class TileRow extends tileRow.class {}
tileRow.setClass(TileRow);

const mailedHeadRow = defineEntity({
  name: 'MailedHeadRow',
  tableName: 'mailed_head',
  schema,
  properties: {
    institution,
    day: p.date().primary(),
    address: p.text().primary(),
    size: p.bigint('number'),
    taken: p.boolean(),
    at,
  },
});
/** A head that went out by mail. */
export class MailedHeadRow extends mailedHeadRow.class {}
mailedHeadRow.setClass(MailedHeadRow);

const logStateRow = defineEntity({
  name: 'LogStateRow',
  tableName: 'log_state',
  schema,
  properties: {
    institution,
    state: p.text(),
    reasonZh: p.text(),
    reasonEn: p.text(),
    since: p.datetime(3).defaultRaw('clock_timestamp()'),
    at,
  },
  checks: [{ name: 'log_state_state_check', expression: `state in ('publishing', 'waiting', 'stopped')` }],
});
/** Whether checkpoints of an institution's log come out. */
export class LogStateRow extends logStateRow.class {}
logStateRow.setClass(LogStateRow);
