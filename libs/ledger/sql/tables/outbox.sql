-- Jobs on their way to the worker's queue, written with the facts that call for them. Handing one to the queue costs
-- several times what a command does; that is done afterwards, many at once, in the order of ids.
create sequence ledger.outbox_order as bigint;

create table ledger.outbox (
  institution uuid not null,
  id bigint not null default nextval('ledger.outbox_order'),
  task text not null,
  payload json not null,
  key text,
  constraint outbox_pkey primary key (institution, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

alter table ledger.outbox enable row level security;
alter table ledger.outbox force row level security;
create policy of_institution on ledger.outbox using (institution = ledger.institution());
