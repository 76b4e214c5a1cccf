import { Me, Resource } from '@mouding/contract';
import { dayOf, keyOfText, type TextRef } from '@mouding/core';
import { answer, LEFT_OUT, settleLater } from './asking.ts';
import type { Who } from './institutions.ts';
import { WHOLE } from './procedures.ts';
import { bring, keep, overview, read, streamIn, streamsIn, type Stage } from './stage.ts';

/** One plan on its way through every stage. */
export interface Plan {
  readonly stage: Stage;
  readonly caseId: string;
}

/** Heads by the name of their department's plan, as the case labels it. */
export const HEADS: readonly Who[] = ['general', 'writer', 'owner', 'support', 'clinical'];
/** A sentence of the chapter that is mended later, and what it becomes. */
const QUOTE = '建设三个重点专科。';
const MENDED = '建设四个重点专科。';

const streamOf = ({ stage, caseId }: Plan, of: string, kind: string): Promise<string> =>
  streamIn(stage, caseId, { stage: of, kind });

/** Publishes the procedure and opens a case. */
export async function openPlan(
  stage: Stage,
  definition: { readonly id: string } = WHOLE,
  authority: string | null = stage.company.houses.authority,
): Promise<Plan> {
  await stage.give('office', 'procedure.publish', '', {
    definition,
    document: stage.words('procedure'),
  });
  const { made } = await stage.give('office', 'case.open', '', {
    title: `发展规划${stage.words('title')}`,
    procedure: definition.id,
    scheme: await keep(stage, 'office', `工作方案${stage.words('scheme')}`),
    authority,
  });
  return { stage, caseId: (made ?? '').slice('case/'.length) };
}

export const advance = async ({ stage, caseId }: Plan, of: string): Promise<void> =>
  void (await stage.give('office', 'case.advance', `case/${caseId}`, { stage: of }));

/** 调研; stays open. */
export async function research(plan: Plan): Promise<void> {
  const { stage } = plan;
  const text = await keep(stage, 'office', `座谈会情况${stage.words('finding')}`);
  const body = {
    method: 'forum',
    on: '2026-01-05',
    place: stage.words('finding-place'),
    attendance: 12,
    text,
  };
  await stage.give('office', 'research.record', await streamOf(plan, 'research', 'research'), body);
}

/** The contribution of each head's department. */
export async function contributions({ stage, caseId }: Plan): Promise<ReadonlyMap<Who, string>> {
  const streams = await streamsIn(stage, caseId, { stage: 'material', kind: 'contribution' });
  const found = new Map<Who, string>();
  for (const head of HEADS) {
    const { capacities } = (await read(stage, head, '/v1/me')) as Held;
    const own = capacities.find(({ as }) => as === 'department-head')?.department?.id;
    for (const stream of streams) {
      const { data } = Resource.parse(
        await read(stage, 'office', `/v1/contributions/${stream.split('/')[1]}`),
      );
      if (data['department'] === own) found.set(head, stream);
    }
  }
  return found;
}

interface Held {
  readonly capacities: readonly {
    readonly as: string;
    readonly department: { readonly id: string } | null;
  }[];
}

/** 科室发展规划: all but 科教科 hand in; one is sent back and comes again, 骨伤科's is not accepted. */
export async function collect(plan: Plan): Promise<void> {
  const { stage } = plan;
  for (const [head, stream] of await contributions(plan)) {
    if (head === 'owner') continue;
    const text = await keep(stage, head, `科室规划${stage.words(`contribution/${head}`)}`);
    const original = head === 'support' ? { original: await bring(stage, head, '原件') } : {};
    await stage.give(head, 'contribution.submit', stream, { text, ...original });
    if (head === 'support') {
      await stage.give('office', 'contribution.return', stream, { reason: '请补充年度目标' });
      await stage.give(head, 'contribution.submit', stream, { text });
    }
    if (head !== 'clinical') await stage.give('office', 'contribution.accept', stream);
  }
  const copied = { list: 'contribution.submit', count: 1 };
  await stage.give('office', 'case.note-copied', `case/${plan.caseId}`, copied);
  const owner = (await contributions(plan)).get('owner');
  const things = owner ? [{ stream: owner, name: 'submit' }] : [];
  await stage.give('office', 'case.urge', `case/${plan.caseId}`, { things });
}

