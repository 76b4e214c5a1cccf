import { Me, ObligationPage, Resource } from '@mouding/contract';
import { dayOf } from '@mouding/core';
import { until } from 'mouding/until';
import { advance, type Plan } from './plan.ts';
import { keep, overview, read, type Stage } from './stage.ts';

/** 报批: sent back with a point, amended, classed, and filed again; approved. Answers with the dossier. */
export async function file(plan: Plan): Promise<string> {
  const { stage } = plan;
  await send(plan);
  const letter = await keep(stage, 'examiner', `补正函${stage.words('return-letter')}`);
  await answer(plan, {
    outcome: 'returned',
    number: '小卫函〔2026〕1号',
    letter,
    points: [stage.words('point')],
  });
  await advance(plan, 'authority');
  await amend(plan);
  await send(plan);
  const approval = await keep(stage, 'examiner', `批复${stage.words('letter')}`);
  const dossier = await answer(plan, { outcome: 'approved', number: '小卫〔2026〕1号', letter: approval });
  await advance(plan, 'authority');
  return dossier;
}

/** The filing of the stage's last round. @throws Error when the stage has none */
export async function filingOf({ stage, caseId }: Plan, of = 'authority'): Promise<string> {
  const { stages } = await overview(stage, caseId);
  const filings = (stages.find(({ id }) => id === of)?.items ?? []).filter(({ kind }) => kind === 'filing');
  const found = filings.find(({ status }) => status !== 'answered') ?? filings.at(-1);
  if (!found) throw new Error(`no filing in ${of}`);
  return found.stream;
}

async function send(plan: Plan): Promise<void> {
  const { stage } = plan;
  const title = `编制说明${stage.words('manifest-title')}`;
  const manifest = [{ title, text: await keep(stage, 'office', `编制说明${stage.words('manifest')}`) }];
  await stage.give('office', 'filing.send', await filingOf(plan), { letter: '请示', manifest });
}

/** Received in the other log, answered, taken. */
async function answer(plan: Plan, body: object): Promise<string> {
  const { stage } = plan;
  const filing = await filingOf(plan);
  const dossier = await until('the dossier', async () => {
    const { items } = ObligationPage.parse(await read(stage, 'examiner', '/v1/obligations'));
    return items.find(({ verb }) => verb === 'dossier.answer')?.stream;
  });
  await stage.give('examiner', 'dossier.answer', dossier, body);
  await until('the answer', async () => {
    const { status } = Resource.parse(await read(stage, 'office', `/v1/filings/${filing.split('/')[1]}`));
    return status === 'answered' ? status : undefined;
  });
  return dossier;
}

/** 补正修改: one passage, classed by a leader as wording alone. */
async function amend({ stage, caseId }: Plan): Promise<void> {
  const { texts, links } = await overview(stage, caseId);
  const manuscript = `manuscript/${links['manuscript']?.split('/').at(-1) ?? ''}`;
  const edits = [
    {
      quote: '一、总体目标',
      replacement: '一、总体目标\n统筹推进各项工作。',
      cites: null,
      reason: stage.words('amend-reason'),
    },
  ];
  const body = { base: texts.manuscript, label: '补正稿', edits, class: 'editorial', points: [1] };
  await stage.give('office', 'manuscript.amend', manuscript, body);
  await stage.give('office', 'manuscript.give-grounds', manuscript, {
    which: { of: 'all' },
    ground: { basis: 'editorial' },
    reason: stage.words('grounds-reason'),
  });
  await stage.give('leader', 'manuscript.class-change', manuscript, {
    class: 'editorial',
    reason: stage.words('class-reason'),
  });
}

/** On paper: sent, signed for, waited for on a leader's instruction, and answered. */
export async function fileOnPaper(stage: Stage, filing: string): Promise<void> {
  const { now } = Me.parse(await read(stage, 'office', '/v1/me'));
  const [held] = Me.parse(await read(stage, 'leader', '/v1/me')).capacities;
  const on = dayOf(now);
  const elsewhere = { happened: on, medium: 'paper', book: '收发文簿第1页' };
  const give = (verb: string, body: object) =>
    stage.give('office', `filing.${verb}`, filing, { ...body, elsewhere });
  await give('record-sent', { letter: '请示', manifest: [], channel: 'confidential' });
  await give('record-receipt', { number: '签1号', on, signedBy: '经办人' });
  await give('record-instruction', { instruction: 'wait', until: on, leader: held?.post });
  await give('enter-answer', { outcome: 'approved', number: '', on, register: '收1号', letter: null });
}
