import { INDICATOR_DISPOSITION_WORDS, wordsOf } from '@mouding/contract';
import { indicatorsOf, isPending, parseStream, type IndicatorRow } from '@mouding/core';
import { indicatorPaper, indicatorPaperSheet, type IndicatorLine } from '@mouding/documents';
import { asked, sees } from '../queries/reader.ts';
import { sourceOf, type Maker, type View } from './view.ts';

/** 指标填报 of the case, as far as the reader sees it. */
async function rowsOf({ reader, caseId }: View): Promise<readonly IndicatorRow[]> {
  const stream = await asked(reader, (known) => indicatorsOf((name) => known.derive(name), caseId));
  const { id } = parseStream(stream);
  const rows = await asked(reader, (known) => known.state('indicator', id)?.context.rows ?? []);
  return rows.length > 0 && (await sees(reader, 'indicator', id)) ? rows : [];
}

/** A figure that waits is none yet. */
const figuresOf = ({ status, current, target }: IndicatorRow): Pick<IndicatorLine, 'current' | 'target'> =>
  status === 'confirmed' ? { current: current ?? '', target: target ?? '' } : { current: null, target: null };

const lineOf = ({ house }: View, row: IndicatorRow): IndicatorLine => ({
  no: row.no,
  name: row.name,
  unit: row.unit,
  lastValue: row.last.value ?? '',
  lastTarget: row.last.target ?? '',
  ...figuresOf(row),
  disposition: row.disposition ? wordsOf(INDICATOR_DISPOSITION_WORDS, row.disposition).zh : '',
  department: (row.department && house.department(row.department)) ?? '',
});

const TABLE: Maker = {
  key: 'table',
  title: '主要指标表',
  sheet: true,
  there: async (view) => (await rowsOf(view)).length > 0,
  async make(view) {
    const rows = (await rowsOf(view)).filter(({ disposition }) => disposition !== 'cancel');
    const data = {
      source: await sourceOf(view, null),
      plan: view.plan,
      lines: rows.map((row) => lineOf(view, row)),
      pending: rows.filter(isPending).length,
    };
    return { paper: indicatorPaper(data), sheet: indicatorPaperSheet(data) };
  },
};

/** 主要指标表. */
export const INDICATOR_PAPERS: readonly Maker[] = [TABLE];

/** 需要说明的问题: figures that are still 待核, in a sentence; none where everything is confirmed. */
export async function openFigures(view: View): Promise<readonly string[]> {
  const pending = (await rowsOf(view)).filter(isPending).map(({ name }) => name);
  return pending.length === 0 ? [] : [`尚待核定的指标${pending.length}项：${pending.join('、')}。`];
}