/** 篇章: input, handed in, sent back, handed in again; stays to be signed off. */
export async function write(plan: Plan): Promise<void> {
  const { stage } = plan;
  const chapter = await streamOf(plan, 'chapters', 'chapter');
  const text = (who: Who, words: string) => keep(stage, who, words);
  await stage.give('support', 'chapter.give-input', chapter, {
    text: await text('support', `配合材料${stage.words('input')}`),
  });
  await stage.give('writer', 'chapter.submit', chapter, {
    text: await text('writer', `篇章${stage.words('chapter/returned')}`),
  });
  await stage.give('lead', 'chapter.return', chapter, { reason: `请修改${stage.words('return')}` });
  const { data: asked } = Resource.parse(await read(stage, 'lead', `/v1/chapters/${chapter.split('/')[1]}`));
  const instruction = { to: asked['writer'], words: `请补充数据${stage.words('instruction')}` };
  await stage.give('lead', 'chapter.instruct', chapter, instruction);
  await stage.give('writer', 'chapter.note-instruction', chapter, {});
  await stage.give('writer', 'chapter.submit', chapter, {
    text: await text('writer', `一、总体目标\n${QUOTE}\n${stage.words('chapter/accepted')}\n`),
  });
  const { data } = Resource.parse(await read(stage, 'owner', `/v1/chapters/${chapter.split('/')[1]}`));
  for (const who of ['owner', 'support'] as const)
    await stage.give(who, 'chapter.countersign', chapter, { text: data['text'], clauses: [1] });
}

/** 审定 and 汇编: the draft is made and goes to its review. */
export async function draft(plan: Plan): Promise<void> {
  const { stage } = plan;
  const chapter = await streamOf(plan, 'chapters', 'chapter');
  const { data } = Resource.parse(await read(stage, 'lead', `/v1/chapters/${chapter.split('/')[1]}`));
  await stage.give('lead', 'chapter.sign-off', chapter, { text: data['text'] });
  await advance(plan, 'chapters');
  await stage.give('director', 'manuscript.compile', await streamOf(plan, 'draft', 'manuscript'), {
    label: '初稿',
    without: await waivers(plan),
  });
  await confirmUse(plan, chapter);
}

/** 已核对: 护理部 of its own plan and of the chapter that it supports, with another view of the first. */
async function confirmUse(plan: Plan, chapter: string): Promise<void> {
  const { stage, caseId } = plan;
  const { texts } = await overview(stage, caseId);
  const own = (await contributions(plan)).get('support') ?? '';
  await stage.give('support', 'contribution.confirm-use', own, {
    seen: seenOf(texts.manuscript),
    objection: `未全部采用${stage.words('use/contribution')}`,
  });
  await stage.give('support', 'chapter.confirm-use', chapter, {
    seen: seenOf(texts.manuscript),
    objection: `请核对数据${stage.words('use/chapter')}`,
  });
}

const seenOf = (text: TextRef | null): string => (text ? keyOfText(text) : '');

/** The endings of a department's plan. */
const ENDED: readonly string[] = ['accepted', 'accepted-late', 'none', 'excused', 'dispensed'];

/** 缺报豁免 of every department whose plan has come to no ending. */
async function waivers({ stage, caseId }: Plan): Promise<readonly object[]> {
  const { stages } = await overview(stage, caseId);
  const missing = stages
    .flatMap(({ items }) => items)
    .filter(({ kind, status }) => kind === 'contribution' && !ENDED.includes(status));
  const found: object[] = [];
  for (const { href } of missing) {
    const { data } = Resource.parse(await read(stage, 'office', href));
    found.push({ department: data['department'], reason: `暂缺${stage.words('waiver')}` });
  }
  return found;
}

/** Who meets: the chair first. */
interface Room {
  readonly stage: string;
  readonly present: readonly [Who, ...Who[]];
  /** What is said when the item is put. */
  readonly put?: object;
}

async function call({ stage, caseId }: Plan, of: string): Promise<string> {
  const { now } = (await read(stage, 'secretary', '/v1/me')) as { readonly now: string };
  const body = { case: caseId, stage: of, at: now, place: `会议室${stage.words(`place/${of}`)}` };
  return (await stage.give('secretary', 'meeting.call', '', body)).made ?? '';
}

