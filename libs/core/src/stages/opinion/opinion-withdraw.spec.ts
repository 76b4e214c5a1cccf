import type { Fact } from '../../stream.ts';
import { opened } from '../../testing/asked-consultation.ts';
import { given, uuid } from '../../testing/given.ts';
import { CASE, head, history, MEDICAL, procedure, SURGERY } from '../../testing/plan-case.ts';
import { proposedNow } from './opinion-settle.ts';
import { mergeOpinion, withdrawOpinion } from './opinion-withdraw.ts';
import { proposeDisposition } from '../manuscript/propose.ts';

const CONSULTATION = uuid(0x6f);
const consultation = `consultation/${CONSULTATION}` as const;
const due = '2026-02-11T16:00:00.000Z';
const [ONE, TWO] = [uuid(0x71), uuid(0x72)];
const [one, two] = [`opinion/${ONE}` as const, `opinion/${TWO}` as const];

const told = (no: number, department: string | null = MEDICAL, of = CONSULTATION): Fact => ({
  type: 'OpinionGiven',
  data: { consultation: of, case: CASE, stage: 'consult', department, no },
});
const proposed: Fact = { type: 'DispositionProposed', data: { disposition: 'adopted' } };
const reply = (opinions: number, opinion: string): Fact => ({
  type: 'ReplyReceived',
  data: { department: MEDICAL, opinions, opinion, received: '2026-02-05T02:00:00.000Z' },
});
const closed: Fact = { type: 'ConsultationClosed', data: { at: due, asked: 2, replied: 1, opinions: 2 } };
const merged: readonly Fact[] = [told(1), { type: 'OpinionMerged', data: { into: two, no: 2 } }];
const takenIn: readonly Fact[] = [
  told(2, SURGERY),
  { type: 'OpinionTakenIn', data: { opinion: one, no: 1 } },
];

const when = (
  streams: { readonly [stream: string]: readonly Fact[] },
  received = '2026-02-06T02:00:00.000Z',
) =>
  given(
    {
      ...history('consult', { streams: { consult: [consultation] } }),
      [consultation]: [opened, reply(1, one), reply(2, two)],
      ...streams,
    },
    { definitions: { plan: procedure() }, actor: head(MEDICAL), received },
  );

describe('taking an opinion back', () => {
  const data = { department: MEDICAL, opinions: 1, opinion: one };
  const back = (facts: readonly Fact[]) => when({ [one]: facts }).when(withdrawOpinion, ONE, {});

  test.each([[[told(1)]], [[told(1), proposed]]])('ends it; its number stays', (facts) => {
    back(facts).then([
      { stream: one, type: 'OpinionWithdrawn', data: { received: '2026-02-06T02:00:00.000Z' } },
      { stream: consultation, type: 'ReplyWithdrawn', data },
    ]);
  });

  test('is possible until the window ends', () => {
    const run = (received: string) => when({ [one]: [told(1)] }, received).when(withdrawOpinion, ONE, {});
    run(due).then([
      { stream: one, type: 'OpinionWithdrawn' },
      { stream: consultation, type: 'ReplyWithdrawn' },
    ]);
    run('2026-02-11T16:00:00.001Z').refused('consultation.open');
    when({ [one]: [told(1)], [consultation]: [opened, reply(1, one), closed] })
      .when(withdrawOpinion, ONE, {})
      .refused('consultation.open');
  });

  test('is not possible once it is merged, settled, withdrawn, or of no department', () => {
    const fixed: Fact = {
      type: 'DispositionFixed',
      data: { disposition: 'adopted', meeting: `meeting/${uuid(0x80)}` },
    };
    const withdrawn: Fact = { type: 'OpinionWithdrawn', data: { received: due } };
    const absorbing: Fact = { type: 'OpinionTakenIn', data: { opinion: two, no: 2 } };
    for (const facts of [
      [],
      merged,
      [told(1), absorbing],
      [told(1), proposed, fixed],
      [told(1), withdrawn],
      [told(1, null)],
    ])
      back(facts).refused('opinion.withdrawable');
  });
});

describe('merging two opinions', () => {
  const merge = (first: readonly Fact[], second: readonly Fact[], into = TWO) =>
    when({ [one]: first, [two]: second }).when(mergeOpinion, ONE, { into });

  test('leaves both their numbers', () => {
    merge([told(1)], [told(2, SURGERY)]).then([
      { stream: one, type: 'OpinionMerged', data: { into: two, no: 2 } },
      { stream: two, type: 'OpinionTakenIn', data: { opinion: one, no: 1 } },
    ]);
  });

  test('is for two of one consultation, before anything is proposed, and not in a circle', () => {
    const elsewhere = told(2, SURGERY, uuid(0x6e));
    for (const [first, second] of [
      [[told(1), proposed], [told(2)]],
      [[told(1)], [told(2), proposed]],
      [[told(1)], [elsewhere]],
      [[told(1)], []],
      [takenIn, [told(2)]],
      [merged, [told(2)]],
    ] as const)
      merge(first, second).refused('opinion.mergeable');
    merge([told(1)], [told(2)], ONE).refused('opinion.mergeable');
  });

  test('makes one proposal of both, which is settled for both', () => {
    const run = when({ [one]: merged, [two]: takenIn }).when(proposeDisposition, TWO, {
      disposition: 'rejected',
      reason: '暂不采纳',
    });
    run.then([
      { stream: two, type: 'DispositionProposed', data: { disposition: 'rejected' } },
      { stream: one, type: 'DispositionProposed', data: { disposition: 'rejected' } },
    ]);
    const settle = { type: 'DispositionProposed', data: { disposition: 'rejected' } };
    const listing = when({ [one]: [...merged, settle], [two]: [...takenIn, settle] }).when(
      {
        verb: 'case.list',
        on: 'case',
        needs: (_, id) => [{ read: `case/${id}` }, { read: consultation }, { read: one }, { read: two }],
        decide: (known, id) => ({
          facts: [],
          notices: proposedNow(known, id).map(({ opinion }) => ({
            rule: opinion,
            said: { zh: '', en: '' },
            facts: {},
          })),
        }),
      },
      CASE,
      {},
    );
    expect(listing.decision).toMatchObject({ notices: [{ rule: one }, { rule: two }] });
  });
});
