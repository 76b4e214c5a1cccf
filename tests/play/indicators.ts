import { Me, Resource } from '@mouding/contract';
import { addDays, dayOf } from '@mouding/core';
import type { Plan } from './plan.ts';
import { keep, overview, postOf, read, type Stage } from './stage.ts';

interface Row {
  readonly row: string;
  readonly name: string;
  readonly current: string | null;
  readonly target: string | null;
}

const DEFINED = [
  { name: '开放床位', unit: '张', type: 'stock', last: { value: '20', target: '30' } },
  { name: '药占比', unit: '%', type: 'ratio' },
];

/** 指标填报 in every way: filled in by 护理部 and by telephone, confirmed here and by the leader, sent back, settled, cited. */
export async function indicate({ stage, caseId }: Plan): Promise<string> {
  const { made } = await stage.give('office', 'indicator.define', '', { case: caseId, rows: DEFINED });
  const stream = made ?? '';
  const [beds, drugs] = await rowsOf(stage, stream);
  if (!beds || !drugs) throw new Error('no indicators');
  const now = dayOf(Me.parse(await read(stage, 'office', '/v1/me')).now);
  const department = await departmentOf(stage);
  const reviewer = await postOf(stage, 'lead');
  const to = { department, due: addDays(now, 30) };
  await stage.give('office', 'indicator.assign', stream, { rows: [beds.row], ...to });
  await stage.give('office', 'indicator.assign', stream, { rows: [drugs.row], ...to, reviewer });
  const text = await keep(stage, 'office', `“十四五”发展规划\n到2025年，开放床位达到30张。\n`);
  await stage.give('office', 'indicator.cite-plan', stream, { role: 'last-plan', title: '上一轮规划', text });
  const note = stage.words('indicator/note');
  await fill(stage, stream, [{ row: beds.row, current: '30', target: '36张', note }]);
  await fill(stage, stream, [{ row: drugs.row, target: '≤27%' }]);
  await confirm(stage, 'lead', stream, drugs.row);
  await stage.give('lead', 'indicator.return', stream, {
    rows: [drugs.row],
    reason: `口径不一致${stage.words('indicator/return')}`,
  });
  await stage.give('office', 'indicator.record', stream, {
    department,
    rows: [{ row: drugs.row, current: '30%', target: '≤26%' }],
    speaker: '统计员',
    caliber: '全院',
    elsewhere: { happened: now, medium: 'telephone', book: '电话记录簿第1页' },
  });
  await confirm(stage, 'office', stream, beds.row);
  await settle(stage, stream, beds.row, 'continue');
  await settle(stage, stream, drugs.row, 'new');
  await cite({ stage, caseId }, stream, beds.row);
  return stream;
}

async function rowsOf(stage: Stage, stream: string): Promise<readonly Row[]> {
  const { data } = Resource.parse(await read(stage, 'office', `/v1/indicators/${stream.split('/')[1]}`));
  return data['rows'] as readonly Row[];
}

async function departmentOf(stage: Stage): Promise<string> {
  const { capacities } = Me.parse(await read(stage, 'support', '/v1/me'));
  return capacities.find(({ as }) => as === 'department-head')?.department?.id ?? '';
}

const fill = (stage: Stage, stream: string, rows: readonly object[]) =>
  stage.give('support', 'indicator.fill', stream, { rows });

/** As they were read just before. */
async function confirm(stage: Stage, who: 'lead' | 'office', stream: string, row: string): Promise<void> {
  const found = (await rowsOf(stage, stream)).filter((each) => each.row === row);
  const rows = found.map(({ current, target }) => ({ row, current, target }));
  await stage.give(who, 'indicator.confirm', stream, { rows });
}

const settle = (stage: Stage, stream: string, row: string, disposition: string) =>
  stage.give('office', 'indicator.settle', stream, {
    rows: [row],
    disposition,
    reason: `理由${stage.words('indicator/settle')}`,
  });

/** A place of the manuscript is linked, and unlinked again. */
async function cite({ stage, caseId }: Plan, stream: string, row: string): Promise<void> {
  const text = (await overview(stage, caseId)).texts.manuscript;
  const { data } = Resource.parse(await manuscriptOf(stage, caseId));
  const place = { node: null, ...placeIn(await contentOf(stage, data['text'], caseId)), cites: 'target' };
  await stage.give('office', 'indicator.link', stream, { row, text, place });
  await stage.give('office', 'indicator.unlink', stream, { row, place });
}

const hrefOf = async (stage: Stage, caseId: string): Promise<string> =>
  (await overview(stage, caseId)).links['manuscript'] ?? '';

const manuscriptOf = async (stage: Stage, caseId: string): Promise<unknown> =>
  read(stage, 'office', await hrefOf(stage, caseId));

async function contentOf({ company }: Stage, ref: unknown, caseId: string): Promise<string> {
  const stage = { company };
  const { hash } = ref as { readonly hash: string };
  const { links } = await overview(stage, caseId);
  const heard = await fetch(`${company.api}${links['manuscript']}/texts/${hash}`, {
    headers: { cookie: company.players.office.cookie, accept: 'text/plain' },
  });
  return heard.text();
}

/** The first three characters of a line, with what stands behind them. @throws Error when every line occurs twice */
function placeIn(text: string): { readonly quote: string; readonly before: string; readonly after: string } {
  const line = text.split('\n').find((each) => each.length >= 8 && text.split(each.slice(0, 8)).length === 2);
  if (line === undefined) throw new Error(`no place in ${text}`);
  return { quote: line.slice(2, 4), before: line.slice(0, 2), after: line.slice(4, 8) };
}
