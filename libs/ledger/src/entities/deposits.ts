import { defineEntity, p } from '@mikro-orm/postgresql';

const depositCodeRow = defineEntity({
  name: 'DepositCodeRow',
  tableName: 'deposit_code',
  schema: 'ledger',
  properties: {
    institution: p.uuid().primary(),
    deposit: p.uuid().primary(),
    hash: p.blob(),
  },
  uniques: [{ name: 'deposit_code_hash_index', properties: ['institution', 'hash'] }],
});
/** What a 报送码 opens. */
export class DepositCodeRow extends depositCodeRow.class {}
depositCodeRow.setClass(DepositCodeRow);
