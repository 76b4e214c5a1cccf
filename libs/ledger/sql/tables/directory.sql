-- The one place of names. Everything else holds the person's random id, so a row deleted here is a name erased.
create table ledger.directory (
  institution uuid not null,
  person uuid not null,
  name text not null,
  contact text,
  constraint directory_pkey primary key (institution, person)
);

alter table ledger.directory enable row level security;
alter table ledger.directory force row level security;
create policy of_institution on ledger.directory using (institution = ledger.institution());
