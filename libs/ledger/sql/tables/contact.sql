-- Where a person is reached, by channel. Outside the log and erasable: a row deleted here is an address forgotten.
create table ledger.contact (
  institution uuid not null,
  person uuid not null,
  channel text not null,
  address text not null,
  constraint contact_pkey primary key (institution, person, channel),
  constraint contact_address_check check (address ~ '^[^[:cntrl:][:space:]]{3,254}$')
);

alter table ledger.contact enable row level security;
alter table ledger.contact force row level security;
create policy of_institution on ledger.contact using (institution = ledger.institution());
