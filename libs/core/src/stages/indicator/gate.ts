import { citedNow } from '@mouding/text';
import { isOpen, procedureOf } from '../../case/advance.ts';
import type { Subject } from '../../case/case.ts';
import type { Given, Known, Need } from '../../decider.ts';
import { stagesOf } from '../../procedure/definition.ts';
import { against, type Refusal } from '../../refusal.ts';
import { parseStream } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import { aroundOf } from './fill.ts';
import { indicatorsOf, namesOf } from './indicator.ts';
import { isPending, type IndicatorRow } from './row.ts';

interface Gate {
  readonly case: string;
  readonly stage: string;
}

/** What is decided on. */
interface Item {
  readonly subject: Subject;
  readonly text: TextRef | null;
}

/** What {@link figuresOpen} looks at, for `needs`. */
export function figuresNeeds(known: Known, { case: caseId }: Pick<Gate, 'case'>): readonly Need[] {
  const name = indicatorsOf((of) => known.derive(of), caseId);
  const state = known.state('indicator', parseStream(name).id);
  const text = known.state('case', caseId)?.context.texts.manuscript;
  const isCited = state?.context.rows.some(({ places }) => places.length > 0);
  return [{ read: name }, ...(text && isCited ? [{ text }] : [])];
}

/**
 * 指标核定, at a gate on the manuscript once 征求意见 is over: rows that are still 待核, and places in the text that say
 * another figure than the one confirmed. The stage weighs it.
 */
export function figuresOpen(
  given: Given,
  { case: caseId, stage }: Gate,
  { subject, text }: Item,
): Refusal | null {
  const state = given.state('case', caseId);
  if (!text || subject !== 'manuscript' || !isOpen(state, stage) || !wasConsulted(given, caseId)) return null;
  const { id } = parseStream(indicatorsOf((of) => given.derive(of), caseId));
  const rows = given.state('indicator', id)?.context.rows ?? [];
  const other = differing(given, rows, text);
  return unconfirmed(rows.filter(isPending), other);
}

/** Before the text went out for opinions a figure may wait; a procedure without that round has no such time. */
function wasConsulted(given: Given, caseId: string): boolean {
  const decided = given.state('case', caseId)?.context.decided ?? {};
  const rounds = stagesOf(procedureOf(given, caseId).definition).filter(({ kind }) =>
    kind.startsWith('consult@'),
  );
  return rounds.length === 0 || rounds.some(({ id }) => decided[id] !== undefined);
}

/** Confirmed rows that a place of the text contradicts. */
function differing(given: Given, rows: readonly IndicatorRow[], text: TextRef): readonly IndicatorRow[] {
  const cited = rows.filter(({ status, places }) => status === 'confirmed' && places.length > 0);
  if (cited.length === 0) return [];
  const plain = given.text(text);
  return cited.filter((row) =>
    row.places.some(
      (place) => citedNow(plain, place, row[place.cites] ?? '', aroundOf(row)).state === 'other',
    ),
  );
}

function unconfirmed(pending: readonly IndicatorRow[], other: readonly IndicatorRow[]): Refusal | null {
  if (pending.length + other.length === 0) return null;
  const zh = [
    ...(pending.length > 0 ? [`指标尚待核定：${namesOf(pending)}`] : []),
    ...(other.length > 0 ? [`文稿与核定数值不一致：${namesOf(other)}`] : []),
  ];
  return against(
    'indicators.confirmed',
    zh.join('；'),
    `Figures to be confirmed: ${pending.length}; places that say another figure: ${other.length}`,
    { pending: pending.map(({ name }) => name), other: other.map(({ name }) => name) },
    { zh: '请核定指标，并按核定数值修改文稿', en: 'Confirm them, and let the text say what was confirmed' },
  );
}
