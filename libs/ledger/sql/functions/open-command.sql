-- First look at a command, and the beginning of its work for one institution, which stays set until the transaction
-- ends: is its key being worked on, was it answered before, was it used for something else; and
-- the law time. The lock comes before the look, so that a key answered meanwhile is seen.
create function ledger.open_command(p_institution uuid, p_person text, p_key text, p_verb text, p_target text, p_body_hash text, p_judged boolean)
  returns table (outcome text, status int, answer text, law_now timestamptz, received timestamptz)
  language plpgsql volatile
  set plan_cache_mode = force_generic_plan
as $$
declare
  own uuid := p_institution;
  found_command record;
begin
  perform set_config('mouding.institution', p_institution::text, true);
  if not pg_try_advisory_xact_lock(hashtextextended(own::text || p_person || ' ' || p_key, 1)) then
    outcome := 'in-flight';
    return next;
    return;
  end if;
  select c.verb = p_verb and c.target = p_target and c.body_hash = p_body_hash as same, c.status, c.answer
    into found_command
    from ledger.command c where c.institution = own and c.person = p_person and c.key = p_key;
  if found then
    outcome := case when found_command.same then 'replay' else 'reused' end;
    status := found_command.status;
    answer := found_command.answer;
    return next;
    return;
  end if;
  outcome := 'fresh';
  law_now := ledger.law_now(own);
  received := law_now;
  if p_judged then
    select a.received into received from ledger.arrival a
    where a.institution = own and a.person = p_person and a.key = p_key
      and a.verb = p_verb and a.target = p_target and a.body_hash = p_body_hash;
    -- The same request, ended a moment ago, took its reading away: the next try brings one of its own.
    if not found then
      outcome := 'in-flight';
    end if;
  end if;
  return next;
end $$;
