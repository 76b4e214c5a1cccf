-- Log-ins and readings, outside the tree: inserted, never changed.
create table ledger.access_log (
  institution uuid not null,
  pos bigint not null default nextval('ledger.access_order'),
  at timestamptz(3) not null default clock_timestamp(),
  person uuid,
  action text not null,
  detail text not null,
  constraint access_log_pkey primary key (institution, pos)
);

alter table ledger.access_log enable row level security;
alter table ledger.access_log force row level security;
create policy of_institution on ledger.access_log using (institution = ledger.institution());
