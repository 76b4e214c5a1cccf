import { z } from 'zod';
import { endOfDay, inTime } from '../../calendar.ts';
import { refuse, type Command, type Decision, type Given } from '../../decider.ts';
import { doneBy, Elsewhere, elsewhereNeeds, latest, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { streamName } from '../../stream.ts';
import { headOf, unheld, type Held } from '../head-of.ts';
import { FilledRows, filling, unfillable } from './fill.ts';
import { indicatorNeeds, rowsNamed } from './indicator.ts';
import type { IndicatorRow } from './row.ts';
import { against } from '../../refusal.ts';

export const RecordIndicator = z
  .strictObject({
    department: z.uuid().meta({ description: '提供数据的科室 · the department that gave the figures' }),
    rows: FilledRows,
    speaker: z.string().trim().min(1).max(60).meta({ description: '提供人 · who said it' }),
    caliber: z.string().trim().min(1).max(300).meta({ description: '所述口径 · what is counted, as said' }),
    elsewhere: Elsewhere,
  })
  .meta({
    id: 'RecordIndicator',
    description: '代录指标 · records figures that came by telephone or on paper',
  });
type RecordIndicator = z.infer<typeof RecordIndicator>;

/** 代录: by telephone or on paper, with 口径 and who said it. Whoever heads the department is told and may object. */
export const recordIndicator: Command<'indicator', RecordIndicator> = {
  verb: 'indicator.record',
  on: 'indicator',
  concurrent: true,
  during: ['open'],
  needs: (known, id, { elsewhere }) => {
    const context = known.state('indicator', id)?.context;
    return [
      ...indicatorNeeds(known, id),
      ...(context ? [{ write: streamName('case', context.case) }] : []),
      ...elsewhereNeeds(elsewhere),
    ];
  },
  decide(given, id, body) {
    const state = given.state('indicator', id);
    const rows = rowsNamed(
      state,
      body.rows.map(({ row }) => row),
    );
    if ('rule' in rows) return refuse(rows);
    if (!given.org.context.departments.some((one) => one.id === body.department))
      return refuse(
        against(
          'org.department',
          '未找到该科室',
          'No such department',
          { department: body.department },
          { zh: '请从本单位现有科室中选择', en: 'Choose one of the departments that there are' },
        ),
      );
    const refusal = unfillable(rows, body.rows);
    return refusal || !state
      ? refuse(refusal ?? missing())
      : recorded(given, id, { body, rows, case: state.context.case });
  },
};

const missing = () =>
  against(
    'indicator.defined',
    '本规划尚未定义指标',
    'The case has no indicators yet',
    {},
    { zh: '请规划办先定义指标', en: 'The office defines them first' },
  );

interface Recording {
  readonly body: RecordIndicator;
  readonly rows: readonly IndicatorRow[];
  readonly case: string;
}

function recorded(given: Given, id: string, { body, rows, case: caseId }: Recording): Decision {
  const { department, rows: filled, speaker, caliber, elsewhere } = body;
  const head = headOf(given.org, department, elsewhere);
  const words = { speaker, caliber };
  const fact = filling(given, id, {
    rows,
    filled,
    by: byHead(given, head),
    arrived: latest(elsewhere),
    words,
  });
  const slip = {
    case: caseId,
    stage: null,
    about: streamName('indicator', id),
    verb: 'indicator.record',
    title: '代录：指标填报',
    elsewhere,
    people: head?.person ? [{ person: head.person, post: head.post }] : [],
    breaches: [...strangers(department, rows), ...tooLate(elsewhere, rows), ...unheld(head)],
  };
  return asRecorded(given, slip, head ? doneBy(head, [fact]) : [fact]);
}

/** In the name of whoever headed the department; where nobody did, of whoever records it. */
const byHead = (
  { actor }: Given,
  head: Held | null,
): { readonly post: string | null; readonly by: string } => ({
  post: head?.post ?? null,
  by: head?.person ?? actor.person ?? '',
});

const warn = (rule: string, zh: string, en: string, rows: readonly IndicatorRow[]): readonly Breach[] =>
  rows.length === 0
    ? []
    : [{ effect: 'warn', notice: { rule, said: { zh, en }, facts: { rows: rows.map(({ row }) => row) } } }];

const strangers = (department: string, rows: readonly IndicatorRow[]): readonly Breach[] =>
  warn(
    'indicator.owner',
    '数据由责任科室以外的科室提供',
    'Another department than the responsible one gave the figure',
    rows.filter((row) => row.department !== department),
  );

const tooLate = (elsewhere: Elsewhere, rows: readonly IndicatorRow[]): readonly Breach[] =>
  warn(
    'indicator.due',
    '逾期填报',
    'After its day',
    rows.filter(({ due }) => due !== null && !inTime(latest(elsewhere), endOfDay(due))),
  );
