import { CasePage, ObligationPage, type DemoTour, type DemoVisit } from '@mouding/contract';
import { castOf, type Cast } from '../client/cast.ts';
import type { Session } from '../client/session.ts';
import type { DemoAccount } from '../demo/accounts.ts';
import { demoAuthority, demoHospital } from '../demo/hospital.ts';

/** What is looked up is good for so long. */
const FRESH_MS = 10_000;
const MOST = 100;

/** Who takes part in the demo with what awaits each of them now, and the cases of the hospital. */
export type Scene = Pick<DemoTour, 'visits' | 'cases'>;
export interface Visits {
  now(): Promise<Scene>;
}

/** @param api where everybody signs in */
export function visitsOf(api: string, accounts: readonly DemoAccount[]): Visits {
  let casts = new Map<string, Cast>();
  let known: { readonly at: number; readonly scene: Promise<Scene> } | undefined;
  async function ask<T>(who: DemoAccount, question: (session: Session) => Promise<T>): Promise<T | null> {
    const { institution, login, password } = who;
    const cast = casts.get(institution) ?? castOf(api, institution, password);
    casts.set(institution, cast);
    try {
      return await question(await cast.as(login));
    } catch {
      // A session that ended, or a password that was changed: the next look signs in anew.
      casts = new Map();
      return null;
    }
  }
  async function look(): Promise<Scene> {
    const visits = await Promise.all(
      accounts.map(async (account) => visitOf(account, await ask(account, awaits))),
    );
    const [office] = accounts;
    return { visits, cases: (office && (await ask(office, casesOf))) ?? [] };
  }
  return {
    now() {
      if (known && Date.now() - known.at < FRESH_MS) return known.scene;
      known = { at: Date.now(), scene: look() };
      return known.scene;
    },
  };
}

/** What is only taken note of is no one's first errand. */
const MERE_NOTE = /\.(?:note|see|acknowledge|take-note)/;

async function awaits(session: Session): Promise<DemoVisit['awaits']> {
  const { items } = await session.read(`/v1/obligations?limit=${MOST}`, ObligationPage);
  const first = items.find(({ verb }) => !MERE_NOTE.test(verb)) ?? items[0];
  const said = first && {
    zh: `${first.words.zh}：${first.label}`,
    en: `${first.words.en}: ${first.label}`,
  };
  return { count: items.length, first: said ?? null };
}

/** The cases with the stages that stand open. */
async function casesOf(office: Session): Promise<DemoTour['cases']> {
  const { items } = await office.read('/v1/cases?limit=20', CasePage);
  return items.map(({ id, title, open, done }) => ({
    id,
    title,
    at: done ? '' : open.map((stage) => stage.title).join('、'),
  }));
}

const NAMES = new Map([demoHospital, demoAuthority].map(({ code, name }) => [code, name]));

/** Those who work in an office at a desk; all others have a phone at hand. */
const AT_DESK: ReadonlySet<string> = new Set(['office', 'zhuren', 'mishu', 'shenji', 'admin', 'jingban']);

const visitOf = (
  { role, roleEn, institution, login, password }: DemoAccount,
  awaits: DemoVisit['awaits'],
): DemoVisit => ({
  role: { zh: role, en: roleEn },
  institution: { code: institution, name: NAMES.get(institution) ?? institution },
  login,
  password,
  face: AT_DESK.has(login) ? 'desk' : 'm',
  awaits,
});
