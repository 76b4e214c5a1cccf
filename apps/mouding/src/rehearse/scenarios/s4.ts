import type { TextRef } from '@mouding/core';
import { merge, mergedText, type Conflict, type Contribution } from '@mouding/text';
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
const CLAUSE = '建设互联互通的医院信息平台。';
const LEVEL = '到2030年，电子病历系统应用水平达到6级。';
const ELSEWHERE = '到2030年，电子病历系统应用水平达到6级，并通过互联互通测评。';
const PLAN = [
  '云岭市中医院“十五五”发展规划',
  '一、数字化医院建设',
  CLAUSE,
  LEVEL,
  '二、愿景目标',
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
  edits: [{ quote, replacement, cites: null, reason }],
  done,
});

/** The second of two who save the same clause gets both texts, and decides. */
async function saveTwice(scene: Scene, story: Story): Promise<void> {
  const [first, second] = [await office(story), await person(story, 'zhuren')];
  const { stream, text: base, content } = await changing(story, STAGE);
  const [one, other] = ['建设全院统一的医院信息平台。', '建设互联互通、安全可控的医院信息平台。'];
  await first.act(stream, 'revise', edit(base, CLAUSE, one, '规范表述'));
  const problem = await refusedBy(
    scene,
    'manuscript.base',
    '第二人就同一段保存',
    'the second saves the same clause',
    () => second.act(stream, 'revise', edit(base, CLAUSE, other, '补充安全要求')),
  );
  const now = await changing(story, STAGE);
  scene.shows(
    '说明中写明现稿，第一人的修改未被覆盖',
    'the answer names the present text, and the first change stands',
    problem?.facts?.['current'] === now.text.hash && now.content.includes(one),
  );
  const { conflicts } = merge(content, [
    { label: '现稿', text: now.content },
    { label: '本人', text: content.replace(CLAUSE, other) },
  ]);
  scene.shows(
    '两处文字并列显示，均未丢失',
    'both wordings stand side by side',
    conflicts.length === 1 && [one, other].every((words) => saysIn(conflicts, words)),
  );
  const both = '建设全院统一、安全可控的医院信息平台。';
  await second.act(stream, 'revise', edit(now.text, one, both, '合并两人修改'));
  await scene.tell('第二人据现稿合并后保存', 'the second merges both, and saves');
}

const saysIn = (conflicts: readonly Conflict[], words: string): boolean =>
  conflicts.some(({ versions }) => versions.some(({ lines }) => lines.join('').includes(words)));

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
