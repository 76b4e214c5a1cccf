-- What auditors asked, and under which letter: outside the tree, inserted before the answer and never changed. The
-- institution reads it. `detail` of a sign-in is the hash of its login.
create table ledger.audit_log (
  institution uuid not null,
  pos bigint not null default nextval('ledger.audit_order'),
  at timestamptz(3) not null default clock_timestamp(),
  person uuid,
  letter uuid,
  action text not null,
  detail text not null,
  constraint audit_log_pkey primary key (institution, pos)
);

create index audit_log_detail_index on ledger.audit_log (institution, detail, pos)
  where action in ('sign-in-tried', 'sign-in');

alter table ledger.audit_log enable row level security;
alter table ledger.audit_log force row level security;
create policy of_institution on ledger.audit_log using (institution = ledger.institution());
