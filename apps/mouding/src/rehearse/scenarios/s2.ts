import { resourceOf, type CaseItem, type Problem } from '@mouding/contract';
import type { z } from 'zod';
import type { Session } from '../../client/session.ts';
import { inParallel } from '../../in-parallel.ts';
import { playScheme } from '../whole-case.ts';
import { chapters } from '../plays/chapters.ts';
import { research } from '../plays/research.ts';
import { advance, headOf, itemOf, itemsOf, moveTo, office, person, type Story } from '../story.ts';
import { expectConformance } from './conforming.ts';
import { S2 } from './expected-conformance.ts';
import {
  explains,
  openWithGrace,
  overTheWeekend,
  registered,
  released,
  withinGrace,
} from './after-the-date.ts';
import { exactly } from './clockwork.ts';
import { LOCKED_WPS, planFile, whenRead } from './originals.ts';
import { refusedBy } from './expecting.ts';
import type { Scenario, Scene } from './scenario.ts';

const Contribution = resourceOf('contribution');
const Manuscript = resourceOf('manuscript');
const STAGE = 'contributions';
const [LAST, NEXT] = ['2025-12-10', '2025-12-11'];
/** Those whom the scenario is about; everybody else hands in the day before. */
const NAMED = ['医务科', '信息科', '基建科', '护理部', '工会', '总务科', '设备科'];
/** What the register says in the end: nothing takes a mark away. */
const REGISTER = {
  医务科: '',
  信息科: '逾期',
  基建科: '',
  护理部: '延期',
  工会: '零报告',
  设备科: '逾期、延期',
  总务科: '逾期、缺报（经批准）',
};
const ABREAST = 4;

/** S2 迟报、延期、零报告: what becomes of six departments around 24:00 of the last day. */
export const s2: Scenario = {
  id: 'S2',
  title: { zh: '迟报、延期、零报告', en: 'late, extended, nothing to report' },
  async play(scene) {
    const story = await scene.open();
    await playScheme(story);
    await research(story);
    const drill = await openWithGrace(scene, story, LAST);
    await before(scene, story);
    await explains(scene, story, '护理部');
    await lastMinutes(scene, story);
    await nextMorning(scene, story);
    await withinGrace(scene, drill);
    await lateOnes(scene, story);
    await overTheWeekend(scene, story, '设备科');
    await extended(scene, story);
    await compile(scene, story);
    await registered(scene, story, REGISTER);
    await expectConformance(scene, story, S2);
  },
};

async function itemFor(story: Story, department: string): Promise<CaseItem> {
  const items = await itemsOf(story, STAGE, 'contribution');
  const item = items.find(({ label }) => label === `${department}发展规划`);
  if (!item) throw new Error(`${department} is not asked`);
  return item;
}

type Seen = z.infer<typeof Contribution>;
const look = async (story: Story, { href }: CaseItem): Promise<Seen> =>
  (await office(story)).read(href, Contribution);

async function handIn(story: Story, department: string): Promise<void> {
  const head = await headOf(story, department);
  const { stream } = await itemFor(story, department);
  await head.act(stream, 'submit', { text: await head.keep(`${department}“十五五”发展规划\n`) });
}

const accept = async (story: Story, { stream }: CaseItem, body: object = {}): Promise<void> =>
  void (await (await office(story)).act(stream, 'accept', body));

async function before(scene: Scene, story: Story): Promise<void> {
  await moveTo(story, '2025-12-08', 10);
  const director = await person(story, 'zhuren');
  const nursing = await itemFor(story, '护理部');
  await director.act(nursing.stream, 'extend', { until: '2025-12-15', reason: '护理部负责人更替' });
  await scene.tell(
    '护理部申请延期，规划办主任批准至12月15日',
    'the director gives the nursing department until 12-15',
  );
  const equipment = await itemFor(story, '设备科');
  await director.act(equipment.stream, 'extend', { until: '2025-12-12', reason: '等待设备论证' });
  await scene.tell('设备科延期至12月12日', 'the equipment department has until Friday, 12-12');
  await moveTo(story, '2025-12-09', 15);
  const others = story.hospital.plan.departments.filter(({ name }) => !NAMED.includes(name));
  await inParallel(others, ABREAST, async ({ name }) => {
    await handIn(story, name);
    await accept(story, await itemFor(story, name));
  });
  const union = await itemFor(story, '工会');
  await (await headOf(story, '工会')).act(union.stream, 'report-none');
  await accept(story, union);
  await scene.tell(
    '工会零报告，其余24个科室如期报送，均已受理',
    'the union reports nothing; 24 others hand in',
  );
  scene.shows('工会：零报告', 'the union: nothing to report', (await look(story, union)).status === 'none');
}

