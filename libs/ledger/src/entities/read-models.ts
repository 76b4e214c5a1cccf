import { defineEntity, p } from '@mikro-orm/postgresql';

const institution = p.uuid().primary();
const stream = p.text().collation('C').primary();

const itemRow = defineEntity({
  name: 'ItemEntity',
  tableName: 'item',
  schema: 'ledger',
  properties: {
    institution,
    stream,
    version: p.integer(),
    kind: p.text(),
    id: p.text(),
    caseId: p.text().nullable(),
    stage: p.text().nullable(),
    status: p.text(),
    label: p.text(),
    department: p.text().nullable(),
    due: p.datetime(3).nullable(),
    no: p.integer().nullable(),
  },
  indexes: [
    { name: 'item_case_index', properties: ['institution', 'caseId'] },
    { name: 'item_kind_index', properties: ['institution', 'kind'] },
  ],
});
/** What one stream stands for in work lists. */
export class ItemEntity extends itemRow.class {}
itemRow.setClass(ItemEntity);

const obligationRow = defineEntity({
  name: 'ObligationEntity',
  tableName: 'obligation',
  schema: 'ledger',
  properties: {
    institution,
    stream,
    name: p.text().primary(),
    version: p.integer(),
    holder: p.text(),
    verb: p.text(),
    caseId: p.text().nullable(),
    due: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'obligation_holder_index', properties: ['institution', 'holder'] },
    { name: 'obligation_case_index', properties: ['institution', 'caseId'] },
  ],
});
/** Who owes what by when. */
export class ObligationEntity extends obligationRow.class {}
obligationRow.setClass(ObligationEntity);
