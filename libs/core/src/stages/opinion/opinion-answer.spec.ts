import type { Fact } from '../../stream.ts';
import { given, uuid } from '../../testing/given.ts';
import { CASE, head, history, MEDICAL, procedure } from '../../testing/plan-case.ts';
import { explainDisposition, noteDisposition, objectToDisposition } from './opinion-answer.ts';

const ID = uuid(0x70);
const stream = `opinion/${ID}` as const;
const giver = head(MEDICAL);

const settled = (department: string | null): readonly Fact[] => [
  {
    type: 'OpinionGiven',
    data: { consultation: uuid(0x6f), case: CASE, stage: 'consult', department, no: 1 },
  },
  { type: 'DispositionProposed', data: { disposition: 'rejected' } },
  { type: 'DispositionFixed', data: { disposition: 'rejected', meeting: `meeting/${uuid(0x80)}` } },
];
const ended = (type: string): Fact => ({ type, data: { department: MEDICAL } });
const when = (facts: readonly Fact[], actor = giver) =>
  given({ ...history('consult'), [stream]: facts }, { definitions: { plan: procedure() }, actor });

test('whoever gave the opinion takes note of what became of it, once', () => {
  const all = settled(MEDICAL);
  when(all)
    .when(noteDisposition, ID, {})
    .then([{ stream, type: 'DispositionNoted', data: { department: MEDICAL } }]);
  for (const facts of [[], all.slice(0, 2), [...all, ended('DispositionNoted')], settled(null)])
    when(facts).when(noteDisposition, ID, {}).refused('opinion.answered');
});

test('or objects, once, in words that are sealed', () => {
  const all = settled(MEDICAL);
  const run = when(all).when(objectToDisposition, ID, { objection: '理由不成立' });
  run.then([{ stream, type: 'DispositionObjected', data: { department: MEDICAL } }]);
  expect('facts' in run.decision && run.decision.facts[0]?.sealed).toEqual([
    { subject: giver.person, plain: { objection: '理由不成立' } },
  ]);
  for (const facts of [
    [...all, ended('DispositionObjected')],
    [...all, ended('DispositionNoted')],
    [...all, ended('DispositionObjected'), ended('DispositionExplained')],
  ])
    when(facts).when(objectToDisposition, ID, { objection: '再次异议' }).refused('opinion.answered');
});

test('the office answers an objection, in words that are sealed, and once', () => {
  const office = { as: 'office', person: uuid(999), post: uuid(998), department: null } as const;
  const objected = [...settled(MEDICAL), ended('DispositionObjected')];
  const run = when(objected, office).when(explainDisposition, ID, { answer: '详见会议纪要' });
  run.then([{ stream, type: 'DispositionExplained', data: { department: MEDICAL } }]);
  expect('facts' in run.decision && run.decision.facts[0]?.sealed).toEqual([
    { subject: uuid(999), plain: { answer: '详见会议纪要' } },
  ]);
  for (const facts of [settled(MEDICAL), [...objected, ended('DispositionExplained')]])
    when(facts, office).when(explainDisposition, ID, { answer: '再答复' }).refused('opinion.objected');
});
