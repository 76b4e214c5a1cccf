-- Data keys of subjects, wrapped by the key file. A schema of its own, so that a dump leaves it out by name
-- (--exclude-schema=vault); it is therefore created again wherever it is missing.
create schema if not exists vault;

create table if not exists vault.data_key (
  institution uuid not null,
  subject uuid not null,
  wrapped bytea not null,
  constraint data_key_pkey primary key (institution, subject)
);

alter table vault.data_key enable row level security;
alter table vault.data_key force row level security;
drop policy if exists of_institution on vault.data_key;
create policy of_institution on vault.data_key using (institution = ledger.institution());
revoke all on schema vault from public;
grant usage on schema vault to mouding_app, mouding_worker;
grant select on vault.data_key to mouding_app, mouding_worker;
-- Which keys there are, for whoever verifies; never a key.
grant usage on schema vault to mouding_audit;
grant select (institution, subject) on vault.data_key to mouding_audit;
