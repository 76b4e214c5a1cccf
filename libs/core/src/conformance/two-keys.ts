import { textOf, type Evidence, type History, type Witness } from './history.ts';

/**
 * What two people did beside the procedure: corrected 补正 · exempted 经批准例外 · gate 审议环节例外 · joining 中途接入 ·
 * repair 双人复核更正 · editorial 印发前编辑性修改.
 */
export type TwoKeyed = 'corrected' | 'exempted' | 'gate' | 'joining' | 'repair' | 'editorial';

/** An act of two people, with what each did; `second` is null while it waits. */
export interface TwoKeys {
  readonly kind: TwoKeyed;
  /** What it is about: the title of a slip, a gate, the name of a repair. */
  readonly about: string;
  readonly stage: string | null;
  /** waiting 待确认 · confirmed 已确认 · rejected 已退回 · lapsed 逾期失效 · replaced 不再需要确认: something else took its place */
  readonly standing: 'waiting' | 'confirmed' | 'rejected' | 'lapsed' | 'replaced';
  readonly first: Evidence;
  readonly second: Evidence | null;
}

const ENDS: { readonly [type: string]: TwoKeys['standing'] } = {
  RepairConfirmed: 'confirmed',
  RepairRejected: 'rejected',
  ExemptionGranted: 'confirmed',
  JoiningConfirmed: 'confirmed',
  CorrectionConfirmed: 'confirmed',
  CorrectionRejected: 'rejected',
  CorrectionLapsed: 'lapsed',
  EditorialConfirmed: 'confirmed',
  EditorialRejected: 'rejected',
  // Asked once more, of another text.
  ExemptionProposed: 'replaced',
  IssueTextRestored: 'replaced',
};

/** Every act of two people, in the order in which the first of them proposed it. */
export function twoKeysOf(history: History): readonly TwoKeys[] {
  const { facts } = history;
  return facts.flatMap((fact) => {
    const begun = beginOf(history, fact);
    if (!begun) return [];
    const end = facts.find((later) => later.index > fact.index && answers(fact, later));
    return [
      {
        ...begun,
        standing: end ? (ENDS[end.type] ?? 'waiting') : ('waiting' as const),
        first: history.evidence(fact),
        second: end ? history.evidence(end) : null,
      },
    ];
  });
}

type Begun = Pick<TwoKeys, 'kind' | 'about' | 'stage'>;

/** What the first of two persons may do, by the fact that says so. */
const BEGINNINGS: { readonly [type: string]: (history: History, fact: Witness) => Begun | null } = {
  RepairProposed: ({ slips }, { stream, data }) => {
    const slip = slips.find(({ fact }) => fact.stream === stream);
    const kind = data['how'] === 'exempted' ? 'exempted' : 'corrected';
    return { kind, about: slip?.said.title ?? '', stage: slip?.stage ?? null };
  },
  ExemptionProposed: (_, { data }) => ({
    kind: 'gate',
    about: textOf(data['gate']) ?? '',
    stage: textOf(data['gate']),
  }),
  CaseOpened: (_, { data }) =>
    data['joined'] === undefined ? null : { kind: 'joining', about: '', stage: null },
  CorrectionProposed: ({ stageOf }, fact) => ({
    kind: 'repair',
    about: textOf(fact.data['repair']) ?? '',
    stage: stageOf(fact),
  }),
  EditorialProposed: ({ stageOf }, fact) => ({ kind: 'editorial', about: '', stage: stageOf(fact) }),
};

const beginOf = (history: History, fact: Witness): Begun | null =>
  BEGINNINGS[fact.type]?.(history, fact) ?? null;

const PAIRS: { readonly [first: string]: readonly string[] } = {
  RepairProposed: ['RepairConfirmed', 'RepairRejected'],
  ExemptionProposed: ['ExemptionGranted', 'ExemptionProposed'],
  CaseOpened: ['JoiningConfirmed'],
  EditorialProposed: ['EditorialConfirmed', 'EditorialRejected', 'IssueTextRestored'],
  CorrectionProposed: ['CorrectionConfirmed', 'CorrectionRejected', 'CorrectionLapsed'],
};

const answers = (first: Witness, later: Witness): boolean =>
  first.stream === later.stream &&
  (PAIRS[first.type] ?? []).includes(later.type) &&
  first.data['gate'] === later.data['gate'];
