-- The log. `entry` is the permanent form, byte for byte what is hashed (docs/format.md); the other columns repeat
-- fields of it for keys and indexes, and the checks hold them to it.
create table ledger.entry (
  institution uuid not null,
  stream text collate "C" not null,
  version int not null,
  type text not null,
  sv int not null,
  at timestamptz(3) not null,
  prev bytea,
  leaf_hash bytea not null,
  entry text not null,
  constraint entry_pkey primary key (institution, stream, version),
  constraint entry_size_check check (octet_length(entry) <= 65535),
  constraint entry_leaf_hash_check check (leaf_hash = sha256('\x00'::bytea || convert_to(entry, 'UTF8'))),
  constraint entry_columns_check check (
    entry::jsonb @> jsonb_build_object(
      'institution', institution, 'stream', stream, 'version', version, 'type', type, 'sv', sv,
      'prev', encode(prev, 'hex'), 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    )
  )
);

alter table ledger.entry enable row level security;
alter table ledger.entry force row level security;
create policy of_institution on ledger.entry using (institution = ledger.institution());
