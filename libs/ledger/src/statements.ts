import { hashOfKey } from '@mouding/core';
import { APPEND_VALUES, placeholders } from './compose.ts';

/** The statements of the command path: what a connection prepares once. */
export const ARRIVE = { name: 'arrive', text: 'select ledger.arrive($1, $2, $3, $4, $5, $6) as first' };

export const FORGET_ARRIVAL = {
  name: 'forget-arrival',
  text: 'select ledger.forget_arrival($1, $2, $3, $4, $5, $6)',
};

export const OPEN = {
  name: 'begin-command',
  text: `select outcome, status, answer, law_now, received, stream, version, hash
    from ledger.begin_command($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};

export const LOCK = {
  name: 'lock-streams',
  text: 'select stream, version, hash, law_now from ledger.lock_streams($1, $2)',
};

export const HEADS = {
  name: 'heads',
  text: `select stream, version, hash from ledger.stream_head
    where institution = ledger.institution() and stream = any ($1)`,
};

const TEXT = {
  name: 'text',
  text: 'select content from ledger.blob where institution = ledger.institution() and hash = $1',
};

const TREE = {
  name: 'tree',
  text: 'select content from ledger.tree where institution = ledger.institution() and root = $1',
};

/** Reads a text by its key: the hash of a blob, or the prefixed root of a tree. */
export const textBy = (key: string) => ({
  ...(hashOfKey(key) === key ? TEXT : TREE),
  values: [Buffer.from(hashOfKey(key), 'hex')],
});

export const TEXT_EXISTS = {
  name: 'text-exists',
  text: 'select from ledger.blob where institution = ledger.institution() and hash = $1',
};

export const DEADLINE_STANDS = {
  name: 'deadline-stands',
  text: `select from ledger.deadline
    where institution = ledger.institution() and stream = $1 and name = $2 and due = $3`,
};

export const FILE_EXISTS = {
  name: 'file-exists',
  text: 'select from ledger.file where institution = ledger.institution() and hash = $1',
};

/** The hashes among these that a person brought, each with the first time. */
export const BROUGHT = {
  name: 'brought',
  text: `select hash, received from ledger.upload
    where institution = ledger.institution() and person = $1 and hash = any ($2)`,
};

export const MOVE_CLOCK = { name: 'move-clock', text: 'select refused, law_now from ledger.move_clock($1)' };

/** Answers a row unless the login is taken; a login that stands is never given to another person here. */
export const REGISTER = {
  name: 'register',
  text: `with fresh as (
      insert into ledger.credential (institution, login, person, secret, changed, one_time)
      values (ledger.institution(), $2, $1, $3, now(), $5) on conflict do nothing returning person
    ), named as (
      insert into ledger.directory (institution, person, name, contact)
      select ledger.institution(), person, $4, null from fresh
    )
    select person from fresh`,
};

/** Append, blobs (hash, content), rest, and the command (person, key, verb, target, body hash, status, answer). */
export const COMMIT_BATCH = {
  name: 'commit-batch',
  text: `select ledger.commit(${placeholders(1, APPEND_VALUES + 10)})`,
};

/** The institution, then the appends; answers the numbers of the appends that lost. */
export const APPEND_COALESCED = {
  name: 'append-coalesced',
  text: `select ledger.append_coalesced(${placeholders(1, APPEND_VALUES + 1)}) as lost`,
};