/** A department at its form. */
interface Handing {
  readonly head: Session;
  readonly item: CaseItem;
}
const handing = async (story: Story, department: string): Promise<Handing> => ({
  head: await headOf(story, department),
  item: await itemFor(story, department),
});

/** 23:50 to 00:10: what arrives when, and what a form that was opened earlier is worth. */
async function lastMinutes(scene: Scene, story: Story): Promise<void> {
  const medical = await handing(story, '医务科');
  const informatics = await handing(story, '信息科');
  const works = await handing(story, '基建科');
  await exactly(story, LAST, '23:50:00');
  const plan = await medical.head.keep('医务科规划\n');
  const draft = await informatics.head.keep('信息科规划\n');
  for (const { head, item } of [medical, informatics]) await head.read(item.href, Contribution);
  await scene.tell('信息科打开报送页面，尚未提交', 'informatics opens its form');
  await exactly(story, LAST, '23:59:00');
  const wps = await works.head.keepFile('基建科规划.wps', LOCKED_WPS);
  await works.head.act(works.item.stream, 'submit', { original: wps });
  await scene.tell('基建科上传.wps原件并报送', 'works hands in a .wps file');
  await exactly(story, LAST, '23:59:58');
  await medical.head.act(medical.item.stream, 'submit', { text: plan });
  await scene.tell('医务科报送', 'the medical department hands in');
  await exactly(story, NEXT, '00:00:03');
  await informatics.head.act(informatics.item.stream, 'submit', { text: draft });
  await scene.tell('信息科提交', 'informatics presses the button');
  await exactly(story, NEXT, '00:10:00');
  const unread = await whenRead(works.head, works.item);
  await scene.tell('基建科的.wps设有密码，无法转换', 'the .wps has a password and cannot be converted');
  scene.shows(
    '基建科看到原因和补正办法',
    'works is told why, and what to do',
    unread.data.reading?.trouble?.said.zh.includes('密码') === true &&
      unread.data.reading.trouble.needs.zh !== '',
  );
  await showMarks(scene, story);
}

async function showMarks(scene: Scene, story: Story): Promise<void> {
  const timely = await look(story, await itemFor(story, '医务科'));
  const late = await look(story, await itemFor(story, '信息科'));
  const unread = await look(story, await itemFor(story, '基建科'));
  scene.shows(
    '医务科23:59:58报送，不逾期',
    '23:59:58 is in time',
    !timely.data.late && timely.status === 'handed-in',
  );
  scene.shows(
    '信息科00:00:03提交：已收到（逾期，待受理）',
    '00:00:03 is received, with its mark',
    late.data.late && late.words === '已收到（逾期，待受理）',
  );
  scene.shows(
    '基建科：请补正，报送时间仍为23:59',
    'works is asked for another file, and its time stands',
    unread.words === '请补正' && !unread.data.late && hourIn(unread.data.received) === '23:59',
  );
}

/** Hour and minute in Beijing. */
const hourIn = (at: string | null): string =>
  at === null ? '' : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);

async function nextMorning(scene: Scene, story: Story): Promise<void> {
  const silent = await itemFor(story, '总务科');
  await exactly(story, NEXT, '07:59:00');
  const early = await look(story, silent);
  scene.shows(
    '次日上班前，尚未提请审阅',
    'nobody is told before work begins',
    early.data.proposed.length === 0 && early.data.escalated.length === 0,
  );
  await exactly(story, NEXT, '08:00:00');
  await released(scene, story, '总务科', '副院长（综合）');
  const nursing = await look(story, await itemFor(story, '护理部'));
  scene.shows(
    '护理部在延期内，不逾期',
    'nursing is not overdue',
    !nursing.data.late && nursing.data.escalated.length === 0,
  );
}

