import { resourceOf } from '@mouding/contract';
import { addDays, daysBetween, type TextRef } from '@mouding/core';
import { diff, shownChange, tallyOf } from '@mouding/text';
import { diffLines } from '../../commands/diff-view.ts';
import { CALENDAR } from '../plan-calendar.ts';
import { answer, filingNow, PAPERS, send, sendPapers } from '../plays/authority.ts';
import { congress } from '../plays/congress.ts';
import { seal, sendOut, type IssuePlay } from '../plays/issue.ts';
import { hold } from '../plays/meeting.ts';
import { meetingPlay } from '../plays/meetings.ts';
import { advance, moveTo, office, overview, stageNow, type Story } from '../story.ts';
import { expectConformance } from './conforming.ts';
import { S10 } from './expected-conformance.ts';
import { amend, classify, decideAgain, INDICATORS, manuscriptNow, RETURNED } from './amending.ts';
import { refusedBy } from './expecting.ts';
import type { Scenario, Scene } from './scenario.ts';
import { takeOver } from './taken-over.ts';

const Filing = resourceOf('filing');
const Dossier = resourceOf('dossier');
const STAGE = 'authority';
const TAKEN_OVER = '2026-03-09';
/** The day by which the authority should have agreed. */
const DUE = '2026-05-22';
const DAY = 86_400_000;
/** How long the authority has the first sending. */
const AWAY = daysBetween(CALENDAR.filing, CALENDAR.returned);
const COMPARISON = '补正修改对照表';
const NUMBER = 12;

/** S10 卫健委退回补正: filed, sent back on three points, amended, decided again by one body, filed again, issued. */
export const s10: Scenario = {
  id: 'S10',
  title: { zh: '市卫健委退回补正', en: 'the authority sends the plan back' },
  async play(scene) {
    await moveTo(scene, TAKEN_OVER, 9);
    const plan = [...scene.chapters.map(({ content }) => content), INDICATORS].join('\n\n');
    const story = await takeOver(scene, plan, { [STAGE]: DUE });
    await hold(story, meetingPlay(story, 'party-committee'));
    await congress(story);
    await scene.tell('党委会、职代会通过规划', 'the Party committee and the congress have passed the plan');
    await file(scene, story);
    const before = await returned(scene, story);
    await amend(scene, story);
    await classify(scene, story);
    await decideAgain(scene, story);
    await fileAgain(scene, story, before);
    await goOut(scene, story, before);
    await expectConformance(scene, story, S10);
  },
};

async function filing(story: Story) {
  const { href } = await filingNow(story);
  return (await office(story)).read(href, Filing);
}

const time = (instant: string | null): number => Date.parse(instant ?? '');

/** 报送 and 签收; from then on the file is the authority's, and our date stands still. */
async function file(scene: Scene, story: Story): Promise<void> {
  await send(story);
  const clerk = await office(story);
  const { stream } = await filingNow(story);
  const on = CALENDAR.filing;
  const number = '云卫收〔2026〕77号';
  const elsewhere = { happened: on, medium: 'paper', book: '收发文簿第26页' };
  await clerk.act(stream, 'record-receipt', { number, on, signedBy: '市卫健委收文岗', elsewhere });
  await scene.tell('规划报市卫健委，对方签收', 'the plan is filed, and the authority signs for it');
  const { data } = await filing(story);
  scene.shows(
    `第1次报送，回执号${number}`,
    'sending 1, with the number of its receipt',
    data.no === 1 && data.receipt?.number === number,
  );
  const { paused, overdue } = await stageNow(story, STAGE);
  scene.shows('本环节计时中止', 'the clock of the stage stands still', paused && !overdue);
}

/** 退回补正 after some weeks. Answers the text that came back. */
async function returned(scene: Scene, story: Story): Promise<TextRef> {
  const { due } = await stageNow(story, STAGE);
  await answer(story, {
    on: CALENDAR.returned,
    outcome: 'returned',
    number: '云卫办函〔2026〕33号',
    words: `经审核，请就以下${RETURNED.length}点补正后重新报送：\n${RETURNED.map(({ point }, i) => `${i + 1}.${point}。`).join('\n')}`,
    points: RETURNED.map(({ point }) => point),
    then: 'answered',
  });
  await scene.tell('市卫健委退回补正，意见3点', 'the authority sends it back, on three points');
  const back = await stageNow(story, STAGE);
  scene.shows(
    `恢复计时，办结期限顺延${AWAY}天`,
    `the clock runs again, and the date is ${AWAY} days later`,
    !back.paused && time(back.due) - time(due) === AWAY * DAY,
  );
  const { stream } = await filingNow(story);
  await advance(story, STAGE);
  const { data } = await manuscriptNow(story);
  scene.shows(
    '转入补正修改，待补正3点',
    'the text is to be amended, on three points',
    (await stageNow(story, 'amendment')).state === 'open' &&
      data.amendment?.about === stream &&
      data.amendment?.points === RETURNED.length,
  );
  if (!data.text) throw new Error('there is no text to amend');
  return data.text;
}

