import { assign, setup, type SnapshotFrom } from 'xstate';
import { endOfDay } from '../../calendar.ts';
import type { Known } from '../../decider.ts';
import { effects } from '../../effects.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import type { ObligationRow, Rows } from '../../rows.ts';
import { streamName, type StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import { withItsCase } from '../../with-its-case.ts';
import type { IndicatorFact, PlanRole } from './facts.ts';
import { isPending, rowsAfter, type IndicatorRow } from './row.ts';

export interface IndicatorContext {
  readonly case: string;
  readonly rows: readonly IndicatorRow[];
  /** 上一轮规划 and 上级规划 that it is read beside; the last cited of a role counts. */
  readonly plans: readonly { readonly role: PlanRole; readonly title: string; readonly text: TextRef }[];
}

const nothing: IndicatorContext = { case: '', rows: [], plans: [] };

/** 指标填报 of a case: one stream, whose name depends on the case alone. */
export const indicatorsOf = (derive: Known['derive'], caseId: string): StreamName<'indicator'> =>
  streamName('indicator', derive(`indicator/${caseId}`));

export const indicatorMachine = setup({
  types: { context: {} as IndicatorContext, events: {} as IndicatorFact },
  actions: {
    ...effects,
    told: assign(({ context, event }) => ({ rows: rowsAfter(context.rows, event) })),
    begun: assign(({ event }) => (event.type === 'IndicatorsDefined' ? { case: event.data.case } : {})),
    cited: assign(({ context, event }) =>
      event.type === 'PlanCited'
        ? { plans: [...context.plans.filter(({ role }) => role !== event.data.role), event.data] }
        : {},
    ),
  },
}).createMachine({
  id: 'indicator',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { IndicatorsDefined: { target: 'open', actions: ['begun', 'told'] } } },
    open: {
      on: {
        IndicatorsDefined: { actions: 'told' },
        IndicatorsAssigned: { actions: 'told' },
        IndicatorsFilled: { actions: 'told' },
        IndicatorsConfirmed: { actions: 'told' },
        IndicatorsReturned: { actions: 'told' },
        IndicatorsSettled: { actions: 'told' },
        IndicatorLinked: { actions: 'told' },
        IndicatorUnlinked: { actions: 'told' },
        PlanCited: { actions: 'cited' },
      },
    },
  },
});

export type IndicatorState = SnapshotFrom<typeof indicatorMachine>;

/** What every command on the rows needs. */
export const indicatorNeeds = withItsCase('indicator');

/** The rows of these ids; a refusal where one of them is none of this case. */
export function rowsNamed(
  state: IndicatorState | undefined,
  ids: readonly string[],
): readonly IndicatorRow[] | Refusal {
  const rows = new Map((state?.context.rows ?? []).map((row) => [row.row, row]));
  const strange = ids.filter((id) => !rows.has(id));
  if (strange.length > 0)
    return notNow(
      'indicator.row',
      '所填指标不在本规划的指标表中',
      'The case has no such indicator',
      {
        rows: strange,
      },
      { zh: '请刷新指标表后重新选择', en: 'Look at the table again and choose' },
    );
  return namedTwice(ids, rows) ?? ids.flatMap((id) => rows.get(id) ?? []);
}

/** One row has one figure: named twice in one request, nobody could tell which. */
function namedTwice(ids: readonly string[], rows: ReadonlyMap<string, IndicatorRow>): Refusal | null {
  const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))];
  if (twice.length === 0) return null;
  return notNow(
    'indicator.row-once',
    `同一指标列了不止一次：${namesOf(twice.flatMap((id) => rows.get(id) ?? []))}`,
    'An indicator is named more than once',
    { rows: twice },
    { zh: '请每个指标只保留一行', en: 'Keep one row of each' },
  );
}

/** Names for a sentence; of many the first ten. */
export function namesOf(rows: readonly Pick<IndicatorRow, 'name'>[]): string {
  const names = rows.slice(0, 10).map(({ name }) => `“${name}”`);
  return names.join('、') + (rows.length > names.length ? `等${rows.length}项` : '');
}

type Owed = Pick<ObligationRow, 'holder' | 'verb'> & { readonly due: string | null };

/** Who owes a row: whoever fills it in, or whoever confirms it. */
function owing({ status, department, filler, reviewer, due }: IndicatorRow): Owed {
  if (status === 'filled')
    return {
      holder: reviewer === null ? 'office' : `post:${reviewer}`,
      verb: 'indicator.confirm',
      due: null,
    };
  if (department === null) return { holder: 'office', verb: 'indicator.assign', due: null };
  const holder = filler === null ? `department-head@${department}` : `post:${filler}`;
  return { holder, verb: 'indicator.fill', due };
}

/** One line per holder, with the earliest of the days: not one for each row. */
function obligations({ case: caseId, rows }: IndicatorContext): readonly ObligationRow[] {
  const owed = rows.filter(isPending).map(owing);
  const each = Map.groupBy(owed, ({ holder, verb }) => `${verb}:${holder}`);
  return [...each].flatMap(([name, [first, ...more]]) => {
    if (!first) return [];
    const { holder, verb } = first;
    const [day] = [first, ...more].flatMap(({ due }) => due ?? []).toSorted();
    return [{ name, holder, verb, case: caseId, due: day === undefined ? null : endOfDay(day) }];
  });
}

export function indicatorRows(id: string, { value, context }: IndicatorState): Rows {
  if (value === 'absent') return { item: null, obligations: [] };
  const status = context.rows.some(isPending) ? 'indicators-open' : 'indicators-confirmed';
  const owed = obligations(context);
  const [due] = owed.flatMap((each) => each.due ?? []).toSorted();
  return {
    item: {
      kind: 'indicator',
      id,
      case: context.case,
      stage: null,
      status,
      label: '指标填报',
      department: null,
      due: due ?? null,
      no: null,
    },
    obligations: owed,
  };
}
