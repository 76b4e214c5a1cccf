-- When a process last said that it works. Machine time.
create table ledger.heartbeat (
  process text not null,
  at timestamptz(3) not null,
  constraint heartbeat_pkey primary key (process)
);
