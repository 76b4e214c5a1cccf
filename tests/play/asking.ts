import { Me, Resource } from '@mouding/contract';
import { addDays, dayOf } from '@mouding/core';
import type { Who } from './institutions.ts';
import type { Plan } from './plan.ts';
import { bring, postOf, read, streamIn, streamsIn } from './stage.ts';

const STAGE = 'consultation';

const opinionsOf = ({ stage, caseId }: Plan): Promise<readonly string[]> =>
  streamsIn(stage, caseId, { stage: STAGE, kind: 'opinion' });

const consultationOf = ({ stage, caseId }: Plan): Promise<string> =>
  streamIn(stage, caseId, { stage: STAGE, kind: 'consultation' });

/**
 * 征求意见: 护理部 gives the opinion that is followed up, 科教科 another one and takes a third back, 办公室 says on the
 * telephone that it has none, and what staff say at a forum is taken down; stays open.
 */
export async function opine(plan: Plan): Promise<void> {
  const { stage } = plan;
  const consultation = await consultationOf(plan);
  const [about, quote, wording] = ['about', 'quote', 'wording'].map((part) => stage.words(`opinion/${part}`));
  const said = (words: string) => ({ about: '全文', quote: null, wording: words });
  const give = async (who: Who, verb: string, body: object): Promise<string> =>
    (await stage.give(who, `consultation.${verb}`, consultation, body)).made ?? '';
  await give('support', 'open-text', {});
  await give('support', 'give-opinion', { about, quote, wording });
  await give('owner', 'give-opinion', said('表述可再精炼'));
  const third = await give('owner', 'give-opinion', said('误报'));
  await stage.give('owner', 'opinion.withdraw', third);
  await give('writer', 'reply-none', {});
  const today = dayOf(Me.parse(await read(stage, 'office', '/v1/me')).now);
  const elsewhere = { happened: today, medium: 'telephone', book: '电话记录第1页' };
  const { data } = Resource.parse(
    await read(stage, 'office', `/v1/consultations/${consultation.split('/')[1]}`),
  );
  const waiting = (data['register'] as readonly Returned[]).find(({ returned }) => returned === 'waiting');
  await give('office', 'record-none', { department: waiting?.department, elsewhere });
  await give('office', 'record-opinion', {
    ...said(`职工意见${stage.words('opinion/spoken')}`),
    department: null,
    speaker: null,
    elsewhere: { ...elsewhere, medium: 'meeting' },
  });
  await inBulk(plan, elsewhere);
}

/** What a form brought that 护理部 filled in, and what staff said at a second forum; each in one answer. */
async function inBulk(plan: Plan, elsewhere: object): Promise<void> {
  const { stage } = plan;
  const consultation = await consultationOf(plan);
  const row = { about: '全文', clause: null, quote: null, sort: 'whole' };
  await stage.give('support', 'consultation.reply', consultation, {
    opinions: [{ ...row, wording: `日常落实${stage.words('opinion/wording')}` }],
    original: await bring(stage, 'support', '意见反馈表'),
  });
  await stage.give('office', 'consultation.enter-answer', consultation, {
    department: null,
    opinions: [{ ...row, wording: `增设班车${stage.words('opinion/spoken')}`, speaker: '某职工' }],
    place: '二楼会议室',
    writer: '规划办工作人员',
    elsewhere: { ...elsewhere, medium: 'meeting' },
  });
}

interface Returned {
  readonly department: string;
  readonly returned: string;
}

/** What became of their opinions reaches those who gave them: 护理部 objects and is answered, 科教科 takes note. */
export async function answer(plan: Plan): Promise<void> {
  const { stage } = plan;
  const [first = '', second = ''] = await opinionsOf(plan);
  await stage.give('support', 'opinion.object', first, {
    objection: `异议${stage.words('opinion/objection')}`,
  });
  await stage.give('office', 'opinion.explain', first, {
    answer: `答复${stage.words('opinion/explanation')}`,
  });
  await stage.give('owner', 'opinion.note', second);
}

/** The number of the opinion that the leading group leaves out; it is settled afterwards. */
export const LEFT_OUT = 6;

/** 会后确定: what the leading group had left out. */
export async function settleLater(plan: Plan, meeting: string): Promise<void> {
  const { stage } = plan;
  const opinion = (await opinionsOf(plan))[LEFT_OUT - 1] ?? '';
  await stage.give('office', 'opinion.fix', opinion, {
    meeting: meeting.slice('meeting/'.length),
    original: await bring(stage, 'office', '补充纪要', '补充纪要.pdf'),
    words: `会后研究${stage.words('opinion/spoken')}`,
  });
}

/** The office closes the window and proposes what becomes of the opinion. */
export async function dispose(plan: Plan): Promise<string> {
  const { stage } = plan;
  const consultation = await consultationOf(plan);
  const { now } = Me.parse(await read(stage, 'office', '/v1/me'));
  const later = { until: addDays(dayOf(now), 20), reason: '临床科室集中休假，适当延长' };
  await stage.give('director', 'consultation.set-window', consultation, later);
  await stage.give('office', 'consultation.close', consultation);
  const [opinion = '', second = '', , spoken = '', daily = '', bus = ''] = await opinionsOf(plan);
  await stage.give('office', 'opinion.merge', spoken, { into: second.split('/')[1] });
  const reason = `理由${stage.words('disposition')}`;
  await stage.give('office', 'opinion.propose', opinion, { disposition: 'partly', reason });
  await stage.give('office', 'opinion.propose', second, { disposition: 'adopted', reason: '' });
  const taken = { owner: { post: await postOf(stage, 'owner') }, due: addDays(dayOf(now), 90) };
  await stage.give('office', 'opinion.propose', daily, { disposition: 'in-work', reason, taken });
  await stage.give('office', 'opinion.propose', bus, { disposition: 'later', reason, taken });
  await stage.give('office', 'case.advance', `case/${plan.caseId}`, { stage: STAGE });
  return opinion;
}
