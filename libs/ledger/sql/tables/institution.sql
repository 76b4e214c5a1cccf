-- A tenant. Who exists is no secret between tenants (people choose theirs before they sign in); all else of it is.
create table ledger.institution (
  institution uuid not null,
  code text not null,
  name text not null,
  mode text not null,
  founded timestamptz(3) not null default now(),
  constraint institution_pkey primary key (institution),
  constraint institution_code_unique unique (code),
  constraint institution_mode_check check (mode in ('live', 'rehearsal'))
);

alter table ledger.institution enable row level security;
alter table ledger.institution force row level security;
create policy known_to_all on ledger.institution for select using (true);
create policy of_institution on ledger.institution for insert with check (institution = ledger.institution());
