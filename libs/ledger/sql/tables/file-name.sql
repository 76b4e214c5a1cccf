-- What whoever brought an original calls it. A name may name a person: it stands beside the record and can be erased.
create table ledger.file_name (
  institution uuid not null,
  hash bytea not null,
  person uuid not null,
  name text not null,
  constraint file_name_pkey primary key (institution, hash, person)
);

alter table ledger.file_name enable row level security;
alter table ledger.file_name force row level security;
create policy of_institution on ledger.file_name using (institution = ledger.institution());
