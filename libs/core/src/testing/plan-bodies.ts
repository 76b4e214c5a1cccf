import type { Fact } from '../stream.ts';
import { actor, CASE, ORG, RULE, story, type Story } from './council.ts';
import { INSTITUTION, refOf, uuid } from './given.ts';
import { openMeeting, signIn } from '../stages/meeting/attend.ts';
import { callMeeting } from '../stages/meeting/call.ts';
import { declareItem } from '../stages/meeting/declare.ts';
import type { Vote } from '../stages/meeting/meeting.ts';
import { putItem } from '../stages/meeting/put.ts';
import { castVote } from '../stages/meeting/vote.ts';
import type { MandateBody } from '../stages/mandate/giving.ts';

/** A plan of four paragraphs. */
export const PLAN = '第一章 总则\n到2030年开放床位达到31张。\n重点专科建成5个。\n认真贯彻落实。\n';
export const MANUSCRIPT = uuid(3);
export const SECRETARY = actor(7);

const gate = (id: string, next: string, more: { readonly with?: object; readonly then?: object } = {}) => ({
  id,
  kind: 'meeting@1',
  title: id === 'first' ? '第一次审议' : '第二次审议',
  with: { body: 'council', subject: 'manuscript', ...more.with },
  then: { passed: next, 'not-passed': 'mend', deferred: 'again', withdrawn: 'again', ...more.then },
});

/** A plan that a body decides twice, once under a mandate if it likes, and that is issued then. */
export const TWICE = {
  id: 'twice',
  title: '两次审议程序',
  bodies: { council: RULE },
  chapters: [],
  steps: [
    { id: 'mend', kind: 'revise@1', title: '修改', then: { revised: 'first' } },
    gate('first', 'second', { then: { mandated: 'change' } }),
    {
      id: 'change',
      kind: 'mandate@1',
      title: '授权修改',
      with: { gate: 'first' },
      then: { approved: 'second', returned: 'first' },
    },
    gate('second', 'publish'),
    {
      id: 'publish',
      kind: 'issue@1',
      title: '印发',
      with: { subject: 'manuscript', gates: ['first', 'second'] },
      then: { issued: 'end', received: 'end' },
    },
  ],
};

const BEGUN: readonly Fact[] = [
  {
    type: 'CaseOpened',
    data: {
      title: '“十五五”发展规划',
      procedure: { id: 'twice', version: 1, hash: 'twice' },
      scheme: refOf('方案'),
      chapters: [],
      dates: {},
      authority: null,
    },
  },
  {
    type: 'StageEntered',
    data: { stage: 'mend', round: 1, due: null, streams: [`manuscript/${MANUSCRIPT}`] },
  },
  {
    type: 'StageClosed',
    data: { stage: 'mend', round: 1, outcome: 'revised', text: refOf(PLAN), notices: [], sum: {} },
  },
  { type: 'StageEntered', data: { stage: 'first', round: 1, due: null, streams: [] } },
];

/** The plan before the first gate, under this procedure or one like it. */
export const plan = (definition: object = TWICE): Story =>
  story(
    {
      [`org/${INSTITUTION}`]: ORG,
      [`case/${CASE}`]: BEGUN,
      [`manuscript/${MANUSCRIPT}`]: [
        {
          type: 'ManuscriptTakenOver',
          data: { case: CASE, stage: 'mend', label: '送审稿', text: refOf(PLAN) },
        },
      ],
    },
    { twice: definition },
    { texts: [PLAN] },
  );

/** Seven days later in a call, so that nothing is late. */
export const AT = '2025-11-20T02:00:00.000Z';

interface Held {
  readonly meeting: string;
  readonly stage: string;
  readonly votes?: readonly Vote[];
  readonly mandate?: MandateBody;
  readonly more?: object;
}

/** Called, opened by four, put, voted on and not declared yet. */
export function voted(
  before: Story,
  { meeting, stage, votes = ['yes', 'yes', 'yes', 'yes'], mandate, more = {} }: Held,
): Story {
  const call = { case: CASE, stage, at: AT, place: '二楼会议室', ...more };
  const open = votes
    .reduce(
      (so, _, i) => so.does(actor(i + 1), signIn, [meeting, {}]),
      before.does(SECRETARY, callMeeting, [meeting, call]),
    )
    .does(SECRETARY, openMeeting, [meeting, {}])
    .does(SECRETARY, putItem, [meeting, mandate ? { mandate } : {}]);
  // The chair votes last.
  return [...votes.entries()]
    .toReversed()
    .reduce((so, [i, vote]) => so.does(actor(i + 1), castVote, [meeting, { vote }]), open);
}

export const held = (before: Story, how: Held): Story =>
  voted(before, how).does(SECRETARY, declareItem, [how.meeting, { minutes: null }]);
