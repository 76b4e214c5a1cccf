-- Queues a bounced message again while what it tells of stands; the only change that people make to a message. Answers
-- the state in which the message is then, null when there is none.
create function ledger.resend_message(p_id uuid) returns text
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  own uuid := ledger.institution();
begin
  update ledger.message m
  set state = 'queued', attempts = 0, next_at = clock_timestamp(), last_error = null, updated = clock_timestamp(),
    updated_law = ledger.law_now(own)
  where m.institution = own and m.id = p_id and m.state = 'bounced' and m.ended is null;
  return (select m.state from ledger.message m where m.institution = own and m.id = p_id);
end $$;