/** Calls, signs in, opens, puts. */
export async function convene(plan: Plan, { stage: of, present, put = {} }: Room): Promise<string> {
  const { stage } = plan;
  const meeting = await call(plan, of);
  for (const who of present) await stage.give(who, 'meeting.sign-in', meeting);
  await stage.give('secretary', 'meeting.open', meeting);
  await stage.give(present[0], 'meeting.put', meeting, put);
  return meeting;
}

export async function declare({ stage }: Plan, meeting: string, of: string): Promise<void> {
  const minutes = await keep(stage, 'secretary', `会议纪要${stage.words(`minutes/${of}`)}`);
  await stage.give('secretary', 'meeting.declare', meeting, { minutes });
}

/** 党委会, first adjourned, then by name; its item stands to be declared. */
export async function review(plan: Plan): Promise<string> {
  const { stage } = plan;
  const first = await call(plan, 'review');
  await stage.give('member', 'meeting.sign-in', first);
  await stage.give('member', 'meeting.sign-out', first);
  await stage.give('secretary', 'meeting.adjourn', first, { reason: `改期${stage.words('adjourn')}` });
  const meeting = await convene(plan, { stage: 'review', present: ['chair', 'member'] });
  await stage.give('member', 'meeting.vote', meeting, {
    vote: 'yes',
    statement: `同意${stage.words('statement')}`,
  });
  await stage.give('chair', 'meeting.vote', meeting, { vote: 'yes' });
  return meeting;
}

/** 领导小组, by show of hands; fixes what becomes of the opinion. */
export async function discuss(plan: Plan): Promise<void> {
  const put = { except: [LEFT_OUT] };
  const meeting = await convene(plan, { stage: 'discussion', present: ['lead', 'writer'], put });
  await plan.stage.give('secretary', 'meeting.count', meeting, { yes: 2, no: 0, abstain: 0 });
  await declare(plan, meeting, 'discussion');
  await settleLater(plan, meeting);
  await answer(plan);
}

/** 修改完善, with one change that answers the opinion. */
export async function revise(plan: Plan, opinion: string): Promise<void> {
  const { stage, caseId } = plan;
  const { texts } = await overview(stage, caseId);
  const replacement = MENDED + stage.words('replacement');
  const edits = [{ quote: QUOTE, replacement, cites: opinion, reason: stage.words('edit-reason') }];
  const body = { base: texts.manuscript, label: '送审稿', edits, done: true };
  await stage.give('office', 'manuscript.revise', await streamOf(plan, 'revision', 'manuscript'), body);
}

/** 院长办公会: its chair decides after the others have spoken. */
export async function decide(plan: Plan): Promise<void> {
  const { stage } = plan;
  const meeting = await convene(plan, { stage: 'deans', present: ['leader', 'lead'] });
  await stage.give('lead', 'meeting.vote', meeting, { vote: 'yes' });
  await stage.give('leader', 'meeting.decide', meeting, {
    outcome: 'passed',
    reason: `决定${stage.words('decision')}`,
  });
  await declare(plan, meeting, 'deans');
}

/** 职代会: a secret ballot, entered with two keys. */
export async function ballot(plan: Plan): Promise<void> {
  const { stage } = plan;
  const meeting = await convene(plan, { stage: 'congress', present: ['president', 'delegate'] });
  const box = await streamOf(plan, 'congress', 'ballot');
  const tally = { issued: 2, returned: 2, yes: 2, no: 0, abstain: 0, invalid: 0 };
  await stage.give('teller', 'ballot.tally', box, tally);
  await stage.give('scrutineer', 'ballot.confirm', box, tally);
  await declare(plan, meeting, 'congress');
}

/** 签发, 编号; stays to be issued. */
export async function sign(plan: Plan): Promise<string> {
  const { stage, caseId } = plan;
  const issue = await streamOf(plan, 'issue', 'issue');
  const { texts } = await overview(stage, caseId);
  await stage.give('leader', 'issue.sign', issue, { text: texts.manuscript });
  await stage.give('office', 'issue.number', issue, { number: '小城中医〔2026〕1号' });
  return issue;
}

/** 印发 and 签收: the case ends. */
export async function publish(plan: Plan, issue: string): Promise<void> {
  const { stage, caseId } = plan;
  const { texts } = await overview(stage, caseId);
  const on = dayOf(Me.parse(await read(stage, 'office', '/v1/me')).now);
  await stage.give('office', 'issue.publish', issue, { text: texts.manuscript, on });
  for (const head of HEADS) await stage.give(head, 'issue.acknowledge', issue);
  await advance(plan, 'issue');
}
