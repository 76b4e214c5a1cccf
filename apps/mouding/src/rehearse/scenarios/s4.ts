import type { TextRef } from '@mouding/core';
import { hrefOf, MergeView } from '@mouding/contract';
import { merge, mergedText, type Contribution } from '@mouding/text';
import type { Session } from '../../client/session.ts';
import { moveTo, office, overview, person, type Story } from '../story.ts';
import { expectConformance } from './conforming.ts';
import { S4 } from './expected-conformance.ts';
import { refusedBy } from './expecting.ts';
import type { Scenario, Scene } from './scenario.ts';
import { takeOver } from './taken-over.ts';
import { changing, contradictions } from './traced.ts';

const STAGE = 'revision';
const OPENED = '2026-03-02';
const HEADING = '二、愿景目标';
const RENAMED = '二、总体目标';
const CLAUSE = '建设互联互通的医院信息平台。';
const LEVEL = '到2030年，电子病历系统应用水平达到6级。';
const ELSEWHERE = '到2030年，电子病历系统应用水平达到6级，并通过互联互通测评。';
const PLAN = [
  '云岭市中医院“十五五”发展规划',
  '一、数字化医院建设',
  CLAUSE,
  LEVEL,
  HEADING,
  ELSEWHERE,
  '',
].join('\n\n');
const SEVEN = LEVEL.replace('6级', '7级');
const FIVE = LEVEL.replace('6级', '5级');

/** S4 并发编辑与合稿冲突: two save one clause, three departments change one indicator. */
export const s4: Scenario = {
  id: 'S4',
  title: { zh: '并发编辑与合稿冲突', en: 'two at one clause, and a merge that conflicts' },
  async play(scene) {
    await moveTo(scene, OPENED, 9);
    const story = await takeOver(scene, PLAN, {}, STAGE);
    await scene.tell('规划初稿修改完善，两人同时打开', 'two people open the text to change it');
    await saveTwice(scene, story);
    await mergeThree(scene, story);
    await expectConformance(scene, story, S4);
  },
};

/** One edit of the text as somebody saw it. */
const edit = (base: TextRef, quote: string, replacement: string, reason: string, done = false) => ({
  base,
  label: done ? '送审稿' : '讨论修改稿',
  edits: [{ quote, replacement, cites: null, ground: { basis: 'editorial' }, reason }],
  done,
});

const [ONE, OTHER] = ['建设全院统一的医院信息平台。', '建设互联互通、安全可控的医院信息平台。'];

/** Two who have the text open, what both have before them, and where it stands. */
interface AtOnce {
  readonly first: Session;
  readonly second: Session;
  readonly stream: string;
  readonly base: TextRef;
}

/** The second of two who save the same clause gets both texts, and decides. */
async function saveTwice(scene: Scene, story: Story): Promise<void> {
  const both = await openTwice(scene, story);
  const { first, second, stream, base } = both;
  await first.act(stream, 'revise', edit(base, CLAUSE, ONE, '规范表述'));
  const problem = await refusedBy(
    scene,
    'manuscript.clause',
    '第二人就同一段保存',
    'the second saves the same clause',
    () => second.act(stream, 'revise', edit(base, CLAUSE, OTHER, '补充安全要求')),
  );
  const now = await changing(story, STAGE);
  scene.shows(
    '说明中写明现稿和条款，第一人的修改未被覆盖',
    'the answer names the present text and the clause, and the first change stands',
    problem?.facts?.['current'] === now.text.hash && now.content.includes(ONE),
  );
  await lookAtBoth(scene, both);
  await elsewhereAtOnce(scene, both);
  const { text } = await changing(story, STAGE);
  const merged = '建设全院统一、安全可控的医院信息平台。';
  await second.act(stream, 'revise', edit(text, ONE, merged, '合并两人修改'));
  await scene.tell('第二人据现稿合并后保存', 'the second merges both, and saves');
}

/** The text came from paper: it becomes clauses first. */
async function openTwice(scene: Scene, story: Story): Promise<AtOnce> {
  const [first, second] = [await office(story), await person(story, 'zhuren')];
  const { stream, content } = await changing(story, STAGE);
  await first.act(stream, 'convert');
  const { text: base, content: same } = await changing(story, STAGE);
  scene.shows(
    '转换为条目化文稿，文字一字未变',
    'the text became clauses, and reads the same',
    base.scheme === 'tree@1' && same === content,
  );
  return { first, second, stream, base };
}

