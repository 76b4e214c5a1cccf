import { defineEntity, p } from '@mikro-orm/postgresql';

const institution = p.uuid().primary();

const formerSecretRow = defineEntity({
  name: 'FormerSecretRow',
  tableName: 'former_secret',
  schema: 'ledger',
  properties: { institution, person: p.uuid().primary(), secret: p.text().primary(), ended: p.datetime(3) },
});
/** A password that a person had before. */
export class FormerSecretRow extends formerSecretRow.class {}
formerSecretRow.setClass(FormerSecretRow);

const secondFactorRow = defineEntity({
  name: 'SecondFactorRow',
  tableName: 'second_factor',
  schema: 'ledger',
  properties: {
    institution,
    person: p.uuid().primary(),
    wrapped: p.blob(),
    confirmed: p.boolean(),
    lastStep: p.bigint('number'),
  },
});
/** A person's second factor. */
export class SecondFactorRow extends secondFactorRow.class {}
secondFactorRow.setClass(SecondFactorRow);

const recoveryCodeRow = defineEntity({
  name: 'RecoveryCodeRow',
  tableName: 'recovery_code',
  schema: 'ledger',
  properties: { institution, person: p.uuid().primary(), codeHash: p.blob().primary() },
});
/** A code that stands in for the second factor once. */
export class RecoveryCodeRow extends recoveryCodeRow.class {}
recoveryCodeRow.setClass(RecoveryCodeRow);

const stepUpRow = defineEntity({
  name: 'StepUpRow',
  tableName: 'step_up',
  schema: 'ledger',
  properties: {
    institution,
    id: p.uuid().primary(),
    person: p.uuid(),
    verb: p.text(),
    target: p.text(),
    bodyHash: p.text(),
    ends: p.datetime(3),
    tries: p.integer().default(0),
    passed: p.boolean().default(false),
  },
  indexes: [{ name: 'step_up_ends_index', properties: ['institution', 'ends'] }],
});
/** A second factor asked for one command. */
export class StepUpRow extends stepUpRow.class {}
stepUpRow.setClass(StepUpRow);

const signInTrailRow = defineEntity({
  name: 'SignInTrailRow',
  tableName: 'sign_in_trail',
  schema: 'ledger',
  properties: {
    subject: p.blob().primary(),
    failures: p.integer(),
    heardFrom: p.datetime(3),
    last: p.datetime(3),
  },
  indexes: [{ name: 'sign_in_trail_last_index', properties: ['last'] }],
});
/** What was tried with a login, or from an address. */
export class SignInTrailRow extends signInTrailRow.class {}
signInTrailRow.setClass(SignInTrailRow);

const heartbeatRow = defineEntity({
  name: 'HeartbeatRow',
  tableName: 'heartbeat',
  schema: 'ledger',
  properties: { process: p.text().primary(), at: p.datetime(3) },
});
/** When a process last said that it works. */
export class HeartbeatRow extends heartbeatRow.class {}
heartbeatRow.setClass(HeartbeatRow);
