import { initial, step } from '../../machine.ts';
import { opinionMachine } from '../opinion/opinion.ts';
import type { Fact } from '../../stream.ts';
import { openedWith } from '../../testing/asked-consultation.ts';
import { uuid } from '../../testing/given.ts';
import { caseIn, MEDICAL, procedure } from '../../testing/plan-case.ts';
import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import type { CaseState } from '../../case/case.ts';
import { consultationMachine, type ConsultationState } from './consultation.ts';
import { GiveUnsigned, outsideWindow, tokenRefusal, unsignedFacts } from './unsigned.ts';

const ID = uuid(0x6f);
const due = '2026-02-11T16:00:00.000Z';
const opened = openedWith({ recipients: [MEDICAL] });
const reply: Fact = {
  type: 'ReplyReceived',
  data: { department: MEDICAL, opinions: 1, opinion: `opinion/${uuid(0x70)}`, received: due },
};
const closed: Fact = { type: 'ConsultationClosed', data: { at: due, asked: 1, replied: 1, opinions: 1 } };
const fold = (facts: readonly Fact[]): ConsultationState =>
  facts.reduce(
    (state, fact) => step(consultationMachine, state, fact).state,
    initial(consultationMachine),
  ) as ConsultationState;

function caseStanding(stage: 'consult' | 'revise'): CaseState {
  const read = readDefinition(procedure());
  if ('faults' in read) throw new Error('the procedure of the specification');
  const { machine } = compileProcedure(read.definition);
  return caseIn(stage).reduce(
    (state, fact) => step(machine, state, fact).state,
    initial(machine),
  ) as CaseState;
}

test('the window is that of the named ones, and its refusal says what can be done instead', () => {
  const running = caseStanding('consult');
  expect(outsideWindow(fold([opened]), running, due)).toBeNull();
  const late = outsideWindow(fold([opened]), running, '2026-02-11T16:00:00.001Z');
  expect(late).toMatchObject({
    rule: 'consultation.open',
    needs: { zh: expect.stringContaining('凭证未使用') },
  });
  expect(outsideWindow(fold([opened, closed]), running, due)).toMatchObject({ rule: 'consultation.open' });
  expect(outsideWindow(fold([opened]), caseStanding('revise'), due)).toMatchObject({
    rule: 'consultation.open',
  });
  expect(outsideWindow(undefined, running, due)).toMatchObject({ rule: 'consultation.open' });
});

test('opinions out of the box go on in the numbers, and are of nobody', () => {
  const boxed = [1, 2].map((n) => ({
    id: uuid(0x7a0 + n),
    plain: { about: '第一章', quote: null, wording: `${n}` },
  }));
  const recorded = unsignedFacts(ID, fold([opened, reply]), boxed);
  expect(recorded.map(({ stream, fact }) => [stream, fact.type])).toEqual([
    [`opinion/${uuid(0x7a1)}`, 'OpinionGiven'],
    [`consultation/${ID}`, 'UnsignedOpinionReceived'],
    [`opinion/${uuid(0x7a2)}`, 'OpinionGiven'],
    [`consultation/${ID}`, 'UnsignedOpinionReceived'],
  ]);
  expect(recorded[2]).toMatchObject({
    fact: { data: { department: null, from: 'unsigned', no: 3 } },
    sealed: [{ subject: uuid(0x7a2) }],
  });
  const asked = recorded.filter(({ stream }) => stream.startsWith('consultation/')).map(({ fact }) => fact);
  expect(fold([opened, reply, ...asked]).context).toMatchObject({ unsigned: 2, replies: { [MEDICAL]: 1 } });
  for (const { fact } of recorded.filter(({ stream }) => stream.startsWith('opinion/')))
    expect(initial(opinionMachine).can(fact)).toBe(true);
});

test('a token that does not do is refused by name', () => {
  expect(['used', 'elsewhere', 'unknown', 'boxed'].map((outcome) => tokenRefusal(outcome)?.rule)).toEqual([
    'unsigned.token-used',
    'unsigned.token-elsewhere',
    'unsigned.token-unknown',
    undefined,
  ]);
});

test('an unsigned opinion names its token and nothing that could be a person', () => {
  expect(Object.keys(GiveUnsigned.shape).toSorted()).toEqual([
    'about',
    'clause',
    'consultation',
    'proposed',
    'quote',
    'sort',
    'token',
    'wording',
  ]);
});
