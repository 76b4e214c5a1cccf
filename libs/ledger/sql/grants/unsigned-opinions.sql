-- What is known of tokens and of the box is read by nobody; the worker sees which consultation has something to
-- release, and which one still has tokens.
grant execute on function ledger.fill_tokens, ledger.count_token, ledger.hand_out_token, ledger.box_opinion,
  ledger.empty_box, ledger.level_takers, ledger.level_tokens
  to mouding_app;
grant execute on function ledger.empty_box, ledger.level_takers, ledger.level_tokens to mouding_worker;
grant select (institution, consultation, day) on ledger.opinion_box to mouding_app, mouding_worker;
grant select (institution, consultation) on ledger.token_taker to mouding_worker;
grant execute on function ledger.forget_tokens to mouding_worker;
create policy taken_everywhere on ledger.token_taker for select to mouding_worker using (true);
create policy boxed_everywhere on ledger.opinion_box for select to mouding_worker using (true);
-- New functions are everybody's until it is said otherwise.
revoke all on function ledger.fill_tokens, ledger.count_token, ledger.hand_out_token, ledger.box_opinion,
  ledger.empty_box, ledger.level_takers, ledger.level_tokens, ledger.forget_tokens
  from public;
