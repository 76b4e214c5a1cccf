import { addDays } from '@mouding/core';
import { resourceOf, type CaseItem } from '@mouding/contract';
import { inParallel } from '../../in-parallel.ts';
import { until } from '../../until.ts';
import { inventContribution } from '../invented-texts.ts';
import { advance, headOf, itemsOf, moveTo, office, type Story } from '../story.ts';

const Contribution = resourceOf('contribution');

const STAGE = 'contributions';
const ABREAST = 4;

/** A contribution and the department that owes it. */
interface Owed {
  readonly item: CaseItem;
  readonly department: string;
  readonly content: string;
}

/**
 * 科室发展规划: every department hands in, clinical ones too. One lets the date pass and hands in two days later: it is
 * taken all the same, and the mark 逾期 stays.
 */
export async function collect(story: Story): Promise<void> {
  const { calendar, random } = story;
  const owed = await owedBy(story);
  const tardy = owed[random.below(owed.length)];
  await moveTo(story, calendar.contributions, 17);
  await inParallel(
    owed.filter((one) => one !== tardy),
    ABREAST,
    (one) => handIn(story, one),
  );
  if (tardy) await handInLate(story, tardy);
  await advance(story, STAGE);
}

/** Every department hands in on the last day. */
export async function collectInTime(story: Story): Promise<void> {
  await moveTo(story, story.calendar.contributions, 17);
  await inParallel(await owedBy(story), ABREAST, (one) => handIn(story, one));
  await advance(story, STAGE);
}

async function owedBy(story: Story): Promise<readonly Owed[]> {
  const items = await itemsOf(story, STAGE, 'contribution');
  return story.hospital.plan.departments.flatMap(({ name }) => {
    const item = items.find(({ label }) => label === `${name}发展规划`);
    return item ? [{ item, department: name, content: inventContribution(name, story.random) }] : [];
  });
}

async function handIn(story: Story, { item, department, content }: Owed): Promise<void> {
  const head = await headOf(story, department);
  await head.act(item.stream, 'submit', { text: await head.keep(content) });
  await (await office(story)).act(item.stream, 'accept');
}

async function handInLate(story: Story, owed: Owed): Promise<void> {
  await moveTo(story, addDays(story.calendar.contributions, 2), 10);
  const head = await headOf(story, owed.department);
  await until('the mark of a contribution that fell due', async () => {
    const { data } = await head.read(owed.item.href, Contribution);
    return data.late || undefined;
  });
  await handIn(story, owed);
}
