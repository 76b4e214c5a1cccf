-- Takes one day's opinions of a consultation out of the box, in the transaction that records them.
create function ledger.empty_box(p_consultation uuid, p_day date) returns table (id uuid, body bytea)
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
  delete from ledger.opinion_box b
  where b.institution = ledger.institution() and b.consultation = p_consultation and b.day = p_day
  returning b.id, b.body;
$$;
