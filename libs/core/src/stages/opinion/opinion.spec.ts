import { initial, step } from '../../machine.ts';
import type { Command } from '../../decider.ts';
import type { Fact } from '../../stream.ts';
import { openedWith } from '../../testing/asked-consultation.ts';
import { given, uuid } from '../../testing/given.ts';
import { CASE, history, MEDICAL, procedure } from '../../testing/plan-case.ts';
import { opinionMachine, opinionNeeds, opinionRows, type OpinionState } from './opinion.ts';
import { proposedNow, settle as settleAll } from './opinion-settle.ts';
import { proposeDisposition } from '../manuscript/propose.ts';

const ID = uuid(0x70);
const stream = `opinion/${ID}` as const;
const CONSULTATION = uuid(0x6f);
const MEETING = uuid(0x80);

const told = (no = 1): Fact => ({
  type: 'OpinionGiven',
  data: {
    consultation: CONSULTATION,
    case: CASE,
    stage: 'consult',
    department: MEDICAL,
    no,
  },
});
const proposed = (disposition: string): Fact => ({ type: 'DispositionProposed', data: { disposition } });
const fixed = (disposition: string): Fact => ({
  type: 'DispositionFixed',
  data: { disposition, meeting: `meeting/${MEETING}` },
});

const propose = (
  facts: readonly Fact[],
  disposition: 'adopted' | 'partly' | 'rejected' | 'later',
  reason: string,
) =>
  given({ ...history('consult'), [stream]: facts }, { definitions: { plan: procedure() } }).when(
    proposeDisposition,
    ID,
    {
      disposition,
      reason,
    },
  );
const fold = (facts: readonly Fact[]): OpinionState =>
  facts.reduce(
    (state, fact) => step(opinionMachine, state, fact).state,
    initial(opinionMachine),
  ) as OpinionState;

describe('proposing what becomes of an opinion', () => {
  test('needs no reason to adopt it', () => {
    const { decision, then } = propose([told()], 'adopted', '');
    then([{ stream, type: 'DispositionProposed', data: { disposition: 'adopted' } }]);
    expect('facts' in decision && decision.facts[0]?.sealed).toEqual([]);
  });

  test('seals the reason under whoever gives it', () => {
    const { decision, then } = propose([told()], 'rejected', '与市级规划口径不一致');
    then([{ stream, type: 'DispositionProposed', data: { disposition: 'rejected' } }]);
    expect('facts' in decision && decision.facts[0]?.sealed).toEqual([
      { subject: uuid(999), plain: { reason: '与市级规划口径不一致' } },
    ]);
  });

  test.each(['partly', 'rejected', 'later'] as const)('needs a reason when it is %s', (disposition) => {
    const run = propose([told()], disposition, '');
    run.refused('opinion.reason');
    expect(run.decision).toMatchObject({
      refusal: { because: 'rule', basis: '《城乡规划法》第二十六条（参照）' },
    });
  });

  test('may be thought over until a meeting settles it', () => {
    propose([told(), proposed('rejected')], 'partly', '采纳前半部分').then([
      { stream, type: 'DispositionProposed', data: { disposition: 'partly' } },
    ]);
    propose([told(), proposed('adopted'), fixed('adopted')], 'rejected', '再议').refused('opinion.open');
    propose([], 'adopted', '').refused('opinion.open');
  });
});

test('each proposal counts, the same disposition with another reason too', () => {
  expect(fold([told(), proposed('later'), proposed('later')]).context).toMatchObject({
    disposition: 'later',
    proposals: 2,
  });
});

describe('settling en bloc', () => {
  const settle: Command<'case', object> = {
    verb: 'meeting.declare',
    on: 'case',
    needs: (known, id) => [{ read: `case/${id}` }, ...opinionNeeds(known, id, 'write')],
    decide: (known, id) => ({
      facts: settleAll(
        known,
        { case: CASE, stage: 'discuss', meeting: `meeting/${MEETING}`, bodyKey: 'group', presider: null },
        proposedNow(known, id),
      ),
    }),
  };
  const names = [uuid(0x71), uuid(0x72), uuid(0x73)].map((id) => `opinion/${id}` as const);

  test('settles what was proposed as it was proposed, and nothing else', () => {
    const consultation = `consultation/${CONSULTATION}` as const;
    const opened = openedWith({ recipients: [MEDICAL] });
    const replies = names.map((name, i) => ({
      type: 'ReplyReceived',
      data: { department: MEDICAL, opinions: i + 1, opinion: name, received: '2026-02-02T02:00:00.000Z' },
    }));
    const [first, second, third] = names;
    given(
      {
        ...history('consult', { streams: { consult: [consultation] } }),
        [consultation]: [opened, ...replies],
        [first ?? '']: [told(1), proposed('partly')],
        [second ?? '']: [told(2)],
        [third ?? '']: [told(3), proposed('adopted'), fixed('adopted')],
      },
      { definitions: { plan: procedure() } },
    )
      .when(settle, CASE, {})
      .then([
        {
          stream: first ?? '',
          type: 'DispositionFixed',
          data: { disposition: 'partly', meeting: `meeting/${MEETING}` },
        },
      ]);
  });

  test('takes no other disposition than the proposed one, in any log', () => {
    expect(() => fold([told(), proposed('rejected'), fixed('adopted')])).toThrow();
    expect(() => fold([told(), fixed('adopted')])).toThrow();
  });
});

describe('what is owed for an opinion', () => {
  test('is a proposal by the office', () => {
    expect(opinionRows(ID, fold([told(7)]))).toMatchObject({
      item: { status: 'given', no: 7, department: MEDICAL, label: '第7条意见' },
      obligations: [{ name: 'propose', holder: 'office', verb: 'opinion.propose' }],
    });
    expect(opinionRows(ID, fold([told(), proposed('adopted')])).obligations).toEqual([]);
  });

  test('is, once it is settled, that its giver takes note, and of one without a department nothing', () => {
    const settled = [told(), proposed('adopted'), fixed('adopted')];
    expect(opinionRows(ID, fold(settled)).obligations).toEqual([
      { name: 'note', holder: `department-head@${MEDICAL}`, verb: 'opinion.note', case: CASE, due: null },
    ]);
    const nobodys: Fact = {
      type: 'OpinionGiven',
      data: { ...told().data, department: null, from: 'unsigned' },
    };
    expect(opinionRows(ID, fold([nobodys, ...settled.slice(1)]))).toMatchObject({
      item: { label: '第1条意见（不署名）', department: null },
      obligations: [],
    });
  });
});
