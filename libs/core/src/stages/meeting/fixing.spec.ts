import { actor, CASE, council, MEETING, type Story } from '../../testing/council.ts';
import { uuid } from '../../testing/given.ts';
import { openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { declareItem } from './declare.ts';
import type { Vote } from './meeting.ts';
import { putItem } from './put.ts';
import { castVote } from './vote.ts';

const CALL = { case: CASE, stage: 'adopt', at: '2025-12-01T01:00:00.000Z', place: '二楼会议室' };
const SECRETARY = actor(7);
const MEMBERS = [2, 3, 4, 1];
const declared = (story: Story, vote: Vote) => {
  const called = story.does(SECRETARY, callMeeting, [MEETING, CALL]);
  const open = MEMBERS.reduce((so, n) => so.does(actor(n), signIn, [MEETING, {}]), called)
    .does(SECRETARY, openMeeting, [MEETING, {}])
    .does(SECRETARY, putItem, [MEETING, {}]);
  return MEMBERS.reduce((so, n) => so.does(actor(n), castVote, [MEETING, { vote }]), open).when(
    SECRETARY,
    declareItem,
    [MEETING, { minutes: null }],
  );
};

test('passing fixes every proposed disposition, in the same append', () => {
  const [consultation, first, second] = [uuid(600), uuid(601), uuid(602)];
  const given = (id: string, no: number) =>
    ({
      type: 'OpinionGiven',
      data: { consultation, case: CASE, stage: 'consult', department: uuid(401), no, about: id },
    }) as const;
  const proposed = (disposition: string) => ({ type: 'DispositionProposed', data: { disposition } });
  const reply = (opinion: string, opinions: number) => ({
    type: 'ReplyReceived',
    data: {
      department: uuid(401),
      opinions,
      opinion: `opinion/${opinion}`,
      received: '2025-11-02T00:00:00.000Z',
    },
  });
  const opened = {
    type: 'ConsultationOpened',
    data: {
      case: CASE,
      stage: 'consult',
      round: 1,
      text: null,
      recipients: [uuid(401)],
      days: 5,
      unit: 'natural',
      opened: '2025-11-01T00:00:00.000Z',
      due: '2025-11-06T16:00:00.000Z',
      estimated: false,
    },
  };
  const stage = { with: { body: 'council', subject: 'scheme', fixesOpinions: true } };
  const fresh = council({}, stage);
  const [caseOpened, entered] = fresh.history[`case/${CASE}`] ?? [];
  const consulted = entered && {
    ...entered,
    data: { ...entered.data, streams: [`consultation/${consultation}`] },
  };
  if (!caseOpened || !consulted) throw new Error('the fixture has a case');
  const story = council({}, stage)
    .with(`case/${CASE}`, caseOpened, consulted)
    .but(`consultation/${consultation}`, opened, reply(first, 1), reply(second, 2))
    .but(`opinion/${first}`, given(first, 1), proposed('adopted'))
    .but(`opinion/${second}`, given(second, 2), proposed('rejected'), proposed('partly'));
  const fixed = (id: string, disposition: string) => ({
    stream: `opinion/${id}`,
    fact: expect.objectContaining({
      type: 'DispositionFixed',
      data: { disposition, meeting: `meeting/${MEETING}` },
    }),
  });
  const { decision } = declared(story, 'yes');
  expect('facts' in decision && decision.facts).toEqual(
    expect.arrayContaining([
      expect.objectContaining(fixed(first, 'adopted')),
      expect.objectContaining(fixed(second, 'partly')),
    ]),
  );
  expect(declared(story, 'no').types()).toEqual([
    'meeting ItemDeclared',
    'case StageClosed',
    'case StageEntered',
  ]);
});
