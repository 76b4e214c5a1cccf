import type { AnyMachineSnapshot, SnapshotFrom, StateValue } from 'xstate';
import type { DueStep } from '../deadlines/due-step.ts';
import type { BindingDocument } from '../procedure/authorised.ts';
import type { caseMachine } from '../procedure/compile.ts';
import type { Repair } from '../record/record.ts';
import type { Notice } from '../refusal.ts';
import type { Fact, StreamName } from '../stream.ts';
import { sameText, type FileRef, type TextRef } from '../text-ref.ts';
import type { UrgedFact, Urgings } from './urged.ts';

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

/** 接入前: the day on which a stage ended by the papers, what they are called, and the scan of them. */
export type Before = { readonly on: string; readonly number: string | null; readonly scan: FileRef | null };

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
        /** 中途接入: the stage at which the case was taken over; absent for a case that began here. */
        joined?: { stage: string; by: string };
      }
    >
  /** What was entered of the stages before a case was taken over is right, says another person. */
  | Fact<'JoiningConfirmed', { stage: string; by: string }>
  /** `on`: the Beijing day, absent in facts of the first version; `why`: how a date was counted that the case does not plan. */
  | Fact<
      'StageEntered',
      {
        stage: string;
        round: number;
        due: string | null;
        streams: StreamName[];
        on?: string;
        why?: readonly DueStep[];
      }
    >
  | Fact<
      'StageClosed',
      {
        stage: string;
        round: number;
        outcome: string;
        text: TextRef | null;
        notices: Notice[];
        sum: { [key: string]: string | number | boolean };
        /** 接入前: it ended before the case was taken over; known from paper alone. */
        before?: Before;
      }
    >
  /** 议题列入会议: a meeting was called for the stage, or one that was held is entered. */
  | Fact<'ItemScheduled', { stage: string; round: number; meeting: StreamName<'meeting'> }>
  /** 附条件: what a body asked for when it agreed in principle. */
  | Fact<'ConditionsImposed', { stage: string; conditions: readonly StreamName<'condition'>[] }>
  /** 授权修改: what a body lets be changed without deciding again, and by when. */
  | Fact<'MandateImposed', { stage: string; mandate: StreamName<'mandate'>; due: string }>
  /** 复议: the same body decided again on the text that it had decided on; confirmed, or its decision falls. */
  | Fact<
      'GateReconsidered',
      {
        stage: string;
        meeting: StreamName<'meeting'>;
        reconsiders: StreamName<'meeting'>;
        effect: 'confirmed' | 'fallen';
        outcome: string;
        sum: { [key: string]: string | number | boolean };
      }
    >
  /** 已复制: a list of who owes what (`all` or a verb) was copied. Whether it was sent anywhere, nobody knows. */
  | Fact<'ListCopied', { list: string; count: number }>
  | UrgedFact
  /** A record broke a rule that holds the next step: nothing ends until it is released. */
  | Fact<'StepHeld', { by: StreamName; stage: string | null; rules: readonly string[] }>
  | Fact<'StepReleased', { by: StreamName; how: Repair }>
  /** 经批准例外 of a gate, for one text: proposed by one person, granted by another. */
  | Fact<'ExemptionProposed', { gate: string; text: TextRef; approvedBy: string; paper: FileRef; by: string }>
  | Fact<'ExemptionGranted', { gate: string; text: TextRef; by: string }>
  /** A change after the gates, classed by rule and by a named person: what these gates decided stands for the new text. */
  | Fact<
      'ChangeClassed',
      { subject: Subject; from: TextRef; to: TextRef; class: string; keeps: readonly string[]; by: string }
    >
  /** 换版: from here on the case runs by another version of its procedure. */
  | Fact<'CaseMigrated', Migrated>
  /** 撤回换版: the case stands where it would stand had it never moved. */
  | Fact<'CaseRolledBack', { from: ProcedureRef; to: ProcedureRef; document: BindingDocument; by: string }>
  /**
   * The current text at 印发: restored to the decided one (恢复审议稿), or changed editorially (编辑性修改) by a named person
   * and confirmed by another, so that what these gates decided stands for it.
   */
  | Fact<'TextSettled', SettledText>
  /** 转换为条目化文稿: the same reading under another name; what was decided on the one was decided on the other. */
  | Fact<'TextConverted', { subject: Subject; from: TextRef; to: TextRef; by: string }>
  /** 更正环节时限, by two persons. */
  | Fact<'StageRedated', { stage: string; due: string | null }>
  /** 计时中止: the authority holds the file since that day (of Beijing). */
  | Fact<'StagePaused', { stage: string; from: string }>
  /** 计时恢复: with the date moved by the days that the authority held it, `from` one day `until` the other. */
  | Fact<'StageResumed', { stage: string; due: string | null; from?: string; until?: string }>;

/** A move to another version, with everything that the preview computed: the fold computes none of it again. */
export interface Migrated {
  readonly from: ProcedureRef;
  readonly to: ProcedureRef;
  /** Stage of the old version → its id in the new one, where they differ. */
  readonly mapping: { readonly [stage: string]: string };
  /** Where the case stands in the machine of the new version. */
  readonly place: StateValue;
  /** Stage id of the new version → law time by which it should be done. */
  readonly dates: { readonly [stage: string]: string };
  /** How the dates that the move set or moved came to be what they are. */
  readonly planned: { readonly [stage: string]: readonly DueStep[] };
  /** Stages that are new and lie before the place: the case passed there already and is not asked for them. */
  readonly excused: readonly string[];
  readonly document: BindingDocument;
  /** Of the preview that this carries out. */
  readonly digest: string;
  readonly by: string;
}

