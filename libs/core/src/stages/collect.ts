import { assign, setup, type SnapshotFrom } from 'xstate';
import { z } from 'zod';
import { inTime } from '../calendar.ts';
import { stageStreams } from '../case/case.ts';
import {
  record,
  refuse,
  sealedBy,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
} from '../decider.ts';
import { effects } from '../effects.ts';
import { NO_TEXT } from '../procedure/compile.ts';
import { against, notNow, unknownText, type Refusal } from '../refusal.ts';
import type { Rows } from '../rows.ts';
import { parseStream, streamName, type Fact } from '../stream.ts';
import { sameText, TextRef } from '../text-ref.ts';
import type { StageKind } from './stage-kind.ts';

type Requested = {
  readonly case: string;
  readonly stage: string;
  readonly department: string;
  readonly label: string;
  readonly due: string | null;
  /** What becomes of one that arrives after its date: receive 允许补报，保留逾期标记 · refuse 逾期不再受理. */
  readonly afterDue: 'receive' | 'refuse';
};

/** A department's own development plan (科室发展规划), the material of the chapters. Names are permanent. */
export type ContributionFact =
  | Fact<'ContributionRequested', Requested>
  | Fact<'ContributionSubmitted', { text: TextRef; received: string; late: boolean }>
  | Fact<'ContributionAccepted', { text: TextRef }>
  | Fact<'ContributionReturned', { text: TextRef }>
  | Fact<'ContributionFellDue', { due: string }>;

interface Context extends Requested {
  readonly text: TextRef | null;
  /** When it was handed in for the first time, law time in UTC. */
  readonly received: string | null;
  /** 逾期: judged by the first arrival, and then it stays. */
  readonly late: boolean;
}

const nothing: Context = {
  case: '',
  stage: '',
  department: '',
  label: '',
  due: null,
  afterDue: 'receive',
  text: null,
  received: null,
  late: false,
};

export const contributionMachine = setup({
  types: { context: {} as Context, events: {} as ContributionFact },
  actions: effects,
  guards: {
    dated: ({ event }) => event.type === 'ContributionRequested' && event.data.due !== null,
    same: ({ context, event }) => 'text' in event.data && sameText(event.data.text, context.text),
  },
}).createMachine({
  id: 'contribution',
  context: nothing,
  initial: 'absent',
  states: {
    absent: {
      on: {
        ContributionRequested: [
          {
            guard: 'dated',
            target: 'open',
            actions: [
              assign(({ event }) => ({ ...event.data })),
              {
                type: 'deadline',
                params: ({ event }) => ({
                  name: 'due',
                  due: event.data.due ?? '',
                  verb: 'contribution.fall-due',
                }),
              },
            ],
          },
          { target: 'open', actions: assign(({ event }) => ({ ...event.data })) },
        ],
      },
    },
    open: {
      on: {
        ContributionSubmitted: {
          target: 'submitted',
          actions: [
            assign(({ context, event: { data } }) => ({
              text: data.text,
              received: context.received ?? data.received,
              late: data.late,
            })),
            { type: 'settle', params: { name: 'due' } },
          ],
        },
        ContributionFellDue: { actions: assign({ late: true }) },
      },
    },
    submitted: {
      on: {
        ContributionSubmitted: {
          actions: assign(({ event: { data } }) => ({ text: data.text, late: data.late })),
        },
        ContributionAccepted: { guard: 'same', target: 'accepted' },
        ContributionReturned: { guard: 'same', target: 'open' },
      },
    },
    accepted: { type: 'final' },
  },
});

export type ContributionState = SnapshotFrom<typeof contributionMachine>;

export function contributionRows(id: string, { value, context }: ContributionState): Rows {
  const { case: caseId, stage, label, department, due } = context;
  const owed = { case: caseId, due };
  return {
    item: { kind: 'contribution', id, case: caseId, stage, status: value, label, department, due, no: null },
    obligations: [
      ...(value === 'open'
        ? [{ ...owed, name: 'submit', holder: `department-head@${department}`, verb: 'contribution.submit' }]
        : []),
      ...(value === 'submitted'
        ? [{ ...owed, name: 'accept', holder: 'office', verb: 'contribution.accept', due: null }]
        : []),
    ],
  };
}

const itsCase = (known: Known, id: string): readonly Need[] => {
  const state = known.state('contribution', id);
  return state ? [{ read: streamName('case', state.context.case) }] : [];
};

const its = (id: string, fact: ContributionFact): Decision => ({
  facts: [record(streamName('contribution', id), fact)],
});

const notOpen = (state: ContributionState | undefined): Refusal =>
  notNow(
    'contribution.open',
    '科室发展规划尚未布置或已受理，不能报送',
    'The department plan was not asked for, or is accepted already',
    { status: state?.value ?? 'absent' },
  );

const notSubmitted = (state: ContributionState | undefined): Refusal =>
  notNow('contribution.submitted', '该科室尚未报送或已受理', 'Nothing handed in waits here', {
    status: state?.value ?? 'absent',
  });

/** 逾期: judged by the first arrival, so that neither a correction nor a return makes anybody late. */
const isLate = (given: Given, { context: { received, due, late } }: ContributionState): boolean =>
  received === null ? !inTime(given.received, due) : late;

export const SubmitContribution = z
  .strictObject({ text: TextRef })
  .meta({ id: 'SubmitContribution', description: '报送科室发展规划 · hands in a department plan' });

