import type { CaseItem, ReturnPreview } from '@mouding/contract';
import type { Session } from '../../client/session.ts';
import { inParallel } from '../../in-parallel.ts';
import { publish } from '../open-case.ts';
import { collectInTime } from '../plays/collect.ts';
import { research } from '../plays/research.ts';
import { playScheme } from '../whole-case.ts';
import { headOf, holderOf, moveTo, type Story } from '../story.ts';
import {
  chapterItem,
  chaptersOf,
  cited,
  countersign,
  DRAFT,
  handIn,
  handInOthers,
  INITIATOR,
  look,
  NURSING,
  OTHER,
  others,
  owedBy,
  PERSONNEL,
  preview,
  REWRITTEN,
  withCountersigns,
} from './countersigned.ts';
import { expectConformance } from './conforming.ts';
import { S3 } from './expected-conformance.ts';
import { refusedBy } from './expecting.ts';
import { toTheDrafters } from './drafters.ts';
import type { Scenario, Scene } from './scenario.ts';

const LEAD = '副院长（医疗）';

/** What the first return is about: the clauses of 科教科. */
const RETURNED = [2, 3];

/** What everybody of the scenario shares. */
export interface Returns {
  readonly scene: Scene;
  readonly story: Story;
  readonly item: CaseItem;
  readonly lead: Session;
}

/** S3 退回跨并行会签: a chapter with two owners goes back while departments countersign it side by side. */
export const s3: Scenario = {
  id: 'S3',
  title: { zh: '退回跨并行会签', en: 'a return across parallel countersigns' },
  async play(scene) {
    const definition = withCountersigns(scene.definition);
    await publish(await scene.hospital.cast.as('office'), definition);
    const story = await scene.open({ definition, chapters: chaptersOf(definition, scene.chapters) });
    await playScheme(story);
    await research(story);
    await collectInTime(story);
    await moveTo(story, story.calendar.chapters, 9);
    const returns = {
      scene,
      story,
      item: await chapterItem(story, 6),
      lead: await holderOf(story, LEAD),
    };
    await handedIn(returns);
    await firstReturn(returns);
    await backAgain(returns);
    await secondReturn(returns);
    await toTheDrafters(returns);
    await expectConformance(scene, story, S3);
  },
};

const said = (judged: ReturnPreview['falls']): string => judged.map(({ words }) => words.zh).join('；');

/** Everybody hands in; of the sixth chapter the other owner and 组织人事科 countersign, 护理部 not yet. */
async function handedIn({ scene, story, item, lead }: Returns): Promise<void> {
  for (const department of [PERSONNEL, NURSING]) {
    const head = await headOf(story, department);
    await head.act(item.stream, 'give-input', { text: await head.keep(`${department}提供的思路和数据\n`) });
  }
  await handInOthers(story);
  await handIn(story, item, INITIATOR, DRAFT);
  await scene.tell('第六章由医务科报送，转有关科室会签', 'chapter 6 is handed in and goes round');
  scene.shows(
    '科教科、组织人事科、护理部各有一项会签待办，牵头领导有一项审定待办',
    'three departments owe a countersign each, the lead a sign-off',
    await everyoneOwes(story, item, lead, 'chapter.countersign'),
  );
  await inParallel(
    [() => countersign(story, item, OTHER), () => countersign(story, item, PERSONNEL, [2, 4])],
    2,
    (sign) => sign(),
  );
}

async function everyoneOwes(story: Story, item: CaseItem, lead: Session, verb: string): Promise<boolean> {
  const owed = await Promise.all(
    [OTHER, PERSONNEL, NURSING].map(async (name) => owedBy(await headOf(story, name), item)),
  );
  return (
    owed.every((verbs) => verbs.join() === verb) && (await owedBy(lead, item)).join() === 'chapter.sign-off'
  );
}

/** 退回 to 科教科 citing two clauses: shown first; what moved since is shown again, and only then is it done. */
async function firstReturn({ scene, story, item, lead }: Returns): Promise<void> {
  const educators = await headOf(story, OTHER);
  const to = (await look(story, item)).data.owners.find((id) => isTheirs(educators, id)) ?? '';
  const query = `to=${to}&clauses=${RETURNED.join()}`;
  const early = await preview(lead, item, query);
  await countersign(story, item, NURSING, [5]);
  const body = { reason: '专科数和平台数请与卫健委的口径核对。', to, clauses: RETURNED };
  await refusedBy(
    scene,
    'return.preview',
    '预览之后护理部会签，按旧预览退回',
    'the return is confirmed by a preview that 护理部 has overtaken',
    () => lead.act(item.stream, 'return', { ...body, preview: early.digest }),
  );
  const { version } = await look(story, item);
  const shown = await preview(lead, item, query);
  await showsFirst(scene, shown);
  scene.shows(
    '预览不留办理记录',
    'asking what it would do records nothing',
    (await look(story, item)).version === version,
  );
  const before = await others(story);
  await lead.act(item.stream, 'return', { ...body, preview: shown.digest });
  await scene.tell(`牵头领导将第六章退回科教科，涉及${cited(RETURNED)}`, 'it goes back to 科教科');
  scene.shows(
    '其余十章不受影响',
    'the other ten chapters are as they were',
    (await others(story)) === before,
  );
  scene.shows(
    '科教科有一项报送待办，护理部没有待办，牵头领导的审定待办已撤销',
    '科教科 owes the chapter, 护理部 nothing, the lead no sign-off',
    (await owedBy(educators, item)).join() === 'chapter.submit' &&
      (await owedBy(await headOf(story, NURSING), item)).length === 0 &&
      (await owedBy(lead, item)).length === 0,
  );
}

