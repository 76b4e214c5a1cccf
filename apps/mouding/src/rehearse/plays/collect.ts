import { addDays } from '@mouding/core';
import { resourceOf, type CaseItem } from '@mouding/contract';
import { inParallel } from '../../in-parallel.ts';
import { until } from '../../until.ts';
import { inventContribution } from '../invented-texts.ts';
import { advance, headOf, holderOf, itemsOf, moveTo, office, type Story } from '../story.ts';
import { handOver } from '../word-desk.ts';

const Contribution = resourceOf('contribution');

const STAGE = 'contributions';
const ABREAST = 4;

/** A contribution and the department that owes it. */
interface Owed {
  readonly item: CaseItem;
  readonly department: string;
  readonly content: string;
}

/** Departments that let the date pass. */
const TARDY = 2;

/**
 * 科室发展规划: every department hands in, clinical ones too. One is sent back once and mends its plan; two let the date
 * pass and hand in two days later, which the director accepts with a reason, and the mark 逾期 stays.
 */
export async function collect(story: Story): Promise<void> {
  const { calendar, random } = story;
  const owed = await owedBy(story);
  const first = random.below(owed.length - TARDY);
  const tardy = owed.slice(first, first + TARDY);
  const timely = owed.filter((one) => !tardy.includes(one));
  await moveTo(story, calendar.contributions, 17);
  await inParallel(timely, ABREAST, (one) => handIn(story, one, one === timely[0]));
  await handInLate(story, tardy);
  await advance(story, STAGE);
}

/** Every department hands in on the last day. */
export async function collectInTime(story: Story): Promise<void> {
  await moveTo(story, story.calendar.contributions, 17);
  await inParallel(await owedBy(story), ABREAST, (one) => handIn(story, one, false));
  await advance(story, STAGE);
}

async function owedBy(story: Story): Promise<readonly Owed[]> {
  const items = await itemsOf(story, STAGE, 'contribution');
  return story.hospital.plan.departments.flatMap(({ name }) => {
    const item = items.find(({ label }) => label === `${name}发展规划`);
    return item ? [{ item, department: name, content: inventContribution(name, story.random) }] : [];
  });
}

async function handIn(story: Story, { item, department, content }: Owed, isReturned: boolean): Promise<void> {
  const head = await headOf(story, department);
  const submit = async (text: string): Promise<void> =>
    void (await head.act(item.stream, 'submit', await handOver(story.desk, head, item.label, text)));
  if (isReturned) {
    await submit(`${content}\n（年度目标待补充。）\n`);
    await (await office(story)).act(item.stream, 'return', { reason: '请补充年度目标和所需资源测算。' });
  }
  await submit(content);
  await (await office(story)).act(item.stream, 'accept');
}

async function handInLate(story: Story, tardy: readonly Owed[]): Promise<void> {
  await moveTo(story, addDays(story.calendar.contributions, 2), 10);
  const director = await holderOf(story, '规划办主任');
  for (const { item, department, content } of tardy) {
    const head = await headOf(story, department);
    await until('the mark of a contribution that fell due', async () => {
      const { data } = await head.read(item.href, Contribution);
      return data.late || undefined;
    });
    await head.act(item.stream, 'submit', await handOver(story.desk, head, item.label, content));
    await director.act(item.stream, 'accept', { reason: '已电话催办，科室说明了原因，材料齐全。' });
  }
}
