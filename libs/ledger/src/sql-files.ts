import { readFileSync } from 'node:fs';

/** Every SQL object of the first schema, in the order in which they need each other. Paths under sql/. */
export const FIRST_SCHEMA: readonly string[] = [
  'functions/institution',
  ...[
    'append-order',
    'access-order',
    'institution',
    'clock',
    'stream-head',
    'entry',
    'sealed-body',
    'unsequenced',
  ].map(table),
  ...[
    'leaf',
    'command',
    'arrival',
    'blob',
    'upload',
    'deadline',
    'item',
    'obligation',
    'session',
    'credential',
  ].map(table),
  ...['directory', 'access-log', 'destroyed-key'].map(table),
  ...['law-now', 'stream-lock', 'lock-streams', 'arrive', 'forget-arrival', 'open-command'].map(fn),
  ...['append', 'append-coalesced'].map(fn),
  ...['settle', 'write-rows', 'enqueue', 'commit', 'data-key', 'destroy-key', 'reapply-destroyed-keys'].map(
    fn,
  ),
  ...['found', 'move-clock', 'sequence', 'refuse-change'].map(fn),
  ...['access-log', 'arrival', 'blob', 'command', 'destroyed-key', 'entry', 'institution', 'leaf'].map(
    trigger,
  ),
  ...['sealed-body', 'stream-head', 'unsequenced', 'upload'].map(trigger),
  ...['public', 'app', 'worker', 'sequencer', 'audit'].map((name) => `grants/${name}`),
];

/** Opinions without a name: tokens, and the box in which opinions wait for the end of their day. */
export const UNSIGNED_OPINIONS: readonly string[] = [
  ...['unissued-token', 'opinion-token', 'token-taker', 'opinion-box'].map(table),
  ...[
    'fill-tokens',
    'count-token',
    'hand-out-token',
    'box-opinion',
    'empty-box',
    'level-takers',
    'level-tokens',
    'forget-tokens',
  ].map(fn),
  'grants/unsigned-opinions',
];

/** What guards accounts: trails of sign-ins, former passwords, second factors; and heartbeats of processes. */
export const ACCOUNTS: readonly string[] = [
  ...['account-columns', 'former-secret', 'second-factor', 'recovery-code', 'step-up'].map(table),
  ...['sign-in-trail', 'heartbeat'].map(table),
  ...['try-sign-in', 'signed-in', 'unlock-sign-in'].map(fn),
  'grants/accounts',
];

/** Where people are reached, and the outbox of messages to them. */
export const MESSAGES: readonly string[] = [
  ...['contact', 'message'].map(table),
  ...['set-contact', 'resend-message'].map(fn),
  'grants/messages',
];

/** Originals by their bytes, and what they are called. */
export const ORIGINALS: readonly string[] = [
  ...['file', 'file-name'].map(table),
  trigger('file'),
  'grants/originals',
];

/** Jobs on their way to the queue, and the opening of a command with its locks. */
export const OUTBOX: readonly string[] = [
  table('outbox'),
  ...['begin-command', 'forward-jobs'].map(fn),
  'grants/outbox',
];

/** Functions of the first schema that are made anew with the outbox. */
export const RENEWED_BY_OUTBOX: readonly string[] = ['enqueue', 'commit', 'append-coalesced'].map(fn);

/** Texts that are trees, by their root. */
export const TREES: readonly string[] = [table('tree'), trigger('tree'), 'grants/trees'];

/** Functions that are made anew with the trees. */
export const RENEWED_BY_TREES: readonly string[] = [fn('commit')];

/** The tree over the entries, what was signed of it, and what witnesses signed besides. */
export const CHECKPOINTS: readonly string[] = [
  ...['log-generation', 'checkpoint', 'cosignature', 'tile', 'log-state'].map(table),
  ...['log-generation', 'checkpoint', 'cosignature', 'tile'].map(trigger),
  'grants/checkpoints',
];

/** The clock reads originals, and keeps the pictures in them. */
export const READING: readonly string[] = ['grants/reading'];

/** Functions that are made anew with the reading of originals. */
export const RENEWED_BY_READING: readonly string[] = [fn('forward-jobs')];

/** What a 报送码 opens. */
export const DEPOSIT_CODES: readonly string[] = [
  table('deposit-code'),
  ...['put-deposit-code', 'deposit-of-code'].map(fn),
  'grants/deposit-codes',
];

/** The auditor's service has a login and an access log of its own. */
export const AUDITING: readonly string[] = [
  ...['audit-order', 'audit-log'].map(table),
  fn('credential-of'),
  trigger('audit-log'),
  'grants/audit-log',
];

/** Sessions of the auditor's service, in its own log. */
export const AUDIT_SESSIONS: readonly string[] = [table('audit-session')];

/** What people have typed and not yet sent. */
export const DRAFTS: readonly string[] = [table('draft'), 'grants/drafts'];

/** A person is erased in one call: the data key, and all that stands beside the log. */
export const ERASURE: readonly string[] = [fn('erase-person'), 'grants/erasure'];

/** Checkpoints are written under a role of their own, and heads that went out by mail are written down. */
export const CHECKPOINTING: readonly string[] = [
  table('mailed-head'),
  trigger('mailed-head'),
  ...['checkpointer', 'mailed-heads'].map((name) => `grants/${name}`),
];

/** Functions that are made anew so that a deadline is taken away by its time. */
export const RENEWED_BY_DEADLINES: readonly string[] = [fn('settle')];

/** Created wherever it is missing, at every migration: dumps leave it out. */
export const VAULT = 'tables/vault';

/** Every file of sql/, once. A test compares them with the folder. */
export const EVERY_SQL_FILE: readonly string[] = [
  ...FIRST_SCHEMA,
  ...UNSIGNED_OPINIONS,
  ...ACCOUNTS,
  ...MESSAGES,
  ...ORIGINALS,
  ...OUTBOX,
  ...TREES,
  ...CHECKPOINTS,
  ...READING,
  ...DEPOSIT_CODES,
  ...AUDITING,
  ...DRAFTS,
  ...ERASURE,
  ...AUDIT_SESSIONS,
  ...CHECKPOINTING,
  VAULT,
];

function table(name: string): string {
  return `tables/${name}`;
}
function fn(name: string): string {
  return `functions/${name}`;
}
function trigger(name: string): string {
  return `triggers/${name}`;
}

/** The text of one file of sql/, its roles named with the prefix of this installation. Works from src and from dist. */
export function sqlFile(path: string, prefix: string): string {
  const text = readFileSync(new URL(`../sql/${path}.sql`, import.meta.url), 'utf8');
  return text.replaceAll(/\bmouding_(app|worker|sequencer|checkpointer|audit|jobs)\b/g, `${prefix}_$1`);
}
