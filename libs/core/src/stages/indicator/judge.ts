import { z } from 'zod';
import { isOffice } from '../../capacity.ts';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { actorOf } from '../charge.ts';
import { RowIds } from './assign.ts';
import { Figure } from './define.ts';
import { INDICATOR_DISPOSITIONS } from './facts.ts';
import { indicatorNeeds, namesOf, rowsNamed } from './indicator.ts';
import type { IndicatorRow } from './row.ts';

export const ConfirmIndicator = z
  .strictObject({
    rows: z
      .array(
        z.strictObject({
          row: z.uuid(),
          current: Figure.nullable().meta({ description: '所见现状值 · as it was read' }),
          target: Figure.nullable().meta({ description: '所见目标值 · as it was read' }),
        }),
      )
      .min(1)
      .max(200),
  })
  .meta({ id: 'ConfirmIndicator', description: '核定指标 · confirms figures as they were read' });

/**
 * 核定指标, by 审核人 or, where none is named, the office; never by whoever filled it in. It names the figures that were
 * read: many fill in at once, and nobody confirms what was changed meanwhile.
 */
export const confirmIndicator: Command<'indicator', z.infer<typeof ConfirmIndicator>> = {
  verb: 'indicator.confirm',
  on: 'indicator',
  concurrent: true,
  during: ['open'],
  needs: indicatorNeeds,
  decide(given, id, { rows: read }) {
    const rows = rowsNamed(
      given.state('indicator', id),
      read.map(({ row }) => row),
    );
    if ('rule' in rows) return refuse(rows);
    const refusal = notFilled(rows) ?? notReviewing(given, rows) ?? own(given, rows) ?? stale(rows, read);
    if (refusal) return refuse(refusal);
    const data = { ...actorOf(given), rows: read };
    return { facts: [record(streamName('indicator', id), { type: 'IndicatorsConfirmed', data })] };
  },
};

type Read = z.infer<typeof ConfirmIndicator>['rows'];

function notFilled(rows: readonly IndicatorRow[]): Refusal | null {
  const open = rows.filter(({ status }) => status !== 'filled');
  return open.length === 0
    ? null
    : notNow(
        'indicator.filled',
        `尚未填报，或已核定：${namesOf(open)}`,
        'They are not filled in, or confirmed',
        {
          rows: open.map(({ row, status }) => ({ row, status })),
        },
      );
}

function notReviewing(given: Given, rows: readonly IndicatorRow[]): Refusal | null {
  const { actor } = given;
  const others = rows.filter(({ reviewer }) =>
    reviewer === null ? !isOffice(actor) : reviewer !== actor.post,
  );
  if (others.length === 0) return null;
  return against(
    'indicator.reviewer',
    `须由指定的审核人核定；未指定的由规划办核定：${namesOf(others)}`,
    'Whoever was named to confirm it does; where nobody is named, the office',
    { rows: others.map(({ row }) => row) },
  );
}

/** 双人: 填报 and 审核 are two persons. */
function own({ actor }: Given, rows: readonly IndicatorRow[]): Refusal | null {
  const mine = rows.filter(({ by }) => by !== null && by === actor.person);
  if (mine.length === 0) return null;
  return against(
    'indicator.second-person',
    `填报人不能审核自己填报的指标：${namesOf(mine)}`,
    'Another person than whoever filled it in confirms it',
    { rows: mine.map(({ row }) => row) },
    { zh: '请另一人审核', en: 'Another person confirms it' },
  );
}

function stale(rows: readonly IndicatorRow[], read: Read): Refusal | null {
  const moved = rows.filter((row, i) => row.current !== read[i]?.current || row.target !== read[i]?.target);
  if (moved.length === 0) return null;
  return notNow(
    'indicator.stale',
    `填报内容已有变动：${namesOf(moved)}`,
    'The figures have changed since they were read',
    { rows: moved.map(({ row, current, target }) => ({ row, current, target })) },
    { zh: '请查看最新填报内容', en: 'Read them again' },
  );
}

const Reason = z.string().trim().min(1).max(500).meta({ description: '理由 · why' });

export const ReturnIndicator = z
  .strictObject({ rows: RowIds, reason: Reason })
  .meta({ id: 'ReturnIndicator', description: '退回指标 · sends figures back' });

/** 退回重报: what was filled in, and what was confirmed and turns out wrong. */
export const returnIndicator: Command<'indicator', z.infer<typeof ReturnIndicator>> = {
  verb: 'indicator.return',
  on: 'indicator',
  concurrent: true,
  during: ['open'],
  needs: indicatorNeeds,
  decide(given, id, { rows: ids, reason }) {
    const rows = rowsNamed(given.state('indicator', id), ids);
    if ('rule' in rows) return refuse(rows);
    const open = rows.filter(({ status }) => status !== 'filled' && status !== 'confirmed');
    if (open.length > 0)
      return refuse(
        notNow(
          'indicator.filled',
          `没有可退回的填报：${namesOf(open)}`,
          'Nothing was filled in',
          {
            rows: open.map(({ row }) => row),
          },
          {
            zh: '已填报、未核定的指标方可退回；请核对指标表',
            en: 'What is filled in and waits is returned; look at the table',
          },
        ),
      );
    const refusal = isOffice(given.actor) ? null : notReviewing(given, rows);
    if (refusal) return refuse(refusal);
    const data = { ...actorOf(given), rows: ids.map((row) => ({ row })) };
    const fact = { type: 'IndicatorsReturned', data };
    return { facts: [record(streamName('indicator', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

export const SettleIndicator = z
  .strictObject({
    rows: RowIds,
    disposition: z
      .enum(INDICATOR_DISPOSITIONS)
      .meta({ description: '延续、调整、新增、取消 · what becomes of the indicator' }),
    reason: Reason,
  })
  .meta({
    id: 'SettleIndicator',
    description: '确定指标延续、调整、新增或取消 · settles what becomes of it',
  });

/** 延续、调整、新增、取消, with a reason. What the last plan had is not new, and what it had not is not carried on. */
export const settleIndicator: Command<'indicator', z.infer<typeof SettleIndicator>> = {
  verb: 'indicator.settle',
  on: 'indicator',
  concurrent: true,
  during: ['open'],
  needs: indicatorNeeds,
  decide(given, id, { rows: ids, disposition, reason }) {
    const rows = rowsNamed(given.state('indicator', id), ids);
    if ('rule' in rows) return refuse(rows);
    const refusal = misnamed(rows, disposition === 'new');
    if (refusal) return refuse(refusal);
    const data = { ...actorOf(given), rows: ids.map((row) => ({ row, disposition })) };
    const fact = { type: 'IndicatorsSettled', data };
    return { facts: [record(streamName('indicator', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

const wasThere = ({ last }: IndicatorRow): boolean => last.value !== null || last.target !== null;

function misnamed(rows: readonly IndicatorRow[], isNew: boolean): Refusal | null {
  const strange = rows.filter((row) => wasThere(row) === isNew);
  if (strange.length === 0) return null;
  const facts = { rows: strange.map(({ row }) => row) };
  return isNew
    ? against(
        'indicator.new',
        `上一轮规划已有，不是新增：${namesOf(strange)}`,
        'The last plan had it',
        facts,
        { zh: '请选择延续或者调整', en: 'Choose continued or adjusted' },
      )
    : against(
        'indicator.last',
        `上一轮规划没有该指标，应为新增：${namesOf(strange)}`,
        'The last plan had it not: it is new',
        facts,
        { zh: '确有的，请补填上一轮规划的数值', en: 'If it had, define it with its values' },
      );
}
