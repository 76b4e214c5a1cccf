import { Me, Resource } from '@mouding/contract';
import { addDays, dayOf, startOfDay } from '@mouding/core';
import { until } from 'mouding/until';
import type { Who } from './institutions.ts';
import { bringRevised, checkThrough, untilRead } from './imported.ts';
import { advance, contributions, type Plan } from './plan.ts';
import { ENDINGS } from './procedures.ts';
import { keep, postOf, read, streamIn, type Stage } from './stage.ts';

/** Two clauses, as they came on paper. */
const PAPER = '一、总体目标（纸质）\n二、护理\n';

/** Every ending of a department's plan and of a chapter, recorded ones too. Moves the clock by two weeks. */
export async function endEveryWay(stage: Stage): Promise<void> {
  const plan = await opened(stage);
  await collectEveryWay(plan);
  await advance(plan, 'material');
  await writeEveryWay(plan);
}

const today = async (stage: Stage): Promise<string> =>
  dayOf(Me.parse(await read(stage, 'office', '/v1/me')).now);

export async function moveBy(stage: Stage, days: number): Promise<void> {
  const to = startOfDay(addDays(await today(stage), days));
  await stage.give('admin', 'org.move-clock', `org/${stage.company.houses.hospital}`, { to });
}

async function opened(stage: Stage): Promise<Plan> {
  await stage.give('office', 'procedure.publish', '', { definition: ENDINGS, document: null });
  const day = await today(stage);
  const { made } = await stage.give('office', 'case.open', '', {
    title: '报送演练',
    procedure: ENDINGS.id,
    scheme: await keep(stage, 'office', '报送方案'),
    authority: null,
    dates: { material: addDays(day, 1), chapters: addDays(day, 2) },
  });
  return { stage, caseId: (made ?? '').slice('case/'.length) };
}

const onPaper = async (stage: Stage) => ({
  carrier: 'paper',
  elsewhere: { happened: await today(stage), medium: 'paper', book: '收文登记簿第1页' },
});

async function collectEveryWay(plan: Plan): Promise<void> {
  const { stage } = plan;
  const streams = await contributions(plan);
  const give = (who: Who, act: string, of: Who, body: object = {}) =>
    stage.give(who, `contribution.${act}`, streams.get(of) ?? '', body);
  const original = await bringRevised(stage, 'writer', '医务科重点专科');
  const stream = streams.get('writer') ?? '';
  const { elsewhere } = await onPaper(stage);
  await give('writer', 'submit', 'writer', { original });
  await checkThrough(stage, { stream, sender: 'writer', paper: { elsewhere } });
  await give('writer', 'withdraw', 'writer');
  await give('writer', 'submit', 'writer', { original });
  await untilRead(stage, 'writer', stream);
  await give('office', 'quarantine', 'writer', { cause: 'not-converted', words: '打不开' });
  const text = await keep(stage, 'writer', '医务科规划（补正）');
  await give('writer', 'submit', 'writer', { original, text });
  await give('office', 'accept', 'writer');
  await give('owner', 'report-none', 'owner');
  await give('office', 'accept', 'owner');
  await give('office', 'record', 'clinical', {
    text: await keep(stage, 'office', '骨伤科纸质规划'),
    ...(await onPaper(stage)),
  });
  await give('office', 'accept', 'clinical');
  const extended = { until: addDays(await today(stage), 10), reason: '科室搬迁' };
  await give('director', 'extend', 'support', extended);
  await moveBy(stage, 14);
  await give('support', 'submit', 'support', { text: await keep(stage, 'support', '护理部迟到的规划') });
  await give('director', 'accept', 'support', { reason: '情况属实' });
  await give('office', 'hold-escalation', 'general', { reason: '科主任出差' });
  await give('office', 'release-escalation', 'general');
  await give('lead', 'see-escalation', 'general');
  await give('director', 'excuse', 'general', { reason: '并入医务科规划' });
}

async function writeEveryWay(plan: Plan): Promise<void> {
  const { stage } = plan;
  const chapter = await streamIn(stage, plan.caseId, { stage: 'chapters', kind: 'chapter' });
  const give = (who: Who, act: string, body: object = {}) => stage.give(who, `chapter.${act}`, chapter, body);
  // Its date had passed when its stage opened: the clock says so by itself.
  await until('the chapter on the list of the office', async () => {
    const { data } = Resource.parse(await read(stage, 'lead', `/v1/chapters/${chapter.split('/')[1]}`));
    return data['escalation'] === 'proposed' || undefined;
  });
  await give('office', 'hold-escalation', { reason: '等待指标' });
  await give('office', 'release-escalation');
  await give('lead', 'see-escalation');
  await give('director', 'extend', { until: addDays(await today(stage), 20), reason: '等待指标' });
  // To another lead and back, by two documents.
  for (const who of ['leader', 'lead'] as const)
    await give('director', 'reassign', {
      lead: await postOf(stage, who),
      document: `关于调整分工的通知（${who}）`,
    });
  const department = await departmentOf(stage, 'support');
  const paper = await onPaper(stage);
  const text = await keep(stage, 'office', PAPER);
  await give('office', 'record-input', { text, department, ...paper });
  await give('writer', 'submit', { original: await bringRevised(stage, 'writer', '篇章重点专科') });
  const { elsewhere } = paper;
  await checkThrough(stage, { stream: chapter, sender: 'writer', paper: { elsewhere } });
  await give('writer', 'withdraw');
  await give('office', 'record', { text, ...paper });
  await give('office', 'quarantine', { cause: 'unreadable' });
  await give('office', 'record', { text, ...paper });
  await give('owner', 'countersign', { text });
  await give('office', 'record-countersign', { department, text, clauses: [2], elsewhere });
  await give('office', 'record-return', { reason: '口径不一致', clauses: [1], elsewhere });
  await give('office', 'record', { text, ...paper });
  await give('office', 'record-sign-off', { text, elsewhere });
  await advance(plan, 'chapters');
  await returnFromDraft(plan, chapter);
}

/** 返回起草部门: what was signed off is written on, and comes back into the draft that waited for it. */
async function returnFromDraft({ stage, caseId }: Plan, chapter: string): Promise<void> {
  const manuscript = await streamIn(stage, caseId, { stage: 'draft', kind: 'manuscript' });
  const chapters = [{ chapter: chapter.slice('chapter/'.length), points: ['统一口径'] }];
  await stage.give('office', 'manuscript.return', manuscript, { chapters });
  const text = await keep(stage, 'writer', PAPER);
  await stage.give('writer', 'chapter.submit', chapter, { text });
  await stage.give('lead', 'chapter.sign-off', chapter, { text });
  await stage.give('office', 'manuscript.compile', manuscript, { label: '初稿' });
}

async function departmentOf(stage: Stage, head: Who): Promise<string> {
  const { capacities } = Me.parse(await read(stage, head, '/v1/me'));
  return capacities.find(({ as }) => as === 'department-head')?.department?.id ?? '';
}
