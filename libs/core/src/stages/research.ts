import { assign, setup, type SnapshotFrom } from 'xstate';
import { z } from 'zod';
import { Day, dayOf } from '../calendar.ts';
import { isOpen } from '../case/advance.ts';
import { stageStreams } from '../case/case.ts';
import { record, refuse, type Command, type Known } from '../decider.ts';
import { NO_TEXT } from '../procedure/compile.ts';
import { against, notNow, unknownText } from '../refusal.ts';
import type { Rows } from '../rows.ts';
import { streamName, type Fact } from '../stream.ts';
import { sameText, TextRef } from '../text-ref.ts';
import type { StageKind } from './stage-kind.ts';

/** visit 实地调研 · forum 座谈会 · suggestion 金点子征集 · survey 问卷调查 @source 重大行政决策程序暂行条例 §14（参照） */
const METHODS = ['visit', 'forum', 'suggestion', 'survey'] as const;
type Method = (typeof METHODS)[number];
const WORDS: { readonly [K in Method]: string } = {
  visit: '实地调研',
  forum: '座谈会',
  suggestion: '金点子征集',
  survey: '问卷调查',
};

/** 调研: what was seen and heard before anything is written. It happened outside, so its facts are records. */
export type ResearchFact =
  | Fact<
      'ResearchOpened',
      { case: string; stage: string; methods: Method[]; least: number; due: string | null }
    >
  | Fact<
      'FindingRecorded',
      {
        no: number;
        method: Method;
        /** The Beijing day on which it happened, as claimed by whoever records it. */
        on: string;
        place: string | null;
        attendance: number | null;
        text: TextRef;
      }
    >;

interface Context {
  readonly case: string;
  readonly stage: string;
  readonly methods: readonly Method[];
  readonly least: number;
  readonly due: string | null;
  readonly findings: readonly { readonly method: Method; readonly text: TextRef }[];
}

const nothing: Context = { case: '', stage: '', methods: [], least: 0, due: null, findings: [] };

export const researchMachine = setup({
  types: { context: {} as Context, events: {} as ResearchFact },
}).createMachine({
  id: 'research',
  context: nothing,
  initial: 'absent',
  states: {
    absent: {
      on: { ResearchOpened: { target: 'open', actions: assign(({ event }) => ({ ...event.data })) } },
    },
    open: {
      on: {
        FindingRecorded: {
          actions: assign(({ context, event: { data } }) => ({
            findings: [...context.findings, { method: data.method, text: data.text }],
          })),
        },
      },
    },
  },
});

export type ResearchState = SnapshotFrom<typeof researchMachine>;

/** Owed until the least number of findings is there; after that a finding is welcome and nobody's duty. */
export function researchRows(id: string, { value, context }: ResearchState): Rows {
  const { case: caseId, stage, due, findings, least } = context;
  return {
    item: {
      kind: 'research',
      id,
      case: caseId,
      stage,
      status: value,
      label: '调研情况',
      department: null,
      due,
      no: null,
    },
    obligations:
      findings.length < least
        ? [{ name: 'record', holder: 'office', verb: 'research.record', case: caseId, due }]
        : [],
  };
}

export const RecordFinding = z
  .strictObject({
    method: z.enum(METHODS).meta({ description: '调研方式：实地调研、座谈会、金点子征集、问卷调查 · how' }),
    on: Day,
    place: z.string().trim().min(1).max(80).nullable().meta({ description: '地点 · where' }),
    attendance: z
      .int()
      .min(0)
      .max(100_000)
      .nullable()
      .meta({ description: '参加人数 · how many people took part' }),
    text: TextRef,
  })
  .meta({
    id: 'RecordFinding',
    description: '补录调研情况 · records what a visit, a forum or a call for ideas brought',
  });

/** 补录调研情况: what happened outside the system, with the day that the recorder claims. */
export const recordFinding: Command<'research', z.infer<typeof RecordFinding>> = {
  verb: 'research.record',
  on: 'research',
  concurrent: true,
  needs(known, id, { text }) {
    const state = known.state('research', id);
    return [
      { write: streamName('research', id) },
      { text },
      ...(state ? [{ read: streamName('case', state.context.case) }] : []),
    ];
  },
  decide(given, id, { method, on, place, attendance, text }) {
    const state = given.state('research', id);
    if (!state || !isOpen(given.state('case', state.context.case), state.context.stage))
      return refuse(
        notNow('research.open', '调研环节未在办理中，不能补录', 'The research stage is not open', {
          stage: state?.context.stage ?? null,
        }),
      );
    if (on > dayOf(given.now))
      return refuse(
        notNow('research.past', '调研日期晚于今日，请核对', 'The day lies in the future', {
          on,
          today: dayOf(given.now),
        }),
      );
    if (!given.has(text)) return refuse(unknownText(text));
    const { findings } = state.context;
    const same = findings.findIndex((finding) => sameText(finding.text, text));
    if (same >= 0)
      return refuse(
        notNow(
          'research.new',
          `该材料已作为第${same + 1}份补录`,
          `This text is recorded already, as no. ${same + 1}`,
          { no: same + 1 },
        ),
      );
    const data = { no: findings.length + 1, method, on, place, attendance, text };
    return { facts: [record(streamName('research', id), { type: 'FindingRecorded', data })] };
  },
};

const Params = z.strictObject({
  /** Methods that the scheme promises; one without a finding shows when the stage is left. */
  methods: z.array(z.enum(METHODS)).default(['visit', 'forum', 'suggestion']),
  /** Findings without which the stage cannot be left. */
  least: z.int().min(0).max(100).default(1),
});

export const research: StageKind<z.infer<typeof Params>> = {
  kind: 'research@1',
  params: Params,
  outcomes: ['researched'],
  meaning: () => NO_TEXT,
  enter: ({ given, caseId, stage, due }, { methods, least }) => [
    record(streamName('research', given.id(stage.id)), {
      type: 'ResearchOpened',
      data: { case: caseId, stage: stage.id, methods, least, due },
    }),
  ],
  leaveNeeds: (known, caseId, stage) =>
    stageStreams(known.state('case', caseId), stage.id).map((read) => ({ read })),
  leave(given, caseId, stage, { methods, least }) {
    const findings = findingsOf(given, caseId, stage.id);
    if (findings.length < least)
      return {
        refusal: against(
          'research.least',
          `调研情况至少应有${least}份，现有${findings.length}份`,
          `At least ${least} findings are needed, there are ${findings.length}`,
          { least, found: findings.length },
          { zh: `补录${least - findings.length}份调研情况`, en: `record ${least - findings.length} more` },
        ),
      };
    const missing = methods.filter((method) => !findings.some((finding) => finding.method === method));
    const said = {
      zh: `未见以下方式的调研情况：${missing.map((method) => WORDS[method]).join('、')}`,
      en: `No finding by: ${missing.join(', ')}`,
    };
    return {
      outcome: 'researched',
      text: null,
      notices: missing.length > 0 ? [{ rule: 'research.methods', said, facts: { missing } }] : [],
    };
  },
};

const findingsOf = (known: Known, caseId: string, stage: string): Context['findings'] =>
  stageStreams(known.state('case', caseId), stage).flatMap(
    (name) => known.state('research', name.slice('research/'.length))?.context.findings ?? [],
  );
