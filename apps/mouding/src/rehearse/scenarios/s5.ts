import { resourceOf } from '@mouding/contract';
import type { z } from 'zod';
import { publish } from '../open-case.ts';
import { hold } from '../plays/meeting.ts';
import { meetingPlay } from '../plays/meetings.ts';
import { advance, headOf, itemOf, moveTo, office, person, stageNow, type Story } from '../story.ts';
import { obligationsOf } from './clockwork.ts';
import { expectConformance } from './conforming.ts';
import { S5 } from './expected-conformance.ts';
import { refusedBy } from './expecting.ts';
import type { Scenario, Scene } from './scenario.ts';
import { enterForum, opinionsNow, returnForm, returnMarked, settleForum } from './s5-opinions.ts';
import { takeOver } from './taken-over.ts';
import { changing, contradictions, withTraces } from './traced.ts';

const Consultation = resourceOf('consultation');
const Opinion = resourceOf('opinion');
const STAGE = 'consultation';
const GIVER = '医务科';
const [OPENED, CLOSED, CHANGED] = ['2026-01-16', '2026-02-16', '2026-03-02'];
const SHORT = '2026-01-26';
const FORUM = '2026-02-10';
/** The body says 31 and the targets say 31, but it is 36 that was agreed with the authority. */
const TARGET = '到2030年，省级以上重点专科达到31个。';
const ANNEX = '到2030年，省级以上重点专科达到31个，均通过复评。';
const PLAN = ['云岭市中医院“十五五”发展规划', '一、学科建设目标', TARGET, '二、绩效重点指标', ANNEX, ''].join(
  '\n\n',
);

/** S5 征求意见闭环: from a department's opinion to the changed clause, and the answer to whoever gave it. */
export const s5: Scenario = {
  id: 'S5',
  title: { zh: '征求意见闭环', en: 'what becomes of an opinion' },
  async play(scene) {
    const definition = withTraces(scene.definition);
    await publish(await scene.hospital.cast.as('office'), definition);
    await moveTo(scene, OPENED, 9);
    const story = await takeOver({ ...scene, definition }, PLAN, {}, STAGE);
    await scene.tell('规划征求意见稿发各科室，期限30日', 'the departments have 30 days for their opinions');
    await shortened(scene, story);
    const opinion = await asked(scene, story);
    await disposed(scene, story, opinion);
    await traced(scene, story, opinion);
    await sentOn(scene, story);
    await answered(scene, story, opinion);
    await expectConformance(scene, story, S5);
  },
};

/** 缩短期限: never without a reason; with one it shows, and whoever is asked reads why. */
async function shortened(scene: Scene, story: Story): Promise<void> {
  const { stream, href } = await itemOf(story, STAGE, 'consultation');
  const director = await person(story, 'zhuren');
  const before = (await director.read(href, Consultation)).data.due;
  const bare = await director.act(stream, 'set-window', { until: SHORT }).then(
    () => null,
    (error: unknown) => error,
  );
  scene.shows(
    '缩短至10日而不写理由：请求不能受理，期限不变',
    'ten days without a reason: not accepted, the window stays',
    bare instanceof Error && (await director.read(href, Consultation)).data.due === before,
  );
  const reason = '市卫健委要求2月底前报送';
  const { notices } = await director.act(stream, 'set-window', { until: SHORT, reason });
  scene.shows(
    '写明理由缩短至10日：程序提示少于30日',
    'with a reason: it shows that 30 days are the least',
    notices.some(({ rule }) => rule === 'consultation.window'),
  );
  await director.act(stream, 'set-window', { until: CLOSED, reason: '报送时间推迟，恢复原期限' });
  await scene.tell('规划办主任恢复原期限', 'the director restores the window');
}

/** One department objects to the number, the others have nothing to say. Answers the opinion. */
async function asked(scene: Scene, story: Story): Promise<string> {
  const { stream } = await itemOf(story, STAGE, 'consultation');
  const wording = '应为36个，请核实并全文统一。';
  await returnMarked(scene, story, { giver: GIVER, plan: PLAN, quote: TARGET });
  const made = await returnForm(scene, story, { giver: GIVER, quote: TARGET, wording });
  for (const { name } of story.hospital.plan.departments)
    if (name !== GIVER) await (await headOf(story, name)).act(stream, 'reply-none');
  const clerk = await office(story);
  await clerk.act(stream, 'close');
  await scene.tell(`${GIVER}对“31个”提出意见，其余科室无意见`, 'one department objects to a number');
  await refusedBy(scene, 'consult.disposed', '未拟定采纳情况即办结征求意见', 'ended without a proposal', () =>
    advance(story, STAGE),
  );
  return made;
}