async function lateOnes(scene: Scene, story: Story): Promise<void> {
  const [medical, informatics, works] = [
    await itemFor(story, '医务科'),
    await itemFor(story, '信息科'),
    await itemFor(story, '基建科'),
  ];
  await accept(story, medical);
  await mendedPlan(scene, story, works);
  const reason = '提交时网络中断，经核实';
  await refusedBy(
    scene,
    'contribution.late-director',
    '经办人受理逾期的信息科',
    'the office accepts the late one',
    () => accept(story, informatics, { reason }),
  );
  const director = await person(story, 'zhuren');
  await refusedBy(scene, 'contribution.late-reason', '主任不说明理由', 'the director gives no reason', () =>
    director.act(informatics.stream, 'accept'),
  );
  await director.act(informatics.stream, 'accept', { reason });
  await scene.tell('规划办主任说明理由，受理信息科', 'the director accepts it with a reason');
  const marked = await look(story, informatics);
  scene.shows(
    '信息科：已受理（逾期），标记保留',
    'the mark stays',
    marked.data.late && marked.words === '已受理（逾期）',
  );
}

/** The file that replaces the one that could not be read: read, checked, confirmed and accepted. */
async function mendedPlan(scene: Scene, story: Story, works: CaseItem): Promise<void> {
  const head = await headOf(story, '基建科');
  const file = await planFile('一、发展目标\n新建综合楼一栋。\n', '基建科');
  const docx = await head.keepFile('基建科规划.docx', file);
  await head.act(works.stream, 'submit', { original: docx });
  const { data: read } = await whenRead(head, works);
  await (await office(story)).act(works.stream, 'check-import', { text: read.text });
  await head.act(works.stream, 'confirm-text', { text: read.text });
  await scene.tell('基建科补正的.docx已读入、核对、确认', 'the .docx is read, checked and confirmed');
  await accept(story, works);
  const mended = await look(story, works);
  scene.shows(
    '基建科补正后仍按23:59计',
    'the file that replaces it counts from 23:59',
    !mended.data.late && mended.status === 'accepted' && hourIn(mended.data.received) === '23:59',
  );
}

async function extended(scene: Scene, story: Story): Promise<void> {
  await exactly(story, '2025-12-15', '23:00:00');
  await handIn(story, '护理部');
  const nursing = await itemFor(story, '护理部');
  await accept(story, nursing);
  await scene.tell('护理部在延期内报送并受理', 'nursing hands in within its time');
  scene.shows('护理部不逾期', 'it is not late', !(await look(story, nursing)).data.late);
}

async function compile(scene: Scene, story: Story): Promise<void> {
  await advance(story, STAGE);
  await chapters(story);
  await moveTo(story, story.calendar.draft, 10);
  const manuscript = await itemOf(story, 'draft', 'manuscript');
  const silent = await look(story, await itemFor(story, '总务科'));
  const { department } = silent.data;
  const clerk = await office(story);
  const blocked = await refusedBy(
    scene,
    'compile.complete',
    '缺总务科，汇编初稿',
    'the draft without it',
    () => clerk.act(manuscript.stream, 'compile', { label: '初稿' }),
  );
  scene.shows(
    '暂不能办理的说明点名总务科，只点总务科',
    'the refusal names it, and nobody else',
    namesOnly(blocked, '总务科', department),
  );
  const without = [{ department, reason: '经催办仍未报送，先行汇编' }];
  await refusedBy(scene, 'compile.waiver', '经办人作缺报豁免', 'the office waives it', () =>
    clerk.act(manuscript.stream, 'compile', { label: '初稿', without }),
  );
  const director = await person(story, 'zhuren');
  await director.act(manuscript.stream, 'compile', { label: '初稿', without });
  await scene.tell('规划办主任注明缺报豁免，汇编初稿', 'the director waives it by name');
  const { data } = await clerk.read(manuscript.href, Manuscript);
  scene.shows(
    '初稿上注明：缺总务科',
    'the draft says what it does without',
    data.without.length === 1 && data.without[0]?.department === department,
  );
}

const namesOnly = (problem: Problem | undefined, name: string, department: string): boolean =>
  JSON.stringify(problem?.facts?.['departments']) === JSON.stringify([department]) &&
  problem?.said?.zh.includes(name) === true;
