import { setTimeout as pause } from 'node:timers/promises';
import { CaseOverview, CommandAnswer, KeptText, Me, ObligationPage, type CaseItem } from '@mouding/contract';
import type { TextRef } from '@mouding/core';
import type { Random } from 'mouding/random';
import type { Company } from '../../play/company.ts';
import { newKey, send } from '../../play/http.ts';
import type { Who } from '../../play/institutions.ts';
import { SHORT } from '../../play/scheme-procedures.ts';
import { read } from '../../play/stage.ts';
import { patiently, tell, type Memory } from './told.ts';

/** One client at work: what it knows, and when to go home. */
export interface Shift {
  readonly company: Company;
  readonly memory: Memory;
  readonly random: Random;
  /** Heads by the id of their department. */
  readonly heads: ReadonlyMap<string, Who>;
  /** Once true, the client finishes what it has begun and gives nothing new. */
  over(): boolean;
}

/** Every client of the run, as many as there are hands in a busy week. */
export const CLIENTS: readonly ((shift: Shift) => Promise<void>)[] = [
  plan,
  plan,
  plan,
  plan,
  organise,
  organise,
  examine,
  write,
];

/** One in thirty gives up when it hears nothing: what it asked may or may not have happened. */
const HASTY = 30;

/** Gives a command; null when the shift is over, it was refused, or nobody knows what became of it. */
async function give(
  shift: Shift,
  who: Who,
  verb: string,
  on: string,
  body: object = {},
): Promise<CommandAnswer | null> {
  if (shift.over()) return null;
  const heard = await tell(
    shift.company,
    shift.memory,
    { who, verb, on, body },
    shift.random.below(HASTY) === 0,
  );
  return heard && heard.status < 300 ? CommandAnswer.parse(JSON.parse(heard.text)) : null;
}

const look = (shift: Shift, who: Who, path: string): Promise<unknown> =>
  patiently(shift.memory, () => read(shift, who, path));

const lawNow = async (shift: Shift, who: Who): Promise<string> =>
  Me.parse(await look(shift, who, '/v1/me')).now;

/** Hands in a text until it is kept. */
async function keep({ company, memory }: Shift, who: Who, content: string): Promise<TextRef> {
  const { cookie } = company.players[who];
  const wish = { method: 'POST', path: '/v1/texts', cookie, headers: newKey(), body: { content } };
  const { ref } = await patiently(memory, async () =>
    KeptText.parse(JSON.parse((await send(company.api, wish)).text)),
  );
  memory.kept.push({ who, hash: ref.hash, content });
  return ref;
}

let opened = 0;

/** The day on which an instant falls in Beijing. */
const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

/** Opens a short case whose material is due at the end of today. */
export async function openShort(shift: Shift, give_: typeof give = give): Promise<string | undefined> {
  opened += 1;
  const scheme = await keep(shift, 'office', `第${opened}号方案`);
  const { hospital, authority } = shift.company.houses;
  const body = {
    title: `${opened}号规划（${hospital.slice(0, 4)}）`,
    procedure: SHORT.id,
    scheme,
    authority,
    dates: { material: dayOf(await lawNow(shift, 'office')) },
  };
  return (await give_(shift, 'office', 'case.open', '', body))?.made?.slice('case/'.length);
}

/** What stands open in a stage of a case. */
async function itemsIn(shift: Shift, caseId: string, kind: string): Promise<readonly CaseItem[]> {
  const { stages } = CaseOverview.parse(await look(shift, 'office', `/v1/cases/${caseId}`));
  return stages.flatMap(({ items }) => items).filter((item) => item.kind === kind);
}

/** A case from its opening to its filing, through the hands of the office and the departments. */
async function plan(shift: Shift): Promise<void> {
  const caseId = await openShort(shift);
  const [research] = caseId === undefined ? [] : await itemsIn(shift, caseId, 'research');
  if (caseId === undefined || !research) return;
  await record(shift, research.stream);
  for (const { stream, department } of await itemsIn(shift, caseId, 'contribution'))
    await contribute(shift, stream, department);
  for (const stage of ['research', 'material'])
    await give(shift, 'office', 'case.advance', `case/${caseId}`, { stage });
  const [filing] = await itemsIn(shift, caseId, 'filing');
  if (!filing) return;
  const manifest = [{ title: '编制说明', text: await keep(shift, 'office', `编制说明 ${filing.stream}`) }];
  await give(shift, 'office', 'filing.send', filing.stream, { letter: '请示', manifest });
}

async function record(shift: Shift, research: string): Promise<void> {
  const who = shift.random.below(2) === 0 ? 'office' : 'leader';
  const text = await keep(shift, who, `调研 ${research}`);
  await give(shift, who, 'research.record', research, {
    method: 'survey',
    on: '2026-01-05',
    place: null,
    attendance: 3,
    text,
  });
}

/** Two departments of three hand in; the office accepts most of it. */
async function contribute(shift: Shift, stream: string, department: string | null): Promise<void> {
  const head = shift.heads.get(department ?? '');
  if (!head || shift.random.below(3) === 0) return;
  const handed = await give(shift, head, 'contribution.submit', stream, {
    text: await keep(shift, head, `素材 ${stream}`),
  });
  if (handed && shift.random.below(4) > 0) await give(shift, 'office', 'contribution.accept', stream);
}

/** What is done to the organisation: one hot stream that every other command reads. */
async function organise(shift: Shift): Promise<void> {
  const org = `org/${shift.company.houses.hospital}`;
  const tag = `${opened}-${shift.random.below(1_000_000_000)}`;
  const draw = shift.random.below(10);
  if (draw === 0) {
    await give(shift, 'admin', 'person.register', '', {
      name: '新人',
      login: `p${tag}`,
      password: 'small-password',
    });
  } else if (draw === 1) {
    await give(shift, 'office', 'procedure.publish', '', { definition: SHORT, document: tag });
  } else if (draw === 2) {
    // Refused, by rule and by policy: a refusal is an answer too, and is recorded once.
    await give(shift, 'admin', 'org.create-department', org, { name: '医务科', kind: 'functional' });
    await give(shift, 'clerk', 'org.create-department', org, { name: tag, kind: 'functional' });
  } else if (draw === 3) {
    const to = new Date(Date.parse(await lawNow(shift, 'admin')) + 86_400_000).toISOString();
    await give(shift, 'admin', 'org.move-clock', org, { to });
  } else {
    await give(shift, 'admin', 'org.create-post', org, {
      title: `岗位${tag}`,
      as: 'delegate',
      department: null,
    });
  }
}

/** The authority answers what arrives. */
async function examine(shift: Shift): Promise<void> {
  const { items } = ObligationPage.parse(await look(shift, 'examiner', '/v1/obligations'));
  for (const { stream, verb } of items) {
    if (verb !== 'dossier.answer') continue;
    const number = `小卫〔2026〕${1 + shift.random.below(9_000)}号`;
    await give(shift, 'examiner', 'dossier.answer', stream, { outcome: 'approved', number, letter: null });
  }
  await pause(100);
}

async function write(shift: Shift): Promise<void> {
  await keep(shift, 'general', `文稿 ${shift.random.below(1_000_000)} `.repeat(1 + shift.random.below(200)));
  await pause(100);
}