type Seen = z.infer<typeof Opinion>;
const opinionNow = async (story: Story, opinion: string): Promise<Seen> =>
  (await office(story)).read(`/v1/opinions/${opinion.split('/')[1]}`, Opinion);

/** 拟采纳情况 by the office, fixed by 领导小组; before that nothing is revised for the bodies. */
async function disposed(scene: Scene, story: Story, opinion: string): Promise<void> {
  await (await office(story)).act(opinion, 'propose', { disposition: 'adopted', reason: '' });
  await advance(story, STAGE);
  scene.shows(
    '拟采纳后提交领导小组，送审环节尚未开始',
    'proposed, it goes to the leading group; the text is not yet for the bodies',
    (await stageNow(story, 'revision')).state !== 'open' &&
      (await opinionNow(story, opinion)).status !== 'fixed',
  );
  await hold(story, meetingPlay(story, 'group-discussion'));
  await scene.tell('领导小组讨论，采纳该意见', 'the leading group adopts it');
  scene.shows(
    '采纳情况已研究确定，转入修改完善',
    'what becomes of it is settled, and the text is revised',
    (await opinionNow(story, opinion)).status === 'fixed' &&
      (await stageNow(story, 'revision')).state === 'open',
  );
}

const mending = (quote: string, opinion: string) => ({
  label: '讨论修改稿',
  edits: [{ quote, replacement: quote.replace('31个', '36个'), cites: opinion, reason: '采纳' }],
  done: false,
});

/** 采纳 needs a change that cites it; one that mends the annex alone is found by 文稿校核. */
async function traced(scene: Scene, story: Story, opinion: string): Promise<void> {
  await moveTo(story, CHANGED, 10);
  const clerk = await office(story);
  const { stream, text } = await changing(story, 'revision');
  await refusedBy(scene, 'revise.adopted', '没有对应修改即办结修改完善', 'ended without a change', () =>
    clerk.act(stream, 'revise', { base: text, label: '送审稿', edits: [], done: true }),
  );
  const [before] = await opinionsNow(story);
  await clerk.act(stream, 'revise', { base: text, ...mending(ANNEX, opinion) });
  const [traced] = await opinionsNow(story);
  scene.shows(
    '意见清单：采纳而无对应修改的有标记，修改后消除',
    'the list marks what was adopted without a change, until there is one',
    before?.traced === false && traced?.traced === true && traced.changes === 1,
  );
  await scene.tell('规划办只修改了指标部分', 'the office changes the annex alone');
  const half = await changing(story, 'revision');
  const [found] = contradictions(half.content);
  scene.shows(
    '文稿校核指出另一处仍为31个',
    'the checkup names the place that still says 31',
    found !== undefined && `${found.quote}${found.message.zh}`.includes('31个'),
  );
  await clerk.act(stream, 'revise', { base: half.text, ...mending(TARGET, opinion) });
  await scene.tell('规划办修改正文', 'the office changes the body, too');
  const whole = await changing(story, 'revision');
  scene.shows(
    '文稿校核不再指出该处',
    'the checkup finds nothing there any more',
    contradictions(whole.content).length === 0,
  );
}

/** 送审: held until what becomes of the last opinion, which came in on paper, is settled too. */
async function sentOn(scene: Scene, story: Story): Promise<void> {
  const clerk = await office(story);
  const forum = await enterForum(scene, story, FORUM);
  const { stream, text } = await changing(story, 'revision');
  const finish = () => clerk.act(stream, 'revise', { base: text, label: '送审稿', edits: [], done: true });
  await refusedBy(
    scene,
    'opinion.final',
    '意见采纳情况未全部确定即送审',
    'sent on before every opinion is settled',
    finish,
  );
  await settleForum(scene, story, forum);
  await finish();
  await scene.tell('意见全部确定，形成送审稿', 'every opinion is settled, and the text goes on');
}

/** The giver is told, objects once, and is answered. */
async function answered(scene: Scene, story: Story, opinion: string): Promise<void> {
  const head = await headOf(story, GIVER);
  scene.shows(
    `${GIVER}的待办：查看采纳情况`,
    'the giver finds among its tasks what became of it',
    (await obligationsOf(head, opinion)).includes('opinion.note'),
  );
  await head.act(opinion, 'object', { objection: '请同时在附表中注明统计口径。' });
  await refusedBy(scene, 'opinion.answered', '第二次提出异议', 'a second objection', () =>
    head.act(opinion, 'object', { objection: '再次请求注明。' }),
  );
  await (await office(story)).act(opinion, 'explain', { answer: '统计口径在编制说明中列明。' });
  await scene.tell('规划办答复异议', 'the office answers the objection');
  scene.shows(
    '异议已答复，意见办结',
    'answered, and closed',
    (await opinionNow(story, opinion)).status === 'explained',
  );
}
