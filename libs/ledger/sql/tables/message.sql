-- The outbox of messages to people: machinery, not record. One row a person, channel and occasion of an obligation; the
-- text is made when it is sent. `created_law` and `updated_law` are law time, all other times are real.
create table ledger.message (
  institution uuid not null,
  id uuid not null,
  stream text collate "C" not null,
  name text not null,
  kind text not null,
  -- The law day of a reminder; empty for what is told once.
  occasion text not null,
  case_id text,
  due timestamptz(3),
  person uuid not null,
  channel text not null,
  -- As it was when it was last tried.
  address text,
  -- The same in every copy, so that whoever gets two sees one.
  message_id text not null,
  state text not null,
  attempts int not null default 0,
  next_at timestamptz(3),
  last_error text,
  -- When what it tells of no longer stood.
  ended timestamptz(3),
  created timestamptz(3) not null,
  created_law timestamptz(3) not null,
  updated timestamptz(3) not null,
  updated_law timestamptz(3) not null,
  constraint message_pkey primary key (institution, id),
  constraint message_message_id_unique unique (institution, message_id),
  constraint message_kind_check check (kind in ('todo', 'reminder', 'meeting', 'recorded')),
  constraint message_state_check check (state in ('queued', 'sending', 'sent-unsure', 'sent', 'bounced', 'cancelled', 'no-address'))
) with (fillfactor = 80);

create unique index message_open_unique on ledger.message
  (institution, stream, name, person, channel, kind, occasion) where ended is null;
create index message_next_index on ledger.message (institution, next_at) where next_at is not null;
create index message_state_index on ledger.message (institution, state, created, id);

alter table ledger.message enable row level security;
alter table ledger.message force row level security;
create policy of_institution on ledger.message using (institution = ledger.institution());
