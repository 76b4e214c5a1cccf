import type { StateValue } from 'xstate';
import { canonical, type Json } from '@mouding/evidence';
import type { Known } from '../../decider.ts';
import type { Notice, Refusal } from '../../refusal.ts';
import type { ObligationRow } from '../../rows.ts';
import type { TextRef } from '../../text-ref.ts';
import { stagesOf } from '../../procedure/definition.ts';
import type { CaseState, Migrated, ProcedureRef } from '../case.ts';
import { caseRows } from '../rows.ts';
import { standsAgainst } from './conflicts.ts';
import { datesAfter, datesWith, whyWith, type DateMove } from './dates.ts';
import { movedTo } from './fold.ts';
import { decisionLines, excused, newGates, stageMoves, type StageLine, type StageMove } from './lines.ts';
import { openAfter, placed, type Moving } from './moving.ts';
import { placeOf } from './place.ts';

/** What somebody owes, as it is called in the work list. */
type Owed = Pick<ObligationRow, 'name' | 'verb' | 'due'>;

/** What moving one case to another version would do: computed once, shown, and carried out exactly so. */
export interface CasePreview {
  readonly case: string;
  readonly title: string;
  readonly from: ProcedureRef;
  readonly to: ProcedureRef;
  readonly stages: readonly StageMove[];
  /** Stages that decide and are new ahead of the case. */
  readonly gates: readonly StageLine[];
  /** Decisions that the move touches, and rules that become others. */
  readonly decisions: readonly StageLine[];
  readonly dates: readonly DateMove[];
  readonly obligations: { readonly opens: readonly Owed[]; readonly drops: readonly Owed[] };
  /** Stages that open with the move itself, beside those that stand open. */
  readonly enters: readonly string[];
  /** Stands against it; with any of these no case of the list moves. */
  readonly conflicts: readonly Refusal[];
  readonly notices: readonly Notice[];
}

/** The preview and what the fact will carry; no `data` while something stands against the move. */
export interface Computed {
  readonly preview: CasePreview;
  readonly data: Omit<Migrated, 'document' | 'digest' | 'by'> | null;
  /** The case after the move, before the stages of {@link CasePreview.enters} are opened. */
  readonly after: CaseState | null;
}

/** The effect of moving one case. Pure: it depends on the case, both versions and what whoever moves it says. */
export function computeMove(known: Known, moving: Moving): Computed {
  const { state, ref, mapping, caseId } = moving;
  const { conflicts, notices } = standsAgainst(known, moving);
  const stages = conflicts.length > 0 ? [] : placed(moving);
  const dates = datesAfter(moving, stages);
  const data = conflicts.length > 0 ? null : dataOf(moving, dates);
  const after = data && stateAfter(moving, data);
  const preview: CasePreview = {
    case: caseId,
    title: state.context.title,
    from: state.context.procedure,
    to: ref,
    stages: stageMoves(moving, stages),
    gates: newGates(moving, stages),
    decisions: decisionLines(moving, stages),
    dates,
    obligations: after ? owedBy(moving, after) : { opens: [], drops: [] },
    enters: after ? waitingIn(moving, after) : [],
    conflicts,
    notices,
  };
  return { preview, data: data && { ...data, mapping }, after };
}

function dataOf(moving: Moving, dates: readonly DateMove[]): NonNullable<Computed['data']> {
  return {
    from: moving.state.context.procedure,
    to: moving.ref,
    mapping: moving.mapping,
    place: placeFor(moving),
    dates: datesWith(moving, dates),
    planned: whyWith(moving, dates),
    excused: excused(moving, placed(moving)).map(({ stage }) => stage.id),
  };
}

/** @throws Error when the case has no place there: then something stood against it */
function placeFor(moving: Moving): StateValue {
  const done = placed(moving).flatMap(({ stage, state }) => (state === 'past' ? [stage.id] : []));
  const place = placeOf(moving.to.definition, openAfter(moving), new Set(done));
  if (place === null) throw new Error(`${moving.caseId} has no place in ${moving.ref.hash}`);
  return place;
}

const NO_PAPER = { title: '', number: null, file: null, text: null, resolution: null };

const stateAfter = ({ to, state }: Moving, data: NonNullable<Computed['data']>): CaseState =>
  movedTo(to.machine, state, { ...data, document: NO_PAPER, digest: '', by: '' }) as CaseState;

const waitingIn = ({ to }: Moving, after: CaseState): readonly string[] =>
  stagesOf(to.definition)
    .filter(({ id }) =>
      after.can({ type: 'StageEntered', data: { stage: id, round: 1, due: null, streams: [] } }),
    )
    .map(({ id }) => id);

/** What the case itself owes before and after: its streams owe the same as before. */
function owedBy({ caseId, state, from, to }: Moving, after: CaseState): CasePreview['obligations'] {
  const keyOf = ({ name, verb, holder, due }: ObligationRow): string => [name, verb, holder, due].join(' ');
  const was = caseRows(caseId, state, from).obligations;
  const is = caseRows(caseId, after, to).obligations;
  const only = (these: readonly ObligationRow[], others: readonly ObligationRow[]): readonly Owed[] => {
    const known = new Set(others.map(keyOf));
    return these.filter((row) => !known.has(keyOf(row))).map(({ name, verb, due }) => ({ name, verb, due }));
  };
  return { opens: only(is, was), drops: only(was, is) };
}

/** What was looked at, as one hash: whoever carries it out names it, and nothing else is carried out. */
export const digestOf = (
  previews: readonly CasePreview[],
  refOf: (content: string) => Pick<TextRef, 'hash'>,
): string => refOf(canonical(JSON.parse(JSON.stringify(previews)) as Json)).hash;
