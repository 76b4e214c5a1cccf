import { initial, step } from '../machine.ts';
import { consultationMachine, type ConsultationState } from '../stages/consult/consultation.ts';
import type { Fact } from '../stream.ts';
import { given, refOf, uuid } from './given.ts';
import { CASE, head, history, MEDICAL, procedure, SURGERY } from './plan-case.ts';

export const ID = uuid(0x6f);
export const stream = `consultation/${ID}` as const;
export const due = '2026-02-11T16:00:00.000Z';
export const early = '2026-02-05T02:00:00.000Z';
export const late = '2026-02-11T16:00:00.001Z';
export const opinion = (n: number) => `opinion/${uuid(0x700 + n)}` as const;

/** 征求意见 of MEDICAL and SURGERY on 初稿, ten days from 1 February; `data` says what is otherwise. */
export const openedWith = (data: object = {}): Fact => ({
  type: 'ConsultationOpened',
  data: {
    case: CASE,
    stage: 'consult',
    round: 1,
    text: refOf('初稿'),
    recipients: [MEDICAL, SURGERY],
    days: 10,
    unit: 'natural',
    opened: '2026-02-01T02:00:00.000Z',
    due,
    estimated: false,
    ...data,
  },
});
export const opened = openedWith();
export const reply = (department: string, opinions: number, name: string | null = null): Fact => ({
  type: 'ReplyReceived',
  data: { department, opinions, opinion: name, received: early },
});
export const closed = (at = due): Fact => ({
  type: 'ConsultationClosed',
  data: { at, asked: 2, replied: 0, opinions: 0 },
});
export const givenOpinion = (no: number): Fact => ({
  type: 'OpinionGiven',
  data: { consultation: ID, case: CASE, stage: 'consult', department: MEDICAL, no },
});
export const proposed: Fact = { type: 'DispositionProposed', data: { disposition: 'adopted' } };

export const when = (
  facts: readonly Fact[],
  setting: object = {},
  more: { readonly [stream: string]: readonly Fact[] } = {},
) =>
  given(
    { ...history('consult', { streams: { consult: [stream] } }), [stream]: facts, ...more },
    { definitions: { plan: procedure() }, actor: head(MEDICAL), received: early, ...setting },
  );
export const fold = (facts: readonly Fact[]): ConsultationState =>
  facts.reduce(
    (state, fact) => step(consultationMachine, state, fact).state,
    initial(consultationMachine),
  ) as ConsultationState;
