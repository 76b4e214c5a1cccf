-- The answer of every command that was carried out or refused, for ever: a repeated key gets it again.
create table ledger.command (
  institution uuid not null,
  person text not null,
  key text not null,
  verb text not null,
  target text not null,
  body_hash text not null,
  status int not null,
  answer text not null,
  at timestamptz(3) not null default now(),
  constraint command_pkey primary key (institution, person, key)
);

alter table ledger.command enable row level security;
alter table ledger.command force row level security;
create policy of_institution on ledger.command using (institution = ledger.institution());
