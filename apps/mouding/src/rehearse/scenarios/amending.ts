import { resourceOf } from '@mouding/contract';
import { addDays } from '@mouding/core';
import type { z } from 'zod';
import { meet } from '../plays/meetings.ts';
import { holderOf, moveTo, office, overview, type Story } from '../story.ts';
import { refusedBy } from './expecting.ts';
import type { Scene } from './scenario.ts';

const Manuscript = resourceOf('manuscript');

/** What the authority wants put right, the sentence of the plan that it is about, and what becomes of it. */
export const RETURNED = [
  {
    point: '重点专科目标数与市规划不一致，请按市规划调整',
    quote: '建成市级重点专科4个',
    replacement: '建成市级重点专科5个',
  },
  {
    point: '年门急诊人次的统计口径与市规划不一致，请核对',
    quote: '按挂号人次统计',
    replacement: '按诊疗人次统计',
  },
  {
    point: '“国内领先”的表述缺少依据，请规范',
    quote: '综合实力达到国内领先水平',
    replacement: '综合实力位居全市同类医院前列',
  },
] as const;

/** The indicators at the end of the plan, with the three sentences that come back. */
export const INDICATORS = [
  '主要指标',
  ...RETURNED.map(({ quote }, i) => `${i + 1}.到2030年，${quote}。`),
  '',
].join('\n');

type Amended = z.infer<typeof Manuscript>;

/** The plan's text with its last amendment. */
export async function manuscriptNow(story: Story): Promise<Amended> {
  const { links } = await overview(story);
  return (await office(story)).read(links['manuscript'] ?? '', Manuscript);
}

const amendmentOf = ({ data }: Amended) => {
  if (!data.amendment) throw new Error('nothing was sent back');
  return data.amendment;
};

/** 补正修改: the three sentences are changed, and a number among them; the office thinks it editorial. */
export async function amend(scene: Scene, story: Story): Promise<void> {
  await moveTo(story, story.calendar.amendment, 10);
  const clerk = await office(story);
  const { stream, data } = await manuscriptNow(story);
  const edits = RETURNED.map(({ quote, replacement, point }) => ({
    quote,
    replacement,
    cites: null,
    ground: { basis: 'upper-plan' },
    reason: point,
  }));
  const points = RETURNED.map((_, i) => i + 1);
  const body = { base: data.text, label: '补正稿', edits, class: 'editorial', points };
  const { notices } = await clerk.act(stream, 'amend', body);
  await scene.tell(
    '规划办逐点补正，其中重点专科由4个调整为5个，拟作编辑性修改',
    'the office amends all three points, one of them a target, and thinks it editorial',
  );
  const { least, weight, met } = amendmentOf(await manuscriptNow(story));
  scene.shows(
    '数字有变动，按规则至少属指标目标调整，当即提示',
    'a number changed: by rule it is a change of a target, and the office is told',
    least === 'indicator' &&
      weight.includes('numbers') &&
      notices.some(({ rule }) => rule === 'amend.least-class'),
  );
  scene.shows('3点补正意见均有对应修改', 'every point has its change', met.length === RETURNED.length);
}

/** 认定修改分类, the day after: by another hand, and not less than the rule says. */
export async function classify(scene: Scene, story: Story): Promise<void> {
  await moveTo(story, addDays(story.calendar.amendment, 1), 9);
  const { stream } = await manuscriptNow(story);
  const change = (as: string) => ({ class: as, reason: '重点专科目标数按市规划调整' });
  const clerk = await office(story);
  await refusedBy(scene, 'policy.capacity', '修改人自己认定分类', 'whoever changed it classes it', () =>
    clerk.act(stream, 'class-change', change('indicator')),
  );
  const director = await holderOf(story, '规划办主任');
  const lighter = await refusedBy(
    scene,
    'amend.least-class',
    '认定为编辑性修改',
    'it is classed as editorial',
    () => director.act(stream, 'class-change', change('editorial')),
  );
  scene.shows(
    '说明点名党委会审议',
    'the refusal names the Party committee',
    lighter?.said?.zh.includes('党委会审议') === true,
  );
  await director.act(stream, 'class-change', change('indicator'));
  await scene.tell(
    '规划办主任认定为指标目标调整',
    'the director of the office classes it as a change of a target',
  );
  await showsWhoDecides(scene, story);
}

/** Of the three bodies, one decides the changed text again; nothing goes on before. */
async function showsWhoDecides(scene: Scene, story: Story): Promise<void> {
  const { stages, texts } = await overview(story);
  const open = stages.flatMap(({ id, state }) => (state === 'open' ? [id] : []));
  scene.shows(
    '党委会须再次审议补正稿',
    'the Party committee has to decide again',
    open.join() === 'amendment-party',
  );
  const stands = (id: string): boolean =>
    stages.find((stage) => stage.id === id)?.text?.hash === texts.manuscript?.hash;
  scene.shows(
    '院长办公会、职代会的决定对补正稿继续有效，党委会的不再有效',
    'the decisions of the dean’s meeting and of the congress stand, the committee’s does not',
    stands('dean-meeting') && stands('congress') && !stands('party-committee'),
  );
  const clerk = await office(story);
  for (const [stage, zh, en] of [
    ['authority', '党委会再次审议之前重新报送', 'it is filed again before'],
    ['issue', '党委会再次审议之前印发', 'it is issued before'],
  ] as const)
    await refusedBy(scene, 'case.stage-open', zh, en, () =>
      clerk.act(`case/${story.caseId}`, 'advance', { stage }),
    );
}

/** 党委会再次审议; the congress does not meet. */
export async function decideAgain(scene: Scene, story: Story): Promise<void> {
  await meet(story, 'amendment-party');
  await scene.tell('党委会再次审议补正稿，研究通过', 'the Party committee decides again, and passes it');
  const { stages } = await overview(story);
  const open = stages.flatMap(({ id, state }) => (state === 'open' ? [id] : []));
  scene.shows(
    '职代会不再表决，直接重新报批',
    'the congress does not vote again; it goes to the authority',
    open.join() === 'authority' && stages.find(({ id }) => id === 'congress')?.round === 1,
  );
}
