import type { Fact } from '../../stream.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { FINANCE, head, LEAD, MEDICAL, QUALITY, SURGERY } from '../../testing/plan-case.ts';
import {
  assigned,
  cameIn,
  data1,
  due,
  fold,
  ID,
  input,
  other,
  returned,
  signedOff,
  stream,
  submitted,
  text,
  when,
} from '../../testing/written-chapter.ts';
import { giveInput } from './input.ts';
import { returnChapter } from './return.ts';
import { signOffChapter } from './sign-off.ts';
import { submitChapter } from './submit.ts';

describe('supporting a chapter', () => {
  const give = (facts: readonly Fact[], department: string, setting: object = {}) =>
    when(facts, { actor: head(department), received: '2025-12-20T02:00:00.000Z', ...setting }).when(
      giveInput,
      ID,
      { text: refOf(data1) },
    );

  test('is received with department and moment, and the last input of a department counts', () => {
    const { data } = input(FINANCE);
    give([assigned()], FINANCE).then([{ stream, type: 'ChapterInputGiven', data }]);
    give([assigned(), input(FINANCE)], FINANCE).then([{ stream, type: 'ChapterInputGiven', data }]);
    const again = { type: 'ChapterInputGiven', data: { ...data, text: refOf(other) } };
    expect(fold([assigned(), input(FINANCE), again]).context.inputs).toEqual({
      [FINANCE]: { text: refOf(other), original: null },
    });
  });

  test('is for the departments that were asked', () => {
    give([assigned()], QUALITY).refused('chapter.support');
    give([assigned()], FINANCE, {
      actor: { as: 'office', person: uuid(9), post: uuid(8), department: null },
    }).refused('chapter.support');
  });

  test('ends when the chapter is handed in, and needs a text that is here', () => {
    give([assigned(), submitted()], FINANCE).refused('chapter.open');
    give([], FINANCE).refused('chapter.open');
    give([assigned()], FINANCE, { texts: [] }).refused('text.known');
  });
});

describe('handing in a chapter', () => {
  const submit = (facts: readonly Fact[], received: string, setting: object = {}) =>
    when(facts, { received, ...setting }).when(submitChapter, ID, { text });
  const entry = (received: string, late: boolean) => [
    { stream, type: 'ChapterSubmitted', data: { ...cameIn, received, late } },
  ];

  test('is in time until 24:00 sharp, and received late with its mark', () => {
    submit([assigned()], due).then(entry(due, false));
    submit([assigned()], '2026-01-15T16:00:00.001Z').then(entry('2026-01-15T16:00:00.001Z', true));
    submit([assigned({ due: null })], '2026-03-01T00:00:00.000Z').then(
      entry('2026-03-01T00:00:00.000Z', false),
    );
  });

  test('shows who of the supporting departments gave nothing', () => {
    expect(submit([assigned(), input(FINANCE)], due).decision).toMatchObject({
      notices: [
        { rule: 'chapter.input', said: { zh: '未见配合部门材料：外科' }, facts: { departments: [SURGERY] } },
      ],
    });
    expect(submit([assigned(), input(FINANCE), input(SURGERY)], due).decision).toMatchObject({ notices: [] });
  });

  test('keeps the judgement of the first arrival when the lead returns it', () => {
    const after = '2026-01-20T02:00:00.000Z';
    submit([assigned(), submitted(), returned], after).then(entry(after, false));
    submit([assigned(), submitted({ late: true }), returned], after).then(entry(after, true));
    expect(fold([assigned(), submitted(), returned, submitted({ received: after })]).context.received).toBe(
      '2026-01-10T02:00:00.000Z',
    );
  });

  test('twice, unasked, or with a text that is not here is refused', () => {
    submit([assigned(), submitted()], due).refused('chapter.open');
    submit([assigned(), submitted(), signedOff], due).refused('chapter.open');
    submit([], due).refused('chapter.open');
    submit([assigned()], due, { texts: [] }).refused('text.known');
  });
});

describe('signing off a chapter', () => {
  const lead = { actor: { as: 'leader', person: uuid(0x77), post: LEAD, department: null } };

  test('accepts the text that was handed in and no other', () => {
    const handedIn = [assigned(), submitted()];
    when(handedIn, lead)
      .when(signOffChapter, ID, { text })
      .then([{ stream, type: 'ChapterSignedOff', data: { text } }]);
    when(handedIn, lead)
      .when(signOffChapter, ID, { text: refOf(other) })
      .refused('chapter.same-text');
    const changed = [assigned(), submitted(), returned, submitted({ text: refOf(other) })];
    when(changed, lead).when(signOffChapter, ID, { text }).refused('chapter.same-text');
  });

  test('before it is handed in, or twice, is refused', () => {
    when([assigned()], lead).when(signOffChapter, ID, { text }).refused('chapter.submitted');
    when([assigned(), submitted(), signedOff], lead)
      .when(signOffChapter, ID, { text })
      .refused('chapter.submitted');
    when([assigned(), submitted(), returned], lead)
      .when(signOffChapter, ID, { text })
      .refused('chapter.submitted');
  });

  test('is no fact for another text, in any log', () => {
    expect(() =>
      fold([assigned(), submitted(), { type: 'ChapterSignedOff', data: { text: refOf(other) } }]),
    ).toThrow();
  });

  test('returning seals the reason under whoever returns it', () => {
    const { decision, then } = when([assigned(), submitted()], lead).when(returnChapter, ID, {
      reason: '指标缺少基期值',
    });
    const data = { ...returned.data, to: MEDICAL, clauses: null, falls: [], due: null };
    then([{ stream, type: 'ChapterReturned', data }]);
    expect('facts' in decision && decision.facts[0]?.sealed).toEqual([
      { subject: uuid(0x77), plain: { reason: '指标缺少基期值' } },
    ]);
    when([assigned()], lead).when(returnChapter, ID, { reason: '缺' }).refused('chapter.submitted');
    when([assigned(), submitted(), signedOff], lead)
      .when(returnChapter, ID, { reason: '缺' })
      .refused('chapter.submitted');
  });
});
