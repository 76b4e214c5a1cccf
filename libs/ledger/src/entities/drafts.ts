import { defineEntity, p } from '@mikro-orm/postgresql';

const draftRow = defineEntity({
  name: 'DraftRow',
  tableName: 'draft',
  schema: 'ledger',
  properties: {
    institution: p.uuid().primary(),
    person: p.uuid().primary(),
    about: p.text().collation('C').primary(),
    version: p.integer(),
    body: p.blob(),
    cm: p.text(),
    stored: p.datetime(3).defaultRaw('now()'),
  },
  checks: [
    { name: 'draft_about_check', expression: `about ~ '^[A-Za-z0-9.:_-]{1,200}$'` },
    { name: 'draft_version_check', expression: 'version > 0' },
  ],
});
/** What a person has typed and not yet sent. */
export class DraftRow extends draftRow.class {}
draftRow.setClass(DraftRow);
