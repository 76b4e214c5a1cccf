-- Read model: what one stream stands for in work lists, at one version of the stream.
create table ledger.item (
  institution uuid not null,
  stream text collate "C" not null,
  version int not null,
  kind text not null,
  id text not null,
  case_id text,
  stage text,
  status text not null,
  label text not null,
  department text,
  due timestamptz(3),
  no int,
  constraint item_pkey primary key (institution, stream)
) with (fillfactor = 80);

create index item_case_index on ledger.item (institution, case_id);
create index item_kind_index on ledger.item (institution, kind);

alter table ledger.item enable row level security;
alter table ledger.item force row level security;
create policy of_institution on ledger.item using (institution = ledger.institution());
