-- First look at a command and the locks that it is known to need, in one call: what open_command answers, once for
-- each stream with where it stands, or once with no stream at all. Nothing is locked for a command that is not fresh.
create function ledger.begin_command(p_institution uuid, p_person text, p_key text, p_verb text, p_target text, p_body_hash text, p_judged boolean, p_streams text[], p_writes boolean[])
  returns table (outcome text, status int, answer text, law_now timestamptz, received timestamptz, stream text, version int, hash bytea)
  language plpgsql volatile
  set plan_cache_mode = force_generic_plan
as $$
declare
  r record;
begin
  select o.outcome, o.status, o.answer, o.law_now, o.received into outcome, status, answer, law_now, received
  from ledger.open_command(p_institution, p_person, p_key, p_verb, p_target, p_body_hash, p_judged) o;
  if outcome <> 'fresh' or cardinality(p_streams) = 0 then
    return next;
    return;
  end if;
  for r in select l.stream, l.version, l.hash, l.law_now from ledger.lock_streams(p_streams, p_writes) l loop
    stream := r.stream;
    version := r.version;
    hash := r.hash;
    law_now := r.law_now;
    return next;
  end loop;
end $$;
