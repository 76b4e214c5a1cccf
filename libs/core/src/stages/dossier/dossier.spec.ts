import { CLOCK, type Capacity } from '../../capacity.ts';
import { council, person, post, SCHEME, type Story } from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import { AnswerDossier, answerDossier } from './dossier-answer.ts';
import { dossierRows, dossierStream, receiveDossier, type DossierState } from './dossier.ts';
import type { FilingOutcome } from '../file/facts.ts';

const DOSSIER = uuid(900);
const stream = `dossier/${DOSSIER}`;
const EXAMINER: Capacity = { as: 'examiner', person: person(50), post: post(50), department: null };
const FROM = { institution: uuid(3), name: '某市中医院', filing: uuid(800), receipt: 'b'.repeat(64) };
const filed = (letter: '请示' | '报告' = '请示', no = 1) => ({
  from: { ...FROM, receipt: String(no).repeat(64) },
  title: '规划',
  text: refOf(SCHEME),
  letter,
  manifest: [],
  no,
});
const message = (letter: '请示' | '报告' = '请示', no = 1, reminds = false) =>
  [DOSSIER, { ...filed(letter, no), reminds }] as const;
const received = (letter: '请示' | '报告' = '请示') => council().does(CLOCK, receiveDossier, message(letter));
const answer = (outcome: FilingOutcome, points: readonly string[] = []) =>
  [
    DOSSIER,
    AnswerDossier.parse({ outcome, number: '某卫发〔2026〕8号', letter: refOf('附件'), points }),
  ] as const;
const folded = ({ history }: Story) => {
  const kind = streamKind('dossier');
  const start = { state: emptyState(kind), effects: [] as readonly unknown[] };
  return (history[stream] ?? []).reduce((so, fact) => nextState(kind, so.state, fact), start);
};
const owed = (story: Story) =>
  dossierRows(DOSSIER, folded(story).state as DossierState).obligations.map(({ verb }) => verb);

test('received once, however often it is delivered; then the examiner owes an answer', () => {
  council()
    .when(CLOCK, receiveDossier, message())
    .then([{ stream, type: 'DossierReceived', data: filed() }]);
  received().when(CLOCK, receiveDossier, message()).then([]);
  expect(owed(received())).toEqual(['dossier.answer']);
});

test('the same sending finds the same dossier', () => {
  const derive = (name: string) => name;
  expect(dossierStream(derive, FROM)).toBe(dossierStream(derive, { ...FROM }));
  expect(dossierStream(derive, FROM)).not.toBe(dossierStream(derive, { ...FROM, filing: uuid(801) }));
});

test('the answer goes back as a message: how many points there are, and their wording in the letter', () => {
  const { decision } = received().when(EXAMINER, answerDossier, answer('returned', ['床位', '口径', '表述']));
  const data = {
    outcome: 'returned',
    number: '某卫发〔2026〕8号',
    letter: refOf('附件'),
    no: 1,
    points: 3,
  };
  expect(decision).toMatchObject({
    facts: [
      { fact: { type: 'DossierAnswered', data }, sealed: [{ plain: { points: ['床位', '口径', '表述'] } }] },
    ],
  });
  const answered = received().does(EXAMINER, answerDossier, answer('returned', ['床位', '口径', '表述']));
  expect(folded(answered).effects).toEqual([
    {
      type: 'send',
      params: {
        task: 'deliver-answer',
        payload: { to: FROM.institution, filing: FROM.filing, ...data },
      },
    },
  ]);
  expect(owed(answered)).toEqual([]);
});

test('what is incomplete is made complete in the same dossier, and answered as sending 2', () => {
  const lacking = received().does(EXAMINER, answerDossier, answer('incomplete', ['缺编制说明']));
  expect(owed(lacking)).toEqual([]);
  lacking.when(CLOCK, receiveDossier, message()).then([]);
  const again = lacking.does(CLOCK, receiveDossier, message('请示', 2));
  expect(owed(again)).toEqual(['dossier.answer']);
  again.when(EXAMINER, answerDossier, answer('approved')).then([
    {
      stream,
      type: 'DossierAnswered',
      data: { ...answer('approved')[1], no: 2, points: 0 },
    },
  ]);
});

test('a reminder counts once, and says nothing when it crosses with the answer', () => {
  received()
    .when(CLOCK, receiveDossier, message('请示', 2, true))
    .then([{ stream, type: 'DossierReminded', data: { no: 2, receipt: '2'.repeat(64) } }]);
  const reminded = received().does(CLOCK, receiveDossier, message('请示', 2, true));
  reminded.when(CLOCK, receiveDossier, message('请示', 2, true)).then([]);
  expect((folded(reminded).state as DossierState).context).toMatchObject({ no: 2, reminders: 1 });
  received()
    .does(EXAMINER, answerDossier, answer('approved'))
    .when(CLOCK, receiveDossier, message('请示', 2, true))
    .then([]);
});

test.each([
  ['请示', 'approved', true],
  ['请示', 'approved-with-changes', true],
  ['请示', 'returned', true],
  ['请示', 'incomplete', true],
  ['请示', 'recorded', false],
  ['报告', 'recorded', true],
  ['报告', 'returned', true],
  ['报告', 'incomplete', true],
  ['报告', 'approved', false],
  ['报告', 'approved-with-changes', false],
] as const)('%s answered by %s: %s', (letter, outcome, fits) => {
  const { decision } = received(letter).when(EXAMINER, answerDossier, answer(outcome));
  expect('refusal' in decision ? decision.refusal.rule : 'fits').toBe(fits ? 'fits' : 'dossier.outcome');
});

test.each(['returned', 'incomplete', 'approved-with-changes'] as const)(
  '%s comes with a letter',
  (outcome) => {
    const wordless = [DOSSIER, { ...answer(outcome)[1], letter: null }] as const;
    received().when(EXAMINER, answerDossier, wordless).refused('dossier.letter');
  },
);

test('once, after it came, with a letter that is known', () => {
  council().when(EXAMINER, answerDossier, answer('approved')).refused('dossier.received');
  received()
    .does(EXAMINER, answerDossier, answer('approved'))
    .when(EXAMINER, answerDossier, answer('approved'))
    .refused('dossier.received');
  received()
    .when(EXAMINER, answerDossier, [DOSSIER, { ...answer('approved')[1], letter: refOf('没有') }])
    .refused('text.known');
});
