import type { SnapshotFrom } from 'xstate';
import type { caseMachine } from '../procedure/compile.ts';
import type { Notice } from '../refusal.ts';
import type { Fact, StreamName } from '../stream.ts';
import type { TextRef } from '../text-ref.ts';

/** A chapter as the case plans it: names resolved to ids of the org at the opening. */
export interface PlannedChapter {
  readonly no: number;
  readonly title: string;
  readonly lead: string;
  readonly owners: readonly string[];
  readonly writer: string;
  readonly support: readonly string[];
}

/** Which version of which procedure runs: the hash of the definition with every default written out. */
export interface ProcedureRef {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

/** scheme 编制工作方案 · manuscript 规划文稿 */
export type Subject = 'scheme' | 'manuscript';

/** Only stage entries, outcomes and the binding to a procedure: what a body did stands in its own stream. */
export type CaseFact =
  | Fact<
      'CaseOpened',
      {
        title: string;
        procedure: ProcedureRef;
        scheme: TextRef;
        chapters: PlannedChapter[];
        /** Stage id → law time by which it should be done. */
        dates: { [stage: string]: string };
        /** The authority that examines: an institution here, or null when it answers on paper. */
        authority: string | null;
      }
    >
  | Fact<'StageEntered', { stage: string; round: number; due: string | null; streams: StreamName[] }>
  | Fact<
      'StageClosed',
      {
        stage: string;
        round: number;
        outcome: string;
        text: TextRef | null;
        notices: Notice[];
        sum: { [key: string]: string | number | boolean };
      }
    >;

export interface CaseContext {
  readonly title: string;
  readonly procedure: ProcedureRef;
  readonly chapters: readonly PlannedChapter[];
  readonly dates: { readonly [stage: string]: string };
  readonly authority: string | null;
  /** The current text of each subject: what the next gate sees. */
  readonly texts: { readonly scheme: TextRef | null; readonly manuscript: TextRef | null };
  /** The last round entered of every stage, its date and its content streams. */
  readonly entered: {
    readonly [stage: string]: {
      readonly round: number;
      readonly due: string | null;
      readonly streams: readonly StreamName[];
    };
  };
  /** The last outcome of every stage that ended, with the text that it was about. */
  readonly decided: {
    readonly [stage: string]: {
      readonly round: number;
      readonly outcome: string;
      readonly text: TextRef | null;
    };
  };
  /** Stages that stand open now, in the order of their entry. */
  readonly open: readonly string[];
}

export type CaseState = SnapshotFrom<ReturnType<typeof caseMachine>>;

/** The content streams of a stage's last round. */
export const stageStreams = (state: CaseState | undefined, stage: string): readonly StreamName[] =>
  state?.context.entered[stage]?.streams ?? [];

/** The stream of one kind that the case last made, e.g. its manuscript. */
export const streamOf = (state: CaseState | undefined, kind: string): StreamName | undefined =>
  Object.values(state?.context.entered ?? {})
    .flatMap(({ streams }) => streams)
    .findLast((name) => name.startsWith(`${kind}/`));
