/** The statements of the outbox, see messages.ts. Real time is the server's `clock_timestamp()`. */

const OWN = 'institution = ledger.institution()';
const NOW = 'clock_timestamp()';
const LAW = 'ledger.law_now(ledger.institution())';
/** States in which a message still has to go out. */
const UNSENT = `('queued', 'sending', 'sent-unsure', 'no-address')`;
const TOLD = `jsonb_to_recordset($1::jsonb) as w(stream text, name text, kind text, case_id text,
  due timestamptz, person uuid, channel text, remind text)`;

export const FINGERPRINT = {
  name: 'message-fingerprint',
  text: `select concat_ws('/',
    (select md5(string_agg(concat_ws(' ', stream, name, version), ',' order by stream, name)) from ledger.obligation where ${OWN}),
    (select version from ledger.stream_head where ${OWN} and stream = 'org/' || ledger.institution()),
    (select sum(version) from ledger.stream_head where ${OWN} and stream like 'person/%'),
    (select sum(version) from ledger.stream_head where ${OWN} and stream like 'case/%'),
    (select md5(string_agg(concat_ws(' ', person, channel, address), ',' order by person, channel)) from ledger.contact where ${OWN}),
    (${LAW} at time zone 'Asia/Shanghai')::date) as mark`,
};

export const STANDING = {
  name: 'message-standing',
  text: `select stream, version, name, holder, verb, case_id, due from ledger.obligation where ${OWN} order by stream, name`,
};

export const ONE_AT_A_TIME = {
  name: 'message-lock',
  text: `select pg_advisory_xact_lock(hashtextextended('messages/' || ledger.institution(), 0))`,
};

// One that is on its way is left alone until its sender has said what became of it, or its lease is over.
export const END = {
  name: 'message-end',
  text: `update ledger.message m
    set ended = ${NOW}, next_at = null, updated = ${NOW}, updated_law = ${LAW},
      state = case when m.state in ('queued', 'no-address') then 'cancelled' when m.state = 'sending' then 'sent-unsure' else m.state end
    where m.${OWN} and m.ended is null and not (m.state = 'sending' and m.next_at > ${NOW})
      and not exists (select from ${TOLD} where w.stream = m.stream and w.name = m.name and w.person = m.person
        and w.channel = m.channel and w.due is not distinct from m.due)`,
};

const insert = (occasion: string, kind: string, told: string): string => `insert into ledger.message
    (institution, id, stream, name, kind, occasion, case_id, due, person, channel, message_id, state, next_at,
      created, created_law, updated, updated_law)
  select ledger.institution(), n.id, w.stream, w.name, ${kind}, ${occasion}, w.case_id, w.due, w.person, w.channel,
    n.id || '@' || $2::text,
    case when c.address is null then 'no-address' else 'queued' end, case when c.address is not null then ${NOW} end,
    ${NOW}, ${LAW}, ${NOW}, ${LAW}
  from ${told} cross join lateral (select gen_random_uuid() as id where w.stream is not null) n
    left join ledger.contact c on c.${OWN} and c.person = w.person and c.channel = w.channel
  on conflict (institution, stream, name, person, channel, kind, occasion) where ended is null do nothing`;

export const QUEUE = { name: 'message-queue', text: insert(`''`, 'w.kind', TOLD) };

/**
 * 催办: one a person and law day, about what is due first and naming the rest; only of what the last message reached
 * them about, and on a day on which nothing about it was sent yet.
 */
export const QUEUE_REMINDERS = {
  name: 'message-remind',
  text: insert(
    'w.remind',
    `'reminder'`,
    `(select distinct on (w.person, w.channel) w.* from ${TOLD}
      where w.remind is not null and not exists (select from ledger.message m
          where m.${OWN} and m.stream = w.stream and m.name = w.name and m.person = w.person and m.channel = w.channel
            and m.ended is null
            and (m.state <> 'sent' or (m.updated_law at time zone 'Asia/Shanghai')::date = w.remind::date))
        and not exists (select from ledger.message r
          where r.${OWN} and r.person = w.person and r.channel = w.channel and r.kind = 'reminder'
            and r.occasion = w.remind and r.state <> 'cancelled')
      order by w.person, w.channel, w.due, w.stream, w.name) w`,
  ),
};

