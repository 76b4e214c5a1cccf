import { IndicatorTable } from '@mouding/contract';
import { addDays, dayOf } from '@mouding/core';
import { inventedIndicators, type InventedIndicator } from '../invented-indicators.ts';
import { headOf, office, overview, type Story } from '../story.ts';

type Row = IndicatorTable['rows'][number];

/** Departments of the invented figures that this hospital has. */
const ofHouse = ({ hospital }: Story): readonly InventedIndicator[] =>
  inventedIndicators.filter(({ department }) =>
    hospital.plan.departments.some(({ name }) => name === department),
  );

/** 指标填报: defined, given to departments, filled in by each, confirmed by the office, and settled. */
export async function fillIndicators(story: Story): Promise<void> {
  const stream = await assign(story, 14);
  for (const [department, rows] of Map.groupBy(ofHouse(story), (one) => one.department))
    await fillIn(story, stream, department, rows);
  await confirm(
    story,
    stream,
    ofHouse(story).map(({ is }) => is.name),
  );
  await settle(story, stream);
}

/** The same, in its middle: some confirmed, some filled in, one sent back, the others still owed. */
export async function fillIndicatorsPartly(story: Story): Promise<void> {
  const stream = await assign(story, 21);
  for (const department of ['医务科', '质控科', '财务科', '护理部'])
    await fillIn(
      story,
      stream,
      department,
      ofHouse(story).filter((one) => one.department === department),
    );
  await confirm(story, stream, ['实际开放床位', '年门急诊量', '资产负债率', '中医护理方案实施率']);
  const [back] = (await tableOf(story)).filter(({ name }) => name === '病案首页主要诊断编码正确率');
  const reason = '请按质控中心公布的口径重新核对，并注明抽检例数。';
  if (back) await (await office(story)).act(stream, 'return', { rows: [back.row], reason });
}

/** What is left of 指标填报: every figure that is owed is filled in, confirmed and settled. */
export async function fillIndicatorsRest(story: Story): Promise<void> {
  const { stream, rows: before } = await wholeTable(story);
  if (stream === null) return;
  const owed = (status: Row['status']): boolean => status === 'assigned' || status === 'returned';
  for (const [department, rows] of Map.groupBy(ofHouse(story), (one) => one.department)) {
    const own = rows.filter(({ is }) => before.some(({ name, status }) => name === is.name && owed(status)));
    if (own.length > 0) await fillIn(story, stream, department, own);
  }
  const filled = (await tableOf(story)).filter(({ status }) => status === 'filled');
  if (filled.length > 0)
    await confirm(
      story,
      stream,
      filled.map(({ name }) => name),
    );
  if (before.some(({ disposition }) => disposition === null)) await settle(story, stream);
}

const wholeTable = async (story: Story): Promise<IndicatorTable> =>
  (await office(story)).read(`/v1/cases/${story.caseId}/indicators`, IndicatorTable);

const tableOf = async (story: Story): Promise<readonly Row[]> => (await wholeTable(story)).rows;

/** @param days until the last day to fill them in */
async function assign(story: Story, days: number): Promise<string> {
  const session = await office(story);
  const wanted = ofHouse(story);
  const { made } = await session.make('indicator', { case: story.caseId, rows: wanted.map(({ is }) => is) });
  const due = addDays(dayOf((await overview(story)).now), days);
  const rows = await tableOf(story);
  for (const [name, of] of Map.groupBy(wanted, ({ department }) => department))
    await session.act(made, 'assign', {
      rows: rows.filter((row) => of.some(({ is }) => is.name === row.name)).map(({ row }) => row),
      department: await idOf(story, name),
      due,
    });
  return made;
}

async function idOf(story: Story, department: string): Promise<string | undefined> {
  const { me } = await headOf(story, department);
  return me.capacities.find(({ as }) => as === 'department-head')?.department?.id;
}

async function fillIn(
  story: Story,
  stream: string,
  department: string,
  wanted: readonly InventedIndicator[],
): Promise<void> {
  const rows = await tableOf(story);
  const filled = wanted.flatMap(({ is, current, target }) => {
    const row = rows.find(({ name }) => name === is.name)?.row;
    return row === undefined ? [] : [{ row, current, target, basis: is.source }];
  });
  await (await headOf(story, department)).act(stream, 'fill', { rows: filled });
}

async function confirm(story: Story, stream: string, names: readonly string[]): Promise<void> {
  const rows = (await tableOf(story)).filter(({ name }) => names.includes(name));
  await (
    await office(story)
  ).act(stream, 'confirm', {
    rows: rows.map(({ row, current, target }) => ({ row, current, target })),
  });
}

const REASONS = {
  continue: '指标口径不变，继续考核',
  adjust: '上一轮目标已接近完成，提高要求',
  new: '医保支付方式改革后新增',
} as const;

async function settle(story: Story, stream: string): Promise<void> {
  const rows = await tableOf(story);
  for (const [disposition, of] of Map.groupBy(ofHouse(story), (one) => one.disposition))
    await (
      await office(story)
    ).act(stream, 'settle', {
      rows: rows.filter((row) => of.some(({ is }) => is.name === row.name)).map(({ row }) => row),
      disposition,
      reason: REASONS[disposition],
    });
}
