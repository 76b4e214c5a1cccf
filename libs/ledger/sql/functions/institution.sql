-- The institution that this transaction works for. An unset local setting comes back as '' on a reused connection,
-- hence nullif: without one, every policy compares with null and no row is seen or written.
create function ledger.institution() returns uuid
  language sql stable parallel safe
  return nullif(pg_catalog.current_setting('mouding.institution', true), '')::pg_catalog.uuid;
