import { defineEntity, p } from '@mikro-orm/postgresql';

const institution = p.uuid().primary();

const contactRow = defineEntity({
  name: 'ContactRow',
  tableName: 'contact',
  schema: 'ledger',
  properties: { institution, person: p.uuid().primary(), channel: p.text().primary(), address: p.text() },
  checks: [
    {
      name: 'contact_address_check',
      expression: `address ~ '^[^[:cntrl:][:space:]]{3,254}$'`,
    },
  ],
});
/** Where a person is reached. */
export class ContactRow extends contactRow.class {}
contactRow.setClass(ContactRow);

const words = (name: string, values: readonly string[]): string =>
  `${name} in (${values.map((value) => `'${value}'`).join(', ')})`;

const messageRow = defineEntity({
  name: 'MessageRow',
  tableName: 'message',
  schema: 'ledger',
  properties: {
    institution,
    id: p.uuid().primary(),
    stream: p.text().collation('C'),
    name: p.text(),
    kind: p.text(),
    occasion: p.text(),
    caseId: p.text().nullable(),
    due: p.datetime(3).nullable(),
    person: p.uuid(),
    channel: p.text(),
    address: p.text().nullable(),
    messageId: p.text(),
    state: p.text(),
    attempts: p.integer().default(0),
    nextAt: p.datetime(3).nullable(),
    lastError: p.text().nullable(),
    ended: p.datetime(3).nullable(),
    created: p.datetime(3),
    createdLaw: p.datetime(3),
    updated: p.datetime(3),
    updatedLaw: p.datetime(3),
  },
  checks: [
    { name: 'message_kind_check', expression: words('kind', ['todo', 'reminder', 'meeting', 'recorded']) },
    {
      name: 'message_state_check',
      expression: words('state', [
        'queued',
        'sending',
        'sent-unsure',
        'sent',
        'bounced',
        'cancelled',
        'no-address',
      ]),
    },
  ],
  uniques: [
    { name: 'message_message_id_unique', properties: ['institution', 'messageId'] },
    {
      name: 'message_open_unique',
      properties: ['institution', 'stream', 'name', 'person', 'channel', 'kind', 'occasion'],
      where: 'ended is null',
    },
  ],
  indexes: [
    { name: 'message_next_index', properties: ['institution', 'nextAt'], where: 'next_at is not null' },
    { name: 'message_state_index', properties: ['institution', 'state', 'created', 'id'] },
  ],
});
/** A message to one person about one obligation. */
export class MessageRow extends messageRow.class {}
messageRow.setClass(MessageRow);
