import { ProcedurePage, PublishedProcedure } from '@mouding/contract';
import { stringify } from 'yaml';
import { ApiProblem } from '../client/problem.ts';
import { signIn, type Session } from '../client/session.ts';
import { knownAccounts } from '../demo-accounts.ts';
import { exitCode } from '../exit-code.ts';
import { homeOf } from '../home.ts';
import type { Out } from '../out.ts';
import { definitionFrom } from '../procedure-file.ts';
import { withRunningSystem } from '../system.ts';
import { isRefused, refuse, type Refused } from '../words.ts';
import type { Conflict } from './run.ts';

/** Who exports or publishes. */
export interface AccountFlags {
  readonly institution?: string;
  readonly login?: string;
}

type Outcome = number | Refused | Conflict;

/** Writes a published procedure to stdout, as YAML or with `--json` as it was published. */
export function exportProcedure(
  id: string,
  flags: AccountFlags & { edition?: string },
  out: Out,
): Promise<Outcome> {
  return asPerson(flags, 'procedure export', out, async (session) => {
    const { items } = await session.read('/v1/procedures?limit=100', ProcedurePage);
    const found = items.find(({ procedure }) => procedure === id);
    if (!found) return unknownProcedure(id, items);
    const edition = flags.edition === undefined ? '' : `?version=${encodeURIComponent(flags.edition)}`;
    const published = await session.read(`/v1/procedures/${found.id}${edition}`, PublishedProcedure);
    out.progress({
      zh: `${published.title}，第 ${published.version} 版`,
      en: `${published.title}, version ${published.version}`,
    });
    out.line(stringify(published.definition, { lineWidth: 110 }).trimEnd());
    out.answer({
      procedure: id,
      version: published.version,
      versions: published.versions,
      definition: published.definition,
    });
    return exitCode.ok;
  });
}

/** The document that authorises a version: with its number it is one that can be found again. */
export interface DocumentFlags {
  readonly document?: string;
  readonly number?: string;
}

const documentOf = ({ document, number }: DocumentFlags): object | string | null =>
  document !== undefined && number !== undefined ? { title: document, number } : (document ?? null);

/** Publishes the next version of a procedure from a file. */
export async function importProcedure(
  from: string,
  flags: AccountFlags & DocumentFlags,
  out: Out,
): Promise<Outcome> {
  const definition = definitionFrom(from);
  if (isRefused(definition)) return definition;
  return asPerson(flags, 'procedure import', out, async (session) => {
    const { made } = await session.make('procedure', { definition, document: documentOf(flags) });
    const { version } = await session.read(
      `/v1/${made.replace('procedure/', 'procedures/')}`,
      PublishedProcedure,
    );
    out.line({
      zh: `已发布：${definition.title}，第 ${version} 版`,
      en: `published: ${definition.id}, version ${version}`,
    });
    out.answer({ procedure: definition.id, version, stream: made });
    return exitCode.ok;
  });
}

async function asPerson(
  flags: AccountFlags,
  command: string,
  out: Out,
  work: (session: Session) => Promise<Outcome>,
): Promise<Outcome> {
  const home = homeOf(process.env);
  const who = accountOf(flags, home);
  if (isRefused(who)) return who;
  return withRunningSystem(
    { home, databaseUrl: process.env['DATABASE_URL'], command, out },
    async ({ apiUrl }) => {
      try {
        const session = await signIn(apiUrl, who);
        const outcome = await work(session);
        await session.signOut();
        return outcome;
      } catch (error) {
        if (error instanceof ApiProblem) return problemOf(error);
        throw error;
      }
    },
  );
}

interface Who {
  readonly institution: string;
  readonly login: string;
  readonly password: string;
}

function accountOf(flags: AccountFlags, home: string): Who | Refused {
  const known = knownAccounts(home).find((account) => fits(account, flags));
  const { institution, login } = { ...known, ...flags };
  const password = process.env['MOUDING_PASSWORD'] ?? known?.password;
  if (institution && login && password) return { institution, login, password };
  return refuse(
    '请用 --institution 和 --login 指定账号，并把口令放在环境变量 MOUDING_PASSWORD 中。',
    'Name the account by --institution and --login, with its password in MOUDING_PASSWORD.',
  );
}

function fits(account: Who, { institution, login }: AccountFlags): boolean {
  return (
    (institution ?? account.institution) === account.institution && (login ?? account.login) === account.login
  );
}

function problemOf({ problem, message }: ApiProblem): Refused | Conflict {
  const words = problem.said ?? { zh: message, en: message };
  return problem.code === 'conflict' || problem.status === 412 ? { conflict: words } : { refused: words };
}

function unknownProcedure(id: string, items: readonly { readonly procedure: string }[]): Refused {
  const known = items.map(({ procedure }) => procedure).join(', ');
  return refuse(
    `没有发布过程序 ${id}；已发布：${known || '无'}`,
    `No procedure ${id} was published; published: ${known || 'none'}`,
  );
}
