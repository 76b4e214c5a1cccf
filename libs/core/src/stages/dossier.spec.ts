import { CLOCK, type Capacity } from '../capacity.ts';
import { council, person, post, SCHEME, type Story } from '../testing/council.ts';
import { refOf, uuid } from '../testing/given.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';
import { answerDossier, dossierRows, dossierStream, receiveDossier, type DossierState } from './dossier.ts';

const DOSSIER = uuid(900);
const EXAMINER: Capacity = { as: 'examiner', person: person(50), post: post(50), department: null };
const FROM = { institution: uuid(3), name: '某市中医院', filing: uuid(800), receipt: 'b'.repeat(64) };
const message = (letter: '请示' | '报告') => ({
  from: FROM,
  title: '规划',
  text: refOf(SCHEME),
  letter,
  manifest: [],
});
const received = (letter: '请示' | '报告' = '请示') =>
  council().does(CLOCK, receiveDossier, [DOSSIER, message(letter)]);
const answer = (outcome: 'approved' | 'recorded' | 'returned') =>
  [DOSSIER, { outcome, number: '某卫发〔2026〕8号', letter: null }] as const;
const folded = ({ history }: Story) => {
  const kind = streamKind('dossier');
  const start = { state: emptyState(kind), effects: [] as readonly unknown[] };
  return (history[`dossier/${DOSSIER}`] ?? []).reduce((so, fact) => nextState(kind, so.state, fact), start);
};
const owed = (story: Story) =>
  dossierRows(DOSSIER, folded(story).state as DossierState).obligations.map(({ verb }) => verb);

test('received once, however often it is delivered; then the examiner owes an answer', () => {
  council()
    .when(CLOCK, receiveDossier, [DOSSIER, message('请示')])
    .then([{ stream: `dossier/${DOSSIER}`, type: 'DossierReceived', data: message('请示') }]);
  received()
    .when(CLOCK, receiveDossier, [DOSSIER, message('请示')])
    .then([]);
  expect(owed(received())).toEqual(['dossier.answer']);
});

test('the same sending finds the same dossier', () => {
  const derive = (name: string) => name;
  expect(dossierStream(derive, FROM)).toBe(dossierStream(derive, { ...FROM }));
  expect(dossierStream(derive, FROM)).not.toBe(dossierStream(derive, { ...FROM, filing: uuid(801) }));
});

test('the answer goes back as a message', () => {
  received()
    .when(EXAMINER, answerDossier, answer('approved'))
    .then([{ stream: `dossier/${DOSSIER}`, type: 'DossierAnswered', data: answer('approved')[1] }]);
  const answered = received().does(EXAMINER, answerDossier, answer('approved'));
  expect(folded(answered).effects).toEqual([
    {
      type: 'send',
      params: {
        task: 'deliver-answer',
        payload: { to: FROM.institution, filing: FROM.filing, ...answer('approved')[1] },
      },
    },
  ]);
  expect(owed(answered)).toEqual([]);
});

test.each([
  ['请示', 'approved', true],
  ['请示', 'returned', true],
  ['请示', 'recorded', false],
  ['报告', 'recorded', true],
  ['报告', 'returned', true],
  ['报告', 'approved', false],
] as const)('%s answered by %s: %s', (letter, outcome, fits) => {
  const { decision } = received(letter).when(EXAMINER, answerDossier, answer(outcome));
  expect('refusal' in decision ? decision.refusal.rule : 'fits').toBe(fits ? 'fits' : 'dossier.outcome');
});

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
