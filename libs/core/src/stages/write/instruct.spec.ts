import type { Fact } from '../../stream.ts';
import {
  assigned,
  elsewhere,
  factsOf,
  ID,
  leader,
  office,
  owed,
  signedOff,
  stream,
  submitted,
  text,
  when,
  writer,
} from '../../testing/chapters.ts';
import { FINANCE, head, MEDICAL, SURGERY } from '../../testing/plan-case.ts';
import { instructChapter, noteInstruction } from './instruct.ts';
import { recordSignOff } from './record.ts';
import { signOffChapter } from './sign-off.ts';

const instructed = (data: object = {}): Fact => ({
  type: 'ChapterInstructed',
  data: { no: 1, to: MEDICAL, text, ...data },
});
const noted: Fact = { type: 'ChapterInstructionNoted', data: { no: 1, department: MEDICAL } };
const noting = [`department-head@${MEDICAL}`, 'chapter.note-instruction'];
const body = { to: MEDICAL, words: '请核实门诊人次口径。' };

describe('批示 on a chapter', () => {
  test('it stands beside the version that it was about, its words sealed under the leader', () => {
    const act = when([assigned(), submitted()], { actor: leader }).when(instructChapter, ID, body);
    act.then([{ stream, ...instructed() }]);
    expect(factsOf(act)[0]?.sealed).toEqual([{ subject: leader.person, plain: { words: body.words } }]);
  });

  test('before anything was handed in it is about no version, and instructions are numbered', () => {
    when([assigned(), instructed({ text: null })], { actor: leader })
      .when(instructChapter, ID, { ...body, to: FINANCE })
      .then([{ stream, ...instructed({ no: 2, to: FINANCE, text: null }) }]);
  });

  test('a department that has nothing to do with the chapter is instructed of nothing', () => {
    when([assigned(), submitted()], { actor: leader })
      .when(instructChapter, ID, { ...body, to: SURGERY })
      .refused('chapter.concerned');
  });

  test('a draft that does without the chapter ends it', () => {
    const waived: Fact = { type: 'ChapterWaived', data: { manuscript: `manuscript/${ID}` } };
    when([assigned(), waived], { actor: leader }).when(instructChapter, ID, body).refused('chapter.goes-on');
  });

  test('the department takes note of its own, once, and nothing else is held by it', () => {
    const facts = [assigned(), submitted(), instructed(), instructed({ no: 2, to: FINANCE })];
    expect(owed(facts)).toContainEqual(noting);
    when(facts, { actor: writer })
      .when(noteInstruction, ID, {})
      .then([{ stream, ...noted }]);
    expect(owed([...facts, noted])).not.toContainEqual(noting);
    when([...facts, noted], { actor: writer })
      .when(noteInstruction, ID, {})
      .refused('chapter.instruction');
    when(facts, { actor: head(SURGERY) })
      .when(noteInstruction, ID, {})
      .refused('chapter.instruction');
    when(facts, { actor: leader })
      .when(signOffChapter, ID, { text })
      .then([{ stream, ...signedOff }]);
  });

  test('it outlasts the sign-off', () => {
    expect(owed([assigned(), submitted(), instructed(), signedOff])).toContainEqual(noting);
  });
});

describe('审定意见', () => {
  const words = '同意，请抓紧落实。';
  const sealed = [{ subject: leader.person, plain: { words } }];

  test('what is said with a sign-off is sealed beside it', () => {
    const act = when([assigned(), submitted()], { actor: leader }).when(signOffChapter, ID, { text, words });
    expect(factsOf(act)[0]).toMatchObject({ fact: signedOff, sealed });
  });

  test('words on the paper are the leader’s, whoever enters them', () => {
    const entered = { text, words, elsewhere: elsewhere() };
    const act = when([assigned(), submitted()], { actor: office }).when(recordSignOff, ID, entered);
    expect(factsOf(act)[0]).toMatchObject({ of: leader, fact: signedOff, sealed });
  });
});