const isTheirs = ({ me }: Session, department: string): boolean =>
  me.capacities.some((held) => held.department?.id === department);

async function showsFirst(scene: Scene, shown: ReturnPreview): Promise<void> {
  await scene.tell(
    `退回预览：${said(shown.falls)}；${said(shown.stands.filter(({ of }) => of === 'countersign'))}`,
    'the preview of the return',
  );
  const fallen = shown.falls.map(({ of, because }) => `${of} ${because}`).toSorted();
  scene.shows(
    '科教科、组织人事科的会签失效',
    'the countersigns of 科教科 and 组织人事科 fall',
    fallen.join() === 'countersign cited,countersign rewrites',
  );
  scene.shows(
    '护理部的会签保留：所会签的段落未涉及',
    'that of 护理部 stands: its clause is left alone',
    said(shown.stands).includes('护理部的会签保留'),
  );
  scene.shows(
    '撤销审定待办，新增科教科报送待办，告知科教科',
    'the sign-off closes, 科教科 is asked and told',
    shown.closes.map(({ verb }) => verb).join() === 'chapter.sign-off' &&
      shown.opens.map(({ verb }) => verb).join() === 'chapter.submit' &&
      shown.told.join() === '科教科负责人',
  );
  scene.shows(
    '修改期限三个工作日，自退回之日起算',
    'three working days run from the return',
    shown.restarts.length === 1 && shown.restarts[0]?.name === 'due',
  );
}

/** 科教科 hands in again: straight to the lead; only those whose clauses it touched are asked again. */
async function backAgain({ scene, story, item, lead }: Returns): Promise<void> {
  await handIn(story, item, OTHER, REWRITTEN);
  await scene.tell(`科教科修改${cited(RETURNED)}两条后报送`, '科教科 hands it in with two clauses rewritten');
  scene.shows(
    '直接回到牵头领导',
    'it goes straight back to the lead',
    (await owedBy(lead, item)).length === 1,
  );
  const verbs = await Promise.all(
    [INITIATOR, PERSONNEL, NURSING].map(async (name) => owedBy(await headOf(story, name), item)),
  );
  scene.shows(
    '医务科、组织人事科重新会签，护理部不再会签',
    '医务科 and 组织人事科 are asked again, 护理部 is not',
    verbs.map((own) => own.join()).join('|') === 'chapter.countersign|chapter.countersign|',
  );
}

/** A second 退回, to the initiator, while one countersign is done and another is not; then nothing is changed. */
async function secondReturn({ scene, story, item, lead }: Returns): Promise<void> {
  await countersign(story, item, PERSONNEL, [2, 4]);
  const shown = await preview(lead, item, 'clauses=4');
  scene.shows(
    '再次退回：撤销医务科的会签待办，新增其报送待办',
    'the second return closes the countersign of 医务科 and asks it for the chapter',
    shown.closes.map(({ verb }) => verb).join() === 'chapter.countersign,chapter.sign-off' &&
      shown.opens.map(({ verb }) => verb).join() === 'chapter.submit',
  );
  await lead.act(item.stream, 'return', { reason: '人才数请核对。', clauses: [4], preview: shown.digest });
  await scene.tell('会签未毕，牵头领导再次退回首次报送的医务科', 'the lead sends it back to the initiator');
  const writer = await headOf(story, INITIATOR);
  scene.shows(
    '医务科只有一项待办',
    '医务科 owes one thing',
    (await owedBy(writer, item)).join() === 'chapter.submit',
  );
  await handIn(story, item, INITIATOR, REWRITTEN);
  await scene.tell('医务科核对无误，原稿报送', '医务科 hands in the same text');
  const { data } = await look(story, item);
  scene.shows(
    '原稿重报：保留的恰为退回时保留的，即护理部一份',
    'what stands is exactly what the return left standing: 护理部',
    Object.keys(data.countersigns).length === 1 &&
      (await owedBy(await headOf(story, NURSING), item)).length === 0,
  );
  await inParallel([OTHER, PERSONNEL], 2, (name) => countersign(story, item, name));
}
