/** Every privilege that a role other than the owner holds, one a line. */
export const GRANTS_QUERY = `with named as (
    select c.oid, c.relacl as acl, c.relkind::text as kind, n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('ledger', 'vault') and c.relkind in ('r', 'S')
    union all
    select p.oid, coalesce(p.proacl, acldefault('f', p.proowner)), 'f', n.nspname || '.' || p.proname
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('ledger', 'vault')
    union all
    select n.oid, n.nspacl, 'n', n.nspname from pg_namespace n where n.nspname in ('ledger', 'vault', 'graphile_worker')
  ), held as (
    select coalesce(nullif(a.grantee, 0)::regrole::text, 'public') as role, kind, name,
      string_agg(lower(a.privilege_type), ' ' order by a.privilege_type) as may
    from named, aclexplode(named.acl) a where a.grantee <> a.grantor group by 1, 2, 3
  )
  select role || ': ' || may || ' ' || name as line from held
  where role not in (current_user, 'mouding_jobs') order by role collate "C", may collate "C", name collate "C"`;

/** What {@link GRANTS_QUERY} must answer. A line more is a door opened. */
export const GRANTS = `
mouding_app: delete insert select update ledger.credential
mouding_app: delete insert select update ledger.directory
mouding_app: delete insert select update ledger.draft
mouding_app: delete insert select update ledger.file_name
mouding_app: delete insert select update ledger.former_secret
mouding_app: delete insert select update ledger.recovery_code
mouding_app: delete insert select update ledger.second_factor
mouding_app: delete insert select update ledger.session
mouding_app: delete insert select update ledger.step_up
mouding_app: execute ledger.append_coalesced
mouding_app: execute ledger.arrive
mouding_app: execute ledger.begin_command
mouding_app: execute ledger.box_opinion
mouding_app: execute ledger.commit
mouding_app: execute ledger.count_token
mouding_app: execute ledger.data_key
mouding_app: execute ledger.deposit_of_code
mouding_app: execute ledger.destroy_key
mouding_app: execute ledger.empty_box
mouding_app: execute ledger.erase_person
mouding_app: execute ledger.fill_tokens
mouding_app: execute ledger.forget_arrival
mouding_app: execute ledger.hand_out_token
mouding_app: execute ledger.institution
mouding_app: execute ledger.law_now
mouding_app: execute ledger.level_takers
mouding_app: execute ledger.level_tokens
mouding_app: execute ledger.lock_streams
mouding_app: execute ledger.move_clock
mouding_app: execute ledger.open_command
mouding_app: execute ledger.put_deposit_code
mouding_app: execute ledger.resend_message
mouding_app: execute ledger.set_contact
mouding_app: execute ledger.signed_in
mouding_app: execute ledger.stream_lock
mouding_app: execute ledger.try_sign_in
mouding_app: execute ledger.unlock_sign_in
mouding_app: insert ledger.access_log
mouding_app: insert select ledger.blob
mouding_app: insert select ledger.file
mouding_app: insert select ledger.tree
mouding_app: insert select ledger.upload
mouding_app: select ledger.arrival
mouding_app: select ledger.audit_log
mouding_app: select ledger.checkpoint
mouding_app: select ledger.clock
mouding_app: select ledger.command
mouding_app: select ledger.contact
mouding_app: select ledger.cosignature
mouding_app: select ledger.deadline
mouding_app: select ledger.destroyed_key
mouding_app: select ledger.entry
mouding_app: select ledger.heartbeat
mouding_app: select ledger.institution
mouding_app: select ledger.item
mouding_app: select ledger.leaf
mouding_app: select ledger.log_generation
mouding_app: select ledger.log_state
mouding_app: select ledger.message
mouding_app: select ledger.obligation
mouding_app: select ledger.sealed_body
mouding_app: select ledger.stream_head
mouding_app: select ledger.tile
mouding_app: select vault.data_key
mouding_app: usage ledger
mouding_app: usage ledger.access_order
mouding_app: usage vault
mouding_audit: execute ledger.credential_of
mouding_audit: execute ledger.institution
mouding_audit: execute ledger.law_now
mouding_audit: insert select ledger.audit_log
mouding_audit: select ledger.access_log
mouding_audit: select ledger.arrival
mouding_audit: select ledger.blob
mouding_audit: select ledger.checkpoint
mouding_audit: select ledger.clock
mouding_audit: select ledger.command
mouding_audit: select ledger.cosignature
mouding_audit: select ledger.deadline
mouding_audit: select ledger.destroyed_key
mouding_audit: select ledger.directory
mouding_audit: select ledger.entry
mouding_audit: select ledger.file
mouding_audit: select ledger.file_name
mouding_audit: select ledger.heartbeat
mouding_audit: select ledger.institution
mouding_audit: select ledger.item
mouding_audit: select ledger.leaf
mouding_audit: select ledger.log_generation
mouding_audit: select ledger.log_state
mouding_audit: select ledger.mailed_head
mouding_audit: select ledger.obligation
mouding_audit: select ledger.sealed_body
mouding_audit: select ledger.stream_head
mouding_audit: select ledger.tile
mouding_audit: select ledger.tree
mouding_audit: select ledger.unsequenced
mouding_audit: select ledger.upload
mouding_audit: usage ledger
mouding_audit: usage ledger.audit_order
mouding_audit: usage vault
mouding_checkpointer: execute ledger.institution
mouding_checkpointer: insert select ledger.checkpoint
mouding_checkpointer: insert select ledger.cosignature
mouding_checkpointer: insert select ledger.log_generation
mouding_checkpointer: insert select update ledger.log_state
mouding_checkpointer: insert select update ledger.tile
mouding_checkpointer: select ledger.entry
mouding_checkpointer: select ledger.institution
mouding_checkpointer: select ledger.leaf
mouding_checkpointer: usage ledger
mouding_sequencer: delete select ledger.unsequenced
mouding_sequencer: execute ledger.institution
mouding_sequencer: execute ledger.law_now
mouding_sequencer: execute ledger.sequence
mouding_sequencer: insert select ledger.leaf
mouding_sequencer: usage ledger
mouding_worker: delete select update ledger.outbox
mouding_worker: execute ledger.append_coalesced
mouding_worker: execute ledger.arrive
mouding_worker: execute ledger.begin_command
mouding_worker: execute ledger.commit
mouding_worker: execute ledger.data_key
mouding_worker: execute ledger.destroy_key
mouding_worker: execute ledger.empty_box
mouding_worker: execute ledger.forget_arrival
mouding_worker: execute ledger.forget_tokens
mouding_worker: execute ledger.forward_jobs
mouding_worker: execute ledger.found
mouding_worker: execute ledger.institution
mouding_worker: execute ledger.law_now
mouding_worker: execute ledger.level_takers
mouding_worker: execute ledger.level_tokens
mouding_worker: execute ledger.lock_streams
mouding_worker: execute ledger.move_clock
mouding_worker: execute ledger.open_command
mouding_worker: execute ledger.stream_lock
mouding_worker: insert select ledger.blob
mouding_worker: insert select ledger.file
mouding_worker: insert select ledger.mailed_head
mouding_worker: insert select ledger.tree
mouding_worker: insert select update ledger.heartbeat
mouding_worker: insert select update ledger.message
mouding_worker: select ledger.arrival
mouding_worker: select ledger.checkpoint
mouding_worker: select ledger.clock
mouding_worker: select ledger.command
mouding_worker: select ledger.contact
mouding_worker: select ledger.cosignature
mouding_worker: select ledger.deadline
mouding_worker: select ledger.destroyed_key
mouding_worker: select ledger.directory
mouding_worker: select ledger.entry
mouding_worker: select ledger.institution
mouding_worker: select ledger.item
mouding_worker: select ledger.leaf
mouding_worker: select ledger.log_generation
mouding_worker: select ledger.log_state
mouding_worker: select ledger.obligation
mouding_worker: select ledger.sealed_body
mouding_worker: select ledger.stream_head
mouding_worker: select ledger.tile
mouding_worker: select vault.data_key
mouding_worker: usage ledger
mouding_worker: usage vault
`;