/** Somebody who had no address, or one that bounced, has another now. */
export const READDRESS = {
  name: 'message-readdress',
  text: `update ledger.message m
    set state = 'queued', attempts = 0, next_at = ${NOW}, last_error = null, updated = ${NOW}, updated_law = ${LAW}
    from ledger.contact c
    where m.${OWN} and m.state in ('no-address', 'bounced') and m.ended is null
      and c.${OWN} and c.person = m.person and c.channel = m.channel and c.address is distinct from m.address`,
};

export const CLAIM = {
  name: 'message-claim',
  text: `with due as (
      select id, case m.state when 'queued' then 'queued' else 'sent-unsure' end as was from ledger.message m
      where m.${OWN} and m.next_at <= ${NOW} and m.ended is null order by m.next_at, m.id limit $1 for update skip locked
    ), claimed as (
      update ledger.message m
      set updated = ${NOW}, updated_law = ${LAW}, address = coalesce(c.address, m.address),
        state = case when o.verb is null then case d.was when 'queued' then 'cancelled' else d.was end
          when c.address is null then 'no-address' else 'sending' end,
        ended = case when o.verb is null then ${NOW} end,
        next_at = case when o.verb is not null and c.address is not null then ${NOW} + $2 * interval '1 millisecond' end
      from due d join ledger.message k on k.${OWN} and k.id = d.id
        left join ledger.obligation o
          on o.${OWN} and o.stream = k.stream and o.name = k.name and o.due is not distinct from k.due
        left join ledger.contact c on c.${OWN} and c.person = k.person and c.channel = k.channel
      where m.${OWN} and m.id = d.id
      returning m.id, m.stream, m.name, m.kind, m.case_id, m.due, m.person, m.channel, m.address, m.message_id,
        m.attempts, m.state, d.was, o.holder, o.verb
    )
    select id, stream, name, kind, case_id, due, person, channel, address, message_id, attempts, state, was, holder, verb
    from claimed`,
};

export const SETTLE = {
  name: 'message-settle',
  text: `update ledger.message m
    set state = $2, attempts = m.attempts + $3, next_at = ${NOW} + $4::float8 * interval '1 millisecond',
      last_error = left($5, 200), ended = case when $2 = 'cancelled' then ${NOW} else m.ended end,
      updated = ${NOW}, updated_law = ${LAW}
    where m.${OWN} and m.id = $1 and m.state = 'sending'`,
};

export const NOTE_UNCONFIGURED = {
  name: 'message-note-unconfigured',
  text: `update ledger.message m set last_error = 'unconfigured'
    where m.${OWN} and m.state = 'queued' and m.ended is null and m.last_error is distinct from 'unconfigured'`,
};

export const CONFIGURED = {
  name: 'message-configured',
  text: `select not exists (select from ledger.message m
    where m.${OWN} and m.state = 'queued' and m.ended is null and m.last_error = 'unconfigured') as configured`,
};

export const LIST = {
  name: 'message-list',
  text: `select id, stream, name, kind, occasion, case_id, due, person, channel, address, message_id, state, attempts, next_at,
      last_error, ended, created, created_law, updated, updated_law
    from ledger.message m where m.${OWN} and ($1::text is null or m.state = $1)
      and ($4::uuid is null or m.person = $4) and ($5::text[] is null or m.kind = any ($5))
      and ($2::uuid is null or (m.created, m.id) < (select a.created, a.id from ledger.message a where a.${OWN} and a.id = $2))
    order by m.created desc, m.id desc limit $3`,
};

export const COUNTS = {
  name: 'message-counts',
  text: `select state, count(*)::int as n from ledger.message where ${OWN} and ended is null group by state`,
};

export const RESEND = { name: 'message-resend', text: 'select ledger.resend_message($1) as state' };

export const HEALTH = {
  name: 'message-health',
  text: `select
      count(*) filter (where state in ${UNSENT} and state <> 'no-address' and created < ${NOW} - interval '1 hour')::int as waiting,
      count(*) filter (where state = 'bounced')::int as bounced
    from ledger.message where ${OWN} and ended is null`,
};
