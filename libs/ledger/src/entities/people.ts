import { defineEntity, p } from '@mikro-orm/postgresql';

const institution = p.uuid().primary();

const sessionRow = defineEntity({
  name: 'SessionRow',
  tableName: 'session',
  schema: 'ledger',
  properties: {
    institution,
    tokenHash: p.blob().primary(),
    person: p.uuid(),
    created: p.datetime(3),
    used: p.datetime(3),
    ends: p.datetime(3),
    id: p.uuid().defaultRaw('gen_random_uuid()'),
    agent: p.text().default(''),
    limited: p.boolean().default(false),
  },
  indexes: [{ name: 'session_person_index', properties: ['institution', 'person'] }],
});
/** A signed-in session, by the hash of its token. */
export class SessionRow extends sessionRow.class {}
sessionRow.setClass(SessionRow);

const credentialRow = defineEntity({
  name: 'CredentialRow',
  tableName: 'credential',
  schema: 'ledger',
  properties: {
    institution,
    login: p.text().primary(),
    person: p.uuid(),
    secret: p.text(),
    changed: p.datetime(3),
    oneTime: p.boolean().default(false),
    active: p.boolean().default(true),
  },
  indexes: [{ name: 'credential_person_index', properties: ['institution', 'person'] }],
});
/** How a person signs in. */
export class CredentialRow extends credentialRow.class {}
credentialRow.setClass(CredentialRow);

const directoryRow = defineEntity({
  name: 'DirectoryRow',
  tableName: 'directory',
  schema: 'ledger',
  properties: { institution, person: p.uuid().primary(), name: p.text(), contact: p.text().nullable() },
});
/** A person's name, the only place where it is kept. */
export class DirectoryRow extends directoryRow.class {}
directoryRow.setClass(DirectoryRow);

/** The place of a row in its order, which a sequence gives. */
const placed = (sequence: string) =>
  p
    .bigint('number')
    .primary()
    .autoincrement(false)
    .defaultRaw(`nextval('ledger.${sequence}'::regclass)`)
    .ignoreSchemaChanges('default');

const accessLogRow = defineEntity({
  name: 'AccessLogRow',
  tableName: 'access_log',
  schema: 'ledger',
  properties: {
    institution,
    pos: placed('access_order'),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
    person: p.uuid().nullable(),
    action: p.text(),
    detail: p.text(),
  },
});
/** One log-in or reading. */
export class AccessLogRow extends accessLogRow.class {}
accessLogRow.setClass(AccessLogRow);

const auditLogRow = defineEntity({
  name: 'AuditLogRow',
  tableName: 'audit_log',
  schema: 'ledger',
  properties: {
    institution,
    pos: placed('audit_order'),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
    person: p.uuid().nullable(),
    letter: p.uuid().nullable(),
    action: p.text(),
    detail: p.text(),
    session: p.text().nullable(),
  },
  indexes: [
    {
      name: 'audit_log_detail_index',
      properties: ['institution', 'detail', 'pos'],
      where: `action in ('sign-in-tried', 'sign-in')`,
    },
    {
      name: 'audit_log_session_index',
      properties: ['institution', 'session', 'pos'],
      where: 'session is not null',
    },
  ],
});
/** One question of an auditor. */
export class AuditLogRow extends auditLogRow.class {}
auditLogRow.setClass(AuditLogRow);
