import { randomUUID } from 'node:crypto';
import { CaseOverview } from '@mouding/contract';
import { openLedger } from '@mouding/ledger';
import { foundInstitution } from '@mouding/shell';
import { castOf } from 'mouding/client/cast';
import type { Session } from 'mouding/client/session';
import { setUp } from 'mouding/demo/set-up';
import { plansFor } from '../play/institutions.ts';
import { WHOLE } from '../play/procedures.ts';
import { send } from '../play/http.ts';
import type { Addresses } from './database.ts';

/** A hospital whose chapters wait for material: one chapter for each client, so that none waits for another. */
export interface World {
  readonly institution: string;
  /** Of the head of the department that supports every chapter. */
  readonly cookie: string;
  /** Ids. */
  readonly chapters: readonly string[];
  readonly body: { readonly text: unknown };
}

/** Of everybody in it. */
export const PASSWORD = 'a-long-password';
/** Of each of two cases: one for each of 64 clients, and one from which the statements are captured. */
const CHAPTERS = 33;

/** Founds the hospital, sets it up over HTTP as people would, and opens a case that stands at its chapters. */
export async function makeWorld(api: string, addresses: Addresses, keyFile: string): Promise<World> {
  const plan = plansFor((who) => `某${who}`).hospital;
  const ledger = openLedger({ url: addresses.owner, applicationName: 'bench', keyFile, max: 1 });
  const { code, name, kind } = plan;
  const administrator = { name: '某甲', login: 'admin', password: PASSWORD };
  // A rehearsal: there nobody has to change a first password before anything else.
  const founded = await foundInstitution(ledger, { code, name, kind, mode: 'rehearsal', administrator });
  await ledger.close();
  const cast = castOf(api, code, PASSWORD);
  await setUp(cast, plan, PASSWORD);
  const office = await cast.as('office');
  await office.make('procedure', { definition: DEFINITION, document: '编制工作规定' });
  const chapters = [...(await openCase(office)), ...(await openCase(office))];
  const text = await (await cast.as('support')).keep('配合材料：思路和有效数据。');
  return {
    institution: founded.institution,
    cookie: await cookieOf(api, code, 'support'),
    chapters,
    body: { text },
  };
}

/** Opens a case; answers the ids of its chapters. */
export async function openCase(office: Session): Promise<readonly string[]> {
  const scheme = await office.keep('编制工作方案');
  const wish = { title: '发展规划', procedure: DEFINITION.id, scheme, authority: null };
  const { made } = await office.make('case', wish);
  const { stages } = await office.read(`/v1/cases/${made.slice('case/'.length)}`, CaseOverview);
  const items = stages.flatMap((stage) => stage.items).filter(({ kind }) => kind === 'chapter');
  return items.map(({ stream }) => stream.slice('chapter/'.length));
}

const DEFINITION = {
  ...WHOLE,
  id: 'bench',
  chapters: Array.from({ length: CHAPTERS }, (_, i) => ({
    ...WHOLE.chapters[0],
    no: i + 1,
    title: `第${i + 1}章`,
  })),
  steps: WHOLE.steps.filter(({ id }) => id !== 'preparation'),
};

/** Signs somebody in. */
export async function cookieOf(api: string, institution: string, login: string): Promise<string> {
  const body = { institution, login, password: PASSWORD };
  const { headers, status, text } = await send(api, { method: 'POST', path: '/v1/sessions', body });
  const cookie = headers.getSetCookie()[0]?.split(';', 1)[0];
  if (!cookie) throw new Error(`not signed in: ${status} ${text}`);
  return cookie;
}

/** One `chapter.give-input` as a request. */
export const inputRequest = (
  { cookie, chapters, body }: World,
  chapter: number,
  version: number,
): InputRequest => {
  const id = chapters[chapter] ?? '';
  return {
    path: `/v1/chapters/${id}/commands/give-input`,
    headers: {
      cookie,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'if-match': `"chapter/${id}:${version}"`,
    },
    body: JSON.stringify(body),
  };
};

export interface InputRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