/**
 * 报送科室发展规划; 24:00 of the day is still in time. Until it is accepted it can be handed in again: the last text
 * counts, and lateness is judged by the first arrival. No source rules on late ones: whether they are received with
 * their mark or no longer is a parameter of the procedure.
 */
export const submitContribution: Command<'contribution', z.infer<typeof SubmitContribution>> = {
  verb: 'contribution.submit',
  on: 'contribution',
  judged: true,
  needs: (known, id, { text }) => [
    { write: streamName('contribution', id) },
    { text },
    ...itsCase(known, id),
  ],
  during: ['open', 'submitted'],
  decide(given, id, { text }) {
    const state = given.state('contribution', id);
    if (!state?.matches('open') && !state?.matches('submitted')) return refuse(notOpen(state));
    if (!given.has(text)) return refuse(unknownText(text));
    const { due, afterDue } = state.context;
    const late = isLate(given, state);
    if (late && afterDue === 'refuse')
      return refuse(
        against(
          'contribution.due',
          '已逾报送期限，按编制程序不再受理',
          'The date has passed and the procedure receives nothing after it',
          { due, received: given.received },
        ),
      );
    return its(id, { type: 'ContributionSubmitted', data: { text, received: given.received, late } });
  },
};

export const AcceptContribution = z
  .strictObject({})
  .meta({ id: 'AcceptContribution', description: '受理科室发展规划 · accepts a department plan' });

/** 受理. */
export const acceptContribution: Command<'contribution', z.infer<typeof AcceptContribution>> = {
  verb: 'contribution.accept',
  on: 'contribution',
  needs: (known, id) => [{ write: streamName('contribution', id) }, ...itsCase(known, id)],
  during: ['submitted'],
  decide(given, id) {
    const state = given.state('contribution', id);
    if (!state?.matches('submitted') || state.context.text === null) return refuse(notSubmitted(state));
    const { text } = state.context;
    return its(id, { type: 'ContributionAccepted', data: { text } });
  },
};

export const ReturnContribution = z
  .strictObject({ reason: z.string().trim().min(1).max(2000).meta({ description: '退回意见 · why' }) })
  .meta({ id: 'ReturnContribution', description: '退回科室发展规划 · sends a department plan back' });

/** 退回修改: the department hands in again and is not late for it; the reason is sealed. */
export const returnContribution: Command<'contribution', z.infer<typeof ReturnContribution>> = {
  verb: 'contribution.return',
  on: 'contribution',
  needs: (known, id) => [{ write: streamName('contribution', id) }, ...itsCase(known, id)],
  during: ['submitted'],
  decide(given, id, { reason }) {
    const state = given.state('contribution', id);
    if (!state?.matches('submitted') || state.context.text === null) return refuse(notSubmitted(state));
    const fact = { type: 'ContributionReturned', data: { text: state.context.text } };
    return {
      facts: [record(streamName('contribution', id), fact, sealedBy(given.actor, { reason }))],
    };
  },
};

/** The date passed with nothing handed in. What arrived in time and was still on its way is not late for it. */
export const contributionFallDue: Command<'contribution', { due: string }> = {
  verb: 'contribution.fall-due',
  on: 'contribution',
  needs: (_, id) => [{ write: streamName('contribution', id) }],
  decide(given, id, { due }) {
    const state = given.state('contribution', id);
    if (!state?.matches('open') || state.context.due !== due) return { facts: [] };
    return its(id, { type: 'ContributionFellDue', data: { due } });
  },
};

/** No source says what becomes of late or missing ones; a hospital says it in its procedure. */
const Params = z.strictObject({
  /** Who hands in: every department, clinical ones and organisations too, or only the functional ones. */
  from: z.enum(['all-departments', 'functional-departments']).default('all-departments'),
  /** Whether one that is missing shows when the stage is left, or holds it. */
  missing: z.enum(['warn', 'block']).default('warn'),
  afterDue: z.enum(['receive', 'refuse']).default('receive'),
});

/** 科室发展规划报送: one contribution per department, frozen at the entry of the stage. */
export const collect: StageKind<z.infer<typeof Params>> = {
  kind: 'collect@1',
  params: Params,
  outcomes: ['collected'],
  meaning: () => NO_TEXT,
  enter({ given, caseId, stage, due }, { from, afterDue }) {
    const asked = given.org.context.departments.filter(
      ({ kind }) => from === 'all-departments' || kind === 'functional',
    );
    return asked.map(({ id, name }) =>
      record(streamName('contribution', given.id(`${stage.id}/${id}`)), {
        type: 'ContributionRequested',
        data: { case: caseId, stage: stage.id, department: id, label: `${name}发展规划`, due, afterDue },
      }),
    );
  },
  leaveNeeds: (known, caseId, stage) =>
    stageStreams(known.state('case', caseId), stage.id).map((read) => ({ read })),
  leave(given, caseId, stage, params) {
    const missing = stageStreams(given.state('case', caseId), stage.id)
      .map((name) => given.state('contribution', parseStream(name).id))
      .flatMap((state) => (state && !state.matches('accepted') ? [state.context] : []));
    const said = {
      zh: `未受理的科室发展规划：${missing.map(({ label }) => label).join('、')}`,
      en: `Department plans not yet accepted: ${missing.map(({ label }) => label).join(', ')}`,
    };
    const facts = { missing: missing.map(({ department }) => department) };
    const shown = missing.length > 0 ? [{ rule: 'collect.complete', said, facts }] : [];
    if (shown[0] && params.missing === 'block') return { refusal: { ...shown[0], because: 'rule' } };
    return { outcome: 'collected', text: null, notices: shown };
  },
};