/** The case as the version before would have it, kept beside as long as that version can take what happens. */
export interface Moved {
  readonly from: ProcedureRef;
  readonly mapping: { readonly [stage: string]: string };
  /** Null once something happened that the version before cannot hold. */
  readonly before: AnyMachineSnapshot | null;
  /** What that was. */
  readonly lost: { readonly type: string; readonly stage: string | null } | null;
}

/** 计时中止: from one day until another the date did not run; `day` is the last one of the new date. */
export type Pause = { readonly from: string; readonly until: string; readonly day: string | null };

/** How the current text became another one at 印发, and whose decisions stand for it. */
export type SettledText = {
  readonly subject: Subject;
  readonly from: TextRef;
  readonly to: TextRef;
  readonly how: 'restored' | 'editorial';
  readonly keeps: readonly string[];
  readonly by: string;
};

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
      /** The day since which its date does not run; absent while it does. */
      readonly paused?: string;
      /** The Beijing day of its entry. */
      readonly on?: string;
      /** How its date was counted, where the case plans none. */
      readonly why?: readonly DueStep[];
      /** 计时中止 that are over, in their order. */
      readonly pauses?: readonly Pause[];
    };
  };
  /** The last outcome of every stage that ended, with the text that it was about. */
  readonly decided: {
    readonly [stage: string]: {
      readonly round: number;
      readonly outcome: string;
      readonly text: TextRef | null;
      /** The text that it decided itself, where its decision stands for one that was changed since. */
      readonly own?: TextRef;
      /** 修改后同意: the text that was approved provided that it is changed; approved itself it was not. */
      readonly provided?: TextRef;
      /** 接入前; absent for what was decided here. */
      readonly before?: Before;
      /** How often it was not passed since it last was, and by which meeting last; absent where it was not refused. */
      readonly failed?: number;
      readonly failedBy?: StreamName<'meeting'>;
    };
  };
  /** 中途接入: where the case was taken over, by whom it was entered, and whether another person confirmed it. */
  readonly joined: { readonly stage: string; readonly by: string; readonly confirmed: boolean } | null;
  /** The change that was classed and whose stage ends with it. */
  readonly classed: { readonly class: string; readonly from: TextRef; readonly to: TextRef } | null;
  /** Stages that stand open now, in the order of their entry. */
  readonly open: readonly string[];
  /** The last meeting of every stage that one was called for. */
  readonly meetings: { readonly [stage: string]: StreamName<'meeting'> };
  /** Every condition that a body of the case has set, met or not. */
  readonly conditions: readonly StreamName<'condition'>[];
  /** 授权修改 that each gate gave last. */
  readonly mandates: {
    readonly [gate: string]: { readonly mandate: StreamName<'mandate'>; readonly due: string };
  };
  /** Records that hold the next step. */
  readonly holds: readonly { readonly by: StreamName; readonly rules: readonly string[] }[];
  /** How dates of {@link dates} came to be what they are, where they are not those that the case began with. */
  readonly planned: { readonly [stage: string]: readonly DueStep[] };
  /** 换版: the version that the case came from; null for one that never moved. */
  readonly moved: Moved | null;
  /** 换版: stages of the new version that lay behind the case when it moved, and that nobody asks for. */
  readonly excused: readonly string[];
  /** 经批准例外 of gates, each for one text. */
  readonly exemptions: {
    readonly [gate: string]: { readonly text: TextRef; readonly by: string; readonly granted: boolean };
  };
  /** 催办: when each thing was urged last. */
  readonly urged: Urgings;
}

/** Whether a gate has decided exactly this text, was exempted for it, or lay behind the case when it changed its version. */
export const decidedOn = (
  { decided, exemptions, excused }: Pick<CaseContext, 'decided' | 'exemptions' | 'excused'>,
  gate: string,
  text: TextRef | null | undefined,
): boolean =>
  sameText(decided[gate]?.text, text) || exemptedFor({ exemptions }, gate, text) || excused.includes(gate);

/** 经批准例外: granted, and for exactly this text. */
export const exemptedFor = (
  { exemptions }: Pick<CaseContext, 'exemptions'>,
  gate: string,
  text: TextRef | null | undefined,
): boolean => exemptions[gate]?.granted === true && sameText(exemptions[gate].text, text);

export type CaseState = SnapshotFrom<ReturnType<typeof caseMachine>>;

/** The content streams of a stage's last round. */
export const stageStreams = (state: CaseState | undefined, stage: string): readonly StreamName[] =>
  state?.context.entered[stage]?.streams ?? [];

/** The stream of one kind that the case last made, e.g. its manuscript. */
export const streamOf = (state: CaseState | undefined, kind: string): StreamName | undefined =>
  Object.values(state?.context.entered ?? {})
    .flatMap(({ streams }) => streams)
    .findLast((name) => name.startsWith(`${kind}/`));