/** 合并预览: one clause in two wordings, and a change that met nobody. */
async function lookAtBoth(scene: Scene, { second, stream, base }: AtOnce): Promise<void> {
  const edits = [edit(base, CLAUSE, OTHER, ''), edit(base, HEADING, RENAMED, '')].flatMap(
    (each) => each.edits,
  );
  const view = await second.check(`${hrefOf(stream) ?? ''}/merge`, { base, edits }, MergeView);
  scene.shows(
    '合并预览并列显示两处文字及修改人，其他条款的修改直接并入',
    'the preview shows both wordings and who changed the clause, and takes what met nobody',
    view.conflicts
      .map(({ theirs, ours, by }) => [theirs, ours, by?.words.slice(0, '规划办'.length)].join())
      .join() === [ONE, OTHER, '规划办'].join() && view.merged.includes(RENAMED),
  );
}

/** What was changed on the old text at another clause is taken onto the newest. */
async function elsewhereAtOnce(scene: Scene, { second, stream, base }: AtOnce): Promise<void> {
  const { notices } = await second.act(stream, 'revise', edit(base, HEADING, RENAMED, '与市规划标题统一'));
  scene.shows(
    '旧稿上对其他条款的修改并入最新文稿',
    'a change of another clause is taken onto the newest text',
    notices.some(({ rule }) => rule === 'manuscript.rebased'),
  );
}

/** 合稿: three departments change one number, two of them against each other. */
async function mergeThree(scene: Scene, story: Story): Promise<void> {
  const clerk = await office(story);
  const { stream, text, content } = await changing(story, STAGE);
  const contributions: readonly Contribution[] = [
    { label: '信息科', text: content.replace(LEVEL, SEVEN) },
    { label: '医务科', text: content.replace(LEVEL, FIVE) },
    { label: '质控科', text: content.replace(LEVEL, SEVEN) },
  ];
  const merged = merge(content, contributions);
  const [conflict] = merged.conflicts;
  await scene.tell('信息科、医务科、质控科分别修改同一指标', 'three departments change one indicator');
  scene.shows(
    '合稿发现1处冲突：信息科、质控科7级，医务科5级',
    'one conflict: two say seven, one says five',
    merged.conflicts.length === 1 &&
      conflict?.versions.map(({ by }) => by.join('、')).join() === '信息科、质控科,医务科',
  );
  scene.shows(
    '冲突解决前不能合稿',
    'there is no text before it is settled',
    !settles(() => mergedText(merged, unsettled)),
  );
  const reason = '合稿冲突：经与市卫健委核实采用7级（信息科、质控科），医务科意见未采用';
  const whole = mergedText(
    merged,
    ({ versions }) => versions.find(({ by }) => by.includes('信息科'))?.lines ?? [],
  );
  await clerk.act(stream, 'revise', edit(text, LEVEL, SEVEN, reason));
  const now = await changing(story, STAGE);
  scene.shows('合稿结果与解决意见一致', 'the text is the merged one', now.content === whole);
  await settleElsewhere(scene, story, clerk);
}

function unsettled(): never {
  throw new Error('the conflict is not settled');
}

function settles(work: () => string): boolean {
  try {
    return work() !== '';
  } catch {
    return false;
  }
}

/** 文稿校核 names the other place. */
async function settleElsewhere(scene: Scene, story: Story, clerk: Session): Promise<void> {
  const { stream, text, content } = await changing(story, STAGE);
  const [found] = contradictions(content);
  scene.shows(
    '文稿校核指出另一处仍为6级',
    'the checkup names the place that still says six',
    `${found?.quote}${found?.message.zh}`.includes('6级'),
  );
  const mended = ELSEWHERE.replace('6级', '7级');
  await clerk.act(stream, 'revise', edit(text, ELSEWHERE, mended, '与正文统一', true));
  await scene.tell('另一处一并修改，形成送审稿', 'it is changed, too');
  const after = await overview(story);
  scene.shows(
    '转入院长办公会',
    'the dean’s meeting is next',
    after.stages.some(({ id, state }) => id === 'dean-meeting' && state === 'open'),
  );
}
