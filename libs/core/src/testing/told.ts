import type { Json } from '@mouding/evidence';
import { conformance, type ConformanceReport } from '../conformance/conformance.ts';
import { fileOf, refOf, uuid } from './given.ts';
import { SMALL } from './small-procedure.ts';
import { witnessed, type Told } from './witnessed.ts';

/** The text on which the gate decides, and another one. */
export const [DRAFT, OTHER] = [refOf('初稿'), refOf('另一稿')];
/** A scanned paper. */
export const PAPER = fileOf('批示');
/** What a fact says. */
export type Data = { readonly [key: string]: Json };

/** A case of the small procedure. */
export const opened: Told = {
  type: 'CaseOpened',
  data: {
    title: '规划',
    procedure: { id: 'small', version: 1, hash: 'small' },
    scheme: refOf('方案'),
    chapters: [],
    dates: {},
    authority: null,
  },
};
/** A stage was entered. */
export const entered = (stage: string, round = 1, streams: readonly string[] = []): Told => ({
  type: 'StageEntered',
  data: { stage, round, due: null, streams: [...streams] },
});
/** A stage ended so. */
export const closed = (stage: string, outcome: string, text: Data | null = null, more: Data = {}): Told => ({
  type: 'StageClosed',
  data: { stage, round: 1, outcome, text, notices: [], sum: {}, ...more },
});
/** A stage that was entered and ended. */
export const through = (stage: string, outcome: string, text: Data | null = null): readonly Told[] => [
  entered(stage),
  closed(stage, outcome, text),
];
/** Up to the draft, before the gate. */
export const TO_DRAFT: readonly Told[] = [
  opened,
  ...through('material', 'collected'),
  ...through('chapters', 'written'),
  ...through('draft', 'compiled', DRAFT),
];
/** The sum of a vote. */
export const SUM = { all: 6, present: 5, yes: 4, zh: '全体6，实到5≥3 ✓；赞成4>3 ✓', en: 'all 6' };
/** The gate has decided. */
export const DECIDED: readonly Told[] = [
  ...TO_DRAFT,
  entered('gate'),
  closed('gate', 'passed', DRAFT, { sum: SUM }),
];
/** It went out. */
export const ISSUED: readonly Told[] = [...DECIDED, ...through('issue', 'issued', DRAFT)];

/** The report of what was told. */
export const report = (told: readonly Told[], definition: unknown = SMALL): ConformanceReport => {
  const { procedure, state, facts } = witnessed(definition, told);
  return conformance(procedure, state, facts);
};

/** The slip of {@link onPaper}, and its meeting. */
export const SLIP = `record/${uuid(9)}` as const;
export const MEETING = `meeting/${uuid(8)}` as const;
/** A notice of this rule. */
export const notice = (rule: string): Data => ({ rule, said: { zh: rule, en: rule }, facts: {} });
/** A meeting that was entered from paper and broke rules, some of which hold the next step. */
export const onPaper = (
  rules: readonly string[],
  holds: readonly string[],
  happened = '2026-01-05',
): readonly Told[] => [
  ...TO_DRAFT,
  entered('gate'),
  {
    stream: MEETING,
    type: 'MeetingRecorded',
    verb: 'meeting.record',
    data: { stage: 'gate', notices: rules.map(notice) },
  },
  {
    stream: SLIP,
    type: 'RecordEntered',
    verb: 'meeting.record',
    data: {
      stage: 'gate',
      title: '补录会议',
      verb: 'meeting.record',
      medium: 'meeting',
      happened,
      scan: PAPER,
      book: null,
      notices: rules.map(notice),
      holds: [...holds],
    },
  },
  ...(holds.length > 0
    ? [{ type: 'StepHeld', verb: 'meeting.record', data: { by: SLIP, stage: 'gate', rules: [...holds] } }]
    : []),
  { ...closed('gate', 'passed', DRAFT), verb: 'meeting.record' },
];
/** What two persons did about the slip. */
export const repaired = (how: string): readonly Told[] => [
  { stream: SLIP, type: 'RepairProposed', data: { how, by: uuid(300) } },
  { stream: SLIP, type: 'RepairConfirmed', data: { how, by: uuid(301) } },
  { type: 'StepReleased', data: { by: SLIP, how } },
];
