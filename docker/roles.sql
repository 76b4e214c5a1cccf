-- The roles of Mouding, made by an administrator (a superuser) in the database that is meant for it. Plain SQL for any
-- client; may be run again. Roles are made without a password and cannot sign in before they have one:
-- set-passwords.sh gives it to them, or `\password mouding_app` and so on in psql.
do $$
declare
  role name;
  owner name;
  owner_is_superuser boolean;
begin
  if current_database() in ('postgres', 'template0', 'template1') then
    raise exception 'Connect to the database that is meant for Mouding; this is %.', current_database();
  end if;

  if not exists (select from pg_roles where rolname = 'mouding_jobs') then
    create role mouding_jobs nologin;
  end if;
  foreach role in array array['mouding_app', 'mouding_worker', 'mouding_sequencer', 'mouding_checkpointer', 'mouding_audit'] loop
    if not exists (select from pg_roles where rolname = role) then
      execute format('create role %I login', role);
    end if;
    -- What no connection outlasts, whatever the program asks for.
    execute format('alter role %I set statement_timeout = ''2min''', role);
    execute format('alter role %I set lock_timeout = ''30s''', role);
    execute format('alter role %I set idle_in_transaction_session_timeout = ''1min''', role);
  end loop;

  -- Policies do not hold a superuser, so the database goes to a role that is none. Another owner keeps it.
  select r.rolname, r.rolsuper into owner, owner_is_superuser
  from pg_database d join pg_roles r on r.oid = d.datdba
  where d.datname = current_database();
  if owner_is_superuser then
    owner := 'mouding_owner';
    if not exists (select from pg_roles where rolname = owner) then
      create role mouding_owner login;
    end if;
    execute format('alter database %I owner to %I', current_database(), owner);
  end if;

  -- The worker works the job queue, and the owner migrates it.
  execute format('grant mouding_jobs to mouding_worker, %I', owner);
end $$;
