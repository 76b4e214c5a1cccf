import type {
  FactOf,
  IndicatorDefinition,
  IndicatorDisposition,
  IndicatorFact,
  IndicatorFigures,
  IndicatorPlace,
} from './facts.ts';

/** One row of 指标填报. */
export interface IndicatorRow extends IndicatorDefinition, IndicatorFigures {
  readonly row: string;
  readonly no: number;
  readonly department: string | null;
  readonly filler: string | null;
  readonly reviewer: string | null;
  readonly due: string | null;
  readonly status: 'defined' | 'assigned' | 'filled' | 'returned' | 'confirmed';
  /** The person who filled it in last: another confirms it. */
  readonly by: string | null;
  readonly late: boolean;
  readonly disposition: IndicatorDisposition | null;
  /** Where the text cites it. */
  readonly places: readonly IndicatorPlace[];
}

/** 待核: nobody has confirmed it. What is cancelled waits for nobody. */
export const isPending = ({ status, disposition }: IndicatorRow): boolean =>
  status !== 'confirmed' && disposition !== 'cancel';

const fresh = (row: string, no: number, is: IndicatorDefinition): IndicatorRow => ({
  ...is,
  row,
  no,
  current: null,
  target: null,
  department: null,
  filler: null,
  reviewer: null,
  due: null,
  status: 'defined',
  by: null,
  late: false,
  disposition: null,
  places: [],
});

/** The rows after a fact. */
export function rowsAfter(rows: readonly IndicatorRow[], fact: IndicatorFact): readonly IndicatorRow[] {
  switch (fact.type) {
    case 'PlanCited':
      return rows;
    case 'IndicatorsDefined':
      return defined(rows, fact.data);
    case 'IndicatorLinked':
    case 'IndicatorUnlinked':
      return rows.map((row) => (row.row === fact.data.row ? linked(row, fact) : row));
    default:
      return rows.map((row) => told(row, fact));
  }
}

/** A row after a fact that names it; any other as it was. */
function told(row: IndicatorRow, fact: Changing): IndicatorRow {
  const own = fact.data.rows.find((each) => each.row === row.row);
  return own ? changed(row, own, fact) : row;
}

function defined(
  rows: readonly IndicatorRow[],
  { rows: now }: FactOf<'IndicatorsDefined'>,
): readonly IndicatorRow[] {
  const known = new Set(rows.map(({ row }) => row));
  const is = new Map(now.map((each) => [each.row, each.is]));
  return [
    ...rows.map((row) => ({ ...row, ...is.get(row.row) })),
    ...now.filter(({ row }) => !known.has(row)).map((each) => fresh(each.row, each.no, each.is)),
  ];
}

const samePlace = (a: IndicatorPlace, b: IndicatorPlace): boolean =>
  a.node === b.node && a.quote === b.quote && a.before === b.before && a.after === b.after;

function linked(
  row: IndicatorRow,
  { type, data: { place } }: Extract<IndicatorFact, { type: 'IndicatorLinked' | 'IndicatorUnlinked' }>,
): IndicatorRow {
  const others = row.places.filter((one) => !samePlace(one, place));
  return { ...row, places: type === 'IndicatorLinked' ? [...others, place] : others };
}

type Changing = Exclude<
  IndicatorFact,
  { type: 'PlanCited' | 'IndicatorsDefined' | 'IndicatorLinked' | 'IndicatorUnlinked' }
>;

function changed(row: IndicatorRow, own: { readonly row: string }, { type, data }: Changing): IndicatorRow {
  switch (type) {
    case 'IndicatorsAssigned': {
      const { department, filler, reviewer, due } = data;
      const status = row.status === 'defined' ? 'assigned' : row.status;
      return { ...row, department, filler, reviewer, due, status };
    }
    case 'IndicatorsFilled':
      return {
        ...row,
        ...own,
        status: 'filled',
        by: data.by,
        late: row.late || data.late.includes(row.row),
      };
    case 'IndicatorsReturned':
      return { ...row, status: 'returned' };
    case 'IndicatorsConfirmed':
      return { ...row, ...own, status: 'confirmed' };
    case 'IndicatorsSettled':
      return { ...row, ...own };
  }
}
