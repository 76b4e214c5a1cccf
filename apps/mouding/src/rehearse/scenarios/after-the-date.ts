import { ObligationPage, resourceOf, SubmissionRegister, type CaseItem } from '@mouding/contract';
import { readDefinition, type Definition } from '@mouding/core';
import { until } from '../../until.ts';
import { publish } from '../open-case.ts';
import { headOf, holderOf, itemsOf, office, person, type Story } from '../story.ts';
import { exactly, obligationsOf, whileDown } from './clockwork.ts';
import { askedOf } from './departments.ts';
import type { Scene } from './scenario.ts';

const Contribution = resourceOf('contribution');
const [FRIDAY, SATURDAY, MONDAY] = ['2025-12-12', '2025-12-13', '2025-12-15'];
const [RELEASE, SEE] = ['contribution.release-escalation', 'contribution.see-escalation'];

const look = async (story: Story, { href }: CaseItem) => (await office(story)).read(href, Contribution);

/** 提请审阅: what nobody has handed in goes to the office, and from there to the lead. */
export async function released(
  scene: Scene,
  story: Story,
  department: string,
  leader: string,
): Promise<void> {
  const item = await askedOf(story, department);
  const [clerk, lead] = [await office(story), await holderOf(story, leader)];
  const { data } = await look(story, item);
  const held = await obligationsOf(clerk, item.stream);
  scene.shows(
    `${department}：由规划办确认后才提请牵头领导`,
    'the office decides whether the lead is asked',
    data.proposed.length > 0 &&
      held.includes(RELEASE) &&
      !(await obligationsOf(lead, item.stream)).includes(SEE),
  );
  await clerk.act(item.stream, 'release-escalation');
  await scene.tell(
    `${department}逾期未报，规划办提请牵头领导审阅`,
    'the office puts what is owed before the lead',
  );
  scene.shows(
    `${department}：牵头领导待办中有“提请审阅”`,
    'it stands on the lead’s list',
    (await obligationsOf(lead, item.stream)).includes(SEE),
  );
  await lead.act(item.stream, 'see-escalation');
  scene.shows('牵头领导已阅', 'the lead takes note', !(await obligationsOf(lead, item.stream)).includes(SEE));
}

/**
 * More time until a Friday, whose end passes while the system is down: it falls due when the system is back, under its
 * own date. Nobody is told on Saturday; on Monday the office is asked.
 */
export async function overTheWeekend(scene: Scene, story: Story, department: string): Promise<void> {
  const item = await askedOf(story, department);
  const clerk = await office(story);
  await exactly(story, FRIDAY, '18:00:00');
  await scene.tell('系统停机，周五24时已过', 'the system is down while Friday ends');
  await whileDown(scene.urls, clerk.me.institution.id, `${SATURDAY}T00:00:00.000Z`);
  const saturday = await until(`${department} to fall due`, async () => {
    const seen = await look(story, item);
    return seen.data.late ? seen : undefined;
  });
  await scene.tell(
    `${department}的期限在停机期间届满，启动后补触发`,
    'what fell due meanwhile is made up for, with its own date',
  );
  await exactly(story, MONDAY, '08:00:00');
  const monday = await look(story, item);
  scene.shows(
    `${department}延期至${FRIDAY}（周五）仍未报：周六不提请，周一上班时提请`,
    'after a Friday it is the next working day, not the next day',
    saturday.data.proposed.length === 0 && monday.data.proposed.length > 0,
  );
  const head = await headOf(story, department);
  await head.act(item.stream, 'submit', { text: await head.keep(`${department}规划\n`) });
  const director = await person(story, 'zhuren');
  await director.act(item.stream, 'accept', { reason: '设备论证延误，经核实' });
  await scene.tell(
    `${department}补报，规划办主任说明理由受理`,
    'it comes late and is accepted with a reason',
  );
}

/** Every date says how it came to be. */
export async function explains(scene: Scene, story: Story, department: string): Promise<void> {
  const head = await headOf(story, department);
  const { stream } = await askedOf(story, department);
  const { items } = await head.read('/v1/obligations', ObligationPage);
  const why = items.find((each) => each.stream === stream)?.why.map(({ said }) => said.zh) ?? [];
  scene.shows(
    `${department}的期限：${why.join('；')}`,
    'the date explains itself',
    why.join() === '规定期限：2025年12月10日（含当日）,延期至2025年12月15日（2025年12月8日批准）',
  );
}

const DRILL = '宽限演练';
const GRACE = {
  id: 'grace-drill',
  title: DRILL,
  bodies: {},
  chapters: [],
  steps: [
    {
      id: 'material',
      kind: 'collect@1',
      title: '科室材料报送',
      with: { from: 'functional-departments', grace: { n: 2, unit: 'working' } },
      then: { collected: 'end' },
    },
  ],
};

/** A case of one stage whose procedure gives two working days of grace. */
export async function openWithGrace(scene: Scene, story: Story, day: string): Promise<Story> {
  const clerk = await office(story);
  const read = readDefinition(GRACE);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const definition: Definition = read.definition;
  await publish(clerk, definition);
  const scheme = await clerk.keep('宽限演练方案\n');
  const { made } = await clerk.make('case', {
    title: DRILL,
    procedure: definition.id,
    scheme,
    dates: { material: day },
  });
  return { ...scene.of(made.slice('case/'.length)), definition };
}

/** 宽限期: a hand-in after the date and within its grace is marked, and is not late. */
export async function withinGrace(scene: Scene, drill: Story): Promise<void> {
  const [item] = await itemsOf(drill, 'material', 'contribution');
  if (!item) throw new Error('nobody is asked');
  const department = item.label.replace('发展规划', '');
  const head = await headOf(drill, department);
  await head.act(item.stream, 'submit', { text: await head.keep('宽限期内的材料\n') });
  const { data, words } = await look(drill, item);
  scene.shows(
    `另一程序规定宽限2个工作日：${department}12月11日报送，${words}`,
    'within its grace it is marked and not late',
    words === '已收到（宽限期内），待受理' && data.inGrace && !data.late,
  );
}

/** 报送登记: every mark is there and stays. */
export async function registered(
  scene: Scene,
  story: Story,
  expected: { readonly [department: string]: string },
): Promise<void> {
  const clerk = await office(story);
  const { lines } = await clerk.read(`/v1/cases/${story.caseId}/submissions`, SubmissionRegister);
  const marks = (department: string): string =>
    lines
      .filter(({ kind, label }) => kind === 'contribution' && label === `${department}发展规划`)
      .flatMap((line) => line.marks.map(({ said }) => said.zh))
      .join('、');
  for (const [department, words] of Object.entries(expected))
    scene.shows(
      `报送登记——${department}：${words || '无标记'}`,
      `the register keeps its marks: ${department}`,
      marks(department) === words,
    );
}