/** What changed since the last sending, as the two texts have it. */
async function comparison(story: Story, before: TextRef): Promise<string> {
  const clerk = await office(story);
  const { stream, data } = await manuscriptNow(story);
  if (!data.text) throw new Error('there is no text to compare');
  const read = async (text: TextRef) => (await clerk.bytesOf(stream, text)).toString('utf8');
  const old = await read(before);
  const difference = diff(old, await read(data.text));
  const numbers = tallyOf(difference).numbers.map(shownChange);
  return [COMPARISON, `数字变动：${numbers.join('；')}`, ...diffLines(difference, old, 'zh', false), ''].join(
    '\n',
  );
}

/** 第2次报送 with the comparison, which the examiner reads; then 审议同意. */
async function fileAgain(scene: Scene, story: Story, before: TextRef): Promise<void> {
  await moveTo(story, addDays(CALENDAR.amendmentParty, 7), 10);
  const paper = await (await office(story)).keep(await comparison(story, before));
  await sendPapers(story, PAPERS, [{ title: COMPARISON, text: paper }]);
  await scene.tell('补正稿附修改对照表，重新报送', 'the amended plan is filed again, with its comparison');
  const { data } = await filing(story);
  const { texts } = await overview(story);
  scene.shows(
    '第2次报送，报送的是补正稿',
    'sending 2, of the amended text',
    data.no === 2 && data.text?.hash === texts.manuscript?.hash,
  );
  const dossier = await answer(story, {
    on: CALENDAR.approval,
    outcome: 'approved',
    number: '云卫规划〔2026〕17号',
    words: '经审议，同意你院补正后的发展规划，请认真组织实施。',
    points: [],
    then: 'answered',
  });
  await scene.tell('市卫健委审议同意', 'the authority approves it');
  await showsRead(scene, story, dossier, paper);
  await advance(story, STAGE);
}

async function showsRead(scene: Scene, story: Story, dossier: string, paper: TextRef): Promise<void> {
  const examiner = await story.authority.cast.as('jingban');
  const { data } = await examiner.read(`/v1/dossiers/${dossier.split('/')[1]}`, Dossier);
  const words = (await examiner.bytesOf(dossier, paper)).toString('utf8');
  const listed = words.split('\n').filter((line) => line.includes('[-') && line.includes('{+'));
  scene.shows(
    '市卫健委收到的第2次报送附有修改对照表，逐条列明改动',
    'the authority has sending 2 with the comparison of every change',
    data.no === 2 && listed.length === RETURNED.length && words.includes('4→5个'),
  );
}

/** 印发: the text that came back is not what was decided; the number is taken once. */
async function goOut(scene: Scene, story: Story, before: TextRef): Promise<void> {
  const on = CALENDAR.issue;
  const play: IssuePlay = { stage: 'issue', subject: 'manuscript', on, seq: NUMBER, signedBy: '党委书记' };
  const sealed = await seal(story, play);
  await scene.tell('补正稿签发、编号、用印', 'the amended plan is signed, numbered and sealed');
  const clerk = await office(story);
  const other = await refusedBy(
    scene,
    'issue.same-text',
    '印发退回前的原稿',
    'the text as it was before is issued',
    () => clerk.act(sealed.stream, 'publish', { text: before, on }),
  );
  scene.shows(
    '说明点名党委会审议和市卫健委审议同意',
    'the refusal names the Party committee and the authority',
    ['党委会审议', '市卫健委审议同意'].every((gate) => other?.said?.zh.includes(gate)),
  );
  await refusedBy(scene, 'issue.signed', '再编一个文号', 'a second number is taken', () =>
    clerk.act(sealed.stream, 'number', { number: `云市中医〔2026〕${NUMBER + 1}号` }),
  );
  await sendOut(story, play, sealed);
  await scene.tell('补正稿印发，各科室签收', 'the amended plan is issued and signed for');
  const { done } = await overview(story);
  scene.shows('全部办结', 'the case has ended', done);
}
