import pg from 'pg';

/** One password for each role that signs in. The owner has its own, in DATABASE_URL. */
export interface RolePasswords {
  readonly app: string;
  readonly worker: string;
  readonly sequencer: string;
  readonly checkpointer: string;
  readonly audit: string;
}

/** The role that owns the job queue. Nobody signs in as it; the worker is a member. */
export const jobsRole = (prefix: string): string => `${prefix}_jobs`;

/**
 * Creates the database roles, or gives those that exist the passwords given here.
 * Where the owner may not, nothing is changed; unless an administrator has made them with these passwords, `refused`
 * says what has to be run.
 *
 * @param prefix lower-case letters, digits and underscores, for two installations on one server
 */
export async function prepareRoles(
  ownerUrl: string,
  passwords: RolePasswords,
  prefix = 'mouding',
): Promise<{ readonly created: boolean } | { readonly refused: string }> {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(prefix)) throw new Error(`not a prefix of roles: ${prefix}`);
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'mouding-roles' });
  await owner.connect();
  try {
    await owner.query('begin');
    const created = await createRoles(owner, passwords, prefix);
    await owner.query('commit');
    return { created };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
    await owner.query('rollback');
    if ((await objection(owner, prefix)) === undefined && (await areOpen(ownerUrl, passwords, prefix)))
      return { created: false };
    return {
      refused: `The user of DATABASE_URL may not create roles, which docker/roles.sql does: ${error.message}.`,
    };
  } finally {
    await owner.end();
  }
}

/** What no connection of a role outlasts, whatever the program asks for: a last wall behind the limits of its pools. */
const ROLE_LIMITS = {
  statement_timeout: '2min',
  lock_timeout: '30s',
  idle_in_transaction_session_timeout: '1min',
} as const;

async function createRoles(owner: pg.Client, passwords: RolePasswords, prefix: string): Promise<boolean> {
  // Two starts at once must not both find a role missing.
  await owner.query(`select pg_advisory_xact_lock(7201, 3)`);
  const jobs = owner.escapeIdentifier(jobsRole(prefix));
  let created = await ensure(owner, jobsRole(prefix), 'nologin');
  for (const [name, password] of Object.entries(passwords)) {
    const login = `login password ${owner.escapeLiteral(password)}`;
    created = (await ensure(owner, `${prefix}_${name}`, login)) || created;
    for (const [limit, most] of Object.entries(ROLE_LIMITS))
      await owner.query(
        `alter role ${owner.escapeIdentifier(`${prefix}_${name}`)} set ${limit} = ${owner.escapeLiteral(most)}`,
      );
  }
  await owner.query(`grant ${jobs} to ${owner.escapeIdentifier(`${prefix}_worker`)}`);
  await owner.query(`grant ${jobs} to current_user`);
  return created;
}

async function ensure(owner: pg.Client, role: string, options: string): Promise<boolean> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await owner.query(`${verb} role ${owner.escapeIdentifier(role)} ${options}`);
  return rowCount === 0;
}

/**
 * What keeps this owner from migrating; undefined when nothing does.
 *
 * @param owner connected to the database in question
 */
export async function objection(owner: pg.Client, prefix: string): Promise<string | undefined> {
  const roles = ['jobs', 'app', 'worker', 'sequencer', 'checkpointer', 'audit'].map(
    (name) => `${prefix}_${name}`,
  );
  const { rows } = await owner.query<{ missing: string[]; member: boolean; owns: boolean }>(OBJECTION, [
    roles,
    jobsRole(prefix),
  ]);
  const { missing = [], member = false, owns = false } = rows[0] ?? {};
  if (missing.length > 0) return `these roles are missing: ${missing.join(', ')}`;
  if (!owns) return 'the user of DATABASE_URL does not own the database';
  return member ? undefined : `the user of DATABASE_URL is no member of ${jobsRole(prefix)}`;
}

const OBJECTION = `select
  array(select r from unnest($1::text[]) r where not exists (select from pg_roles where rolname = r)) as missing,
  exists (select from pg_roles j where j.rolname = $2 and pg_has_role(j.oid, 'member')) as member,
  (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()) as owns`;

/** Whether each role can sign in with the password given for it. */
async function areOpen(ownerUrl: string, passwords: RolePasswords, prefix: string): Promise<boolean> {
  const tries = Object.entries(passwords).map(async ([name, password]) => {
    const url = new URL(ownerUrl);
    url.username = `${prefix}_${name}`;
    url.password = password;
    const client = new pg.Client({ connectionString: url.href, application_name: 'mouding-roles' });
    client.on('error', () => {});
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  });
  return (await Promise.all(tries)).every(Boolean);
}
