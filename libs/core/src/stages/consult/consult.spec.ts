import { CLOCK } from '../../capacity.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import {
  closed,
  due,
  early,
  fold,
  ID,
  late,
  opened,
  opinion,
  reply,
  stream,
  when,
} from '../../testing/asked-consultation.ts';
import { given, uuid } from '../../testing/given.ts';
import { head, history, MEDICAL, procedure, SURGERY } from '../../testing/plan-case.ts';
import { closeConsultation } from './consult.ts';
import { consultationMachine, consultationRows } from './consultation.ts';
import { replyNone } from './reply.ts';

describe('the end of the window', () => {
  const answer = (facts: readonly Fact[], received: string, setting: object = {}) =>
    when(facts, { received, ...setting }).when(replyNone, ID, {});

  test('is 24:00 sharp, whether or not the clock has come by', () => {
    answer([opened], due).then([{ stream, type: 'ReplyReceived' }]);
    answer([opened], late).refused('consultation.open');
    answer([opened, closed()], late).refused('consultation.open');
  });

  test('lets in what arrived in time while the clock was faster', () => {
    answer([opened, closed()], due).then([{ stream, type: 'ReplyReceived' }]);
    answer([opened, closed('2026-02-04T02:00:00.000Z')], early).refused('consultation.open');
    expect(fold([opened, closed(), reply(MEDICAL, 0)]).context.replies).toEqual({ [MEDICAL]: 0 });
    expect(() => fold([opened, closed('2026-02-04T02:00:00.000Z'), reply(MEDICAL, 0)])).toThrow();
  });

  test('lets in nothing when the stage is over, or was never opened', () => {
    given(
      { ...history('revise', { streams: { consult: [stream] } }), [stream]: [opened, closed()] },
      { definitions: { plan: procedure() }, actor: head(MEDICAL), received: early },
    )
      .when(replyNone, ID, {})
      .refused('consultation.open');
    answer([], early).refused('consultation.open');
  });

  test('is a deadline that closing settles', () => {
    const open = step(consultationMachine, initial(consultationMachine), opened);
    expect(open.effects).toEqual([
      { type: 'deadline', params: { name: 'window', due, verb: 'consultation.close' } },
    ]);
    expect(step(consultationMachine, open.state, closed()).effects).toEqual([
      { type: 'settle', params: { name: 'window' } },
    ]);
  });
});

/** What the close says, with its numbers; its sentences are those of the register. */
const closing = (numbers: object) => ({
  at: due,
  asked: 2,
  replied: 0,
  opinions: 0,
  unsigned: 0,
  none: 0,
  overdue: [],
  silence: 'none',
  sum: expect.stringMatching(/^发出2份，收回\d份，意见\d条，无意见\d份，逾期未反馈\d份$/),
  sumEn: expect.stringContaining('2 asked'),
  ...numbers,
});

describe('closing', () => {
  const office = { actor: { as: 'office', person: uuid(9), post: uuid(8), department: null } };
  const both = [opened, reply(MEDICAL, 1, opinion(1)), reply(SURGERY, 0)];

  test('by the clock happens at the due moment, once, and for this date only', () => {
    const clock = (facts: readonly Fact[], by = due) =>
      when(facts, { actor: CLOCK, received: '2026-02-11T16:05:00.000Z' }).when(closeConsultation, ID, {
        due: by,
      });
    clock([opened, reply(MEDICAL, 1, opinion(1))]).then([
      { stream, type: 'ConsultationClosed', data: closing({ replied: 1, opinions: 1, overdue: [SURGERY] }) },
    ]);
    clock([opened, closed()]).then([]);
    clock([opened], '2026-02-01T16:00:00.000Z').then([]);
    clock([]).then([]);
  });

  test('by the office is possible as soon as everybody has answered', () => {
    when(both, office)
      .when(closeConsultation, ID, {})
      .then([
        {
          stream,
          type: 'ConsultationClosed',
          data: closing({ at: early, replied: 2, opinions: 1, none: 1 }),
        },
      ]);
    const waiting = when([opened, reply(MEDICAL, 0)], office).when(closeConsultation, ID, {});
    waiting.refused('consultation.all-replied');
    expect(waiting.decision).toMatchObject({ refusal: { facts: { waiting: [SURGERY] } } });
  });

  test('by the office is possible after the window, and not twice', () => {
    when([opened], { ...office, received: late })
      .when(closeConsultation, ID, {})
      .then([{ stream, type: 'ConsultationClosed', data: closing({ overdue: [MEDICAL, SURGERY] }) }]);
    when([...both, closed()], office)
      .when(closeConsultation, ID, {})
      .refused('consultation.open');
  });
});

describe('what is owed in a consultation', () => {
  test('goes from those who were asked to the office to nobody', () => {
    const owed = (facts: readonly Fact[]) =>
      consultationRows(ID, fold(facts)).obligations.map(({ name, holder, due: by }) => [name, holder, by]);
    const of = (department: string) => [`reply:${department}`, `department-head@${department}`, due];
    expect(owed([opened])).toEqual([of(MEDICAL), of(SURGERY)]);
    expect(owed([opened, reply(MEDICAL, 0)])).toEqual([of(SURGERY)]);
    expect(owed([opened, reply(MEDICAL, 0), reply(SURGERY, 0)])).toEqual([['close', 'office', due]]);
    expect(owed([opened, closed()])).toEqual([]);
  });
});
