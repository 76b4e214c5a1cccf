import {
  assigned,
  elsewhere,
  factsOf,
  ID,
  leader,
  office,
  signedOff,
  submitted,
  text,
  when,
  writer,
} from '../../testing/chapters.ts';
import { refOf } from '../../testing/given.ts';
import { FINANCE, LEAD, MEDICAL } from '../../testing/plan-case.ts';
import { recordChapter, recordInput, recordSignOff } from './record.ts';
import { recordReturn } from './return.ts';

describe('recording what happened to a chapter elsewhere', () => {
  test('a chapter on a stick is the writing head’s, late by what is claimed', () => {
    const act = when([assigned()], { actor: office }).when(recordChapter, ID, {
      text,
      carrier: 'usb',
      elsewhere: elsewhere({ happened: '2026-01-12' }),
    });
    expect(act.types()).toEqual(['chapter ChapterSubmitted', 'record RecordEntered']);
    expect(factsOf(act)[0]).toMatchObject({
      of: writer,
      fact: submitted({ received: '2026-01-12T02:00:00.000Z', carrier: 'usb' }),
    });
    expect(act.decision).toMatchObject({ notices: [{ rule: 'chapter.input' }] });
    when([assigned(), submitted()], { actor: office })
      .when(recordChapter, ID, { text, carrier: 'usb', elsewhere: elsewhere() })
      .refused('chapter.open');
  });

  test('input is the supporting department’s', () => {
    const enter = (department: string, facts = [assigned()]) =>
      when(facts, { actor: office }).when(recordInput, ID, {
        text,
        department,
        carrier: 'wechat',
        elsewhere: elsewhere(),
      });
    expect(enter(FINANCE).types()).toEqual(['chapter ChapterInputGiven', 'record RecordEntered']);
    enter(MEDICAL).refused('chapter.support');
    enter(FINANCE, [assigned(), submitted()]).refused('chapter.open');
  });

  test('a signed sheet is the lead’s deed, who is told; a day before the chapter came shows', () => {
    const sign = (more: object = {}) =>
      when([assigned(), submitted()], { actor: office }).when(recordSignOff, ID, {
        text,
        elsewhere: elsewhere(more),
      });
    expect(sign().types()).toEqual(['chapter ChapterSignedOff', 'record RecordEntered']);
    expect(factsOf(sign())[0]).toMatchObject({ of: leader, fact: signedOff });
    expect(factsOf(sign())[1]?.fact.data).toMatchObject({ people: [{ post: LEAD, person: leader.person }] });
    expect(sign().decision).toMatchObject({ notices: [] });
    expect(sign({ happened: '2026-01-09' }).decision).toMatchObject({
      notices: [{ rule: 'chapter.signed-before' }],
    });
    sign({ happened: '2026-01-13' }).refused('record.happened');
  });

  test('a sheet about another text signs nothing', () => {
    when([assigned(), submitted()], { actor: office })
      .when(recordSignOff, ID, { text: refOf('另一稿'), elsewhere: elsewhere() })
      .refused('chapter.same-text');
    when([assigned()], { actor: office })
      .when(recordSignOff, ID, { text, elsewhere: elsewhere() })
      .refused('chapter.submitted');
  });

  test('what the lead sent back is the lead’s, with its words sealed under the lead', () => {
    const act = when([assigned(), submitted()], { actor: office }).when(recordReturn, ID, {
      reason: '口径不一致',
      elsewhere: elsewhere({ medium: 'telephone', scan: null, book: '电话记录第9页' }),
    });
    expect(factsOf(act)[0]).toMatchObject({
      of: leader,
      fact: { type: 'ChapterReturned', data: { text, original: null } },
      sealed: [{ subject: leader.person, plain: { reason: '口径不一致' } }],
    });
    when([assigned()], { actor: office })
      .when(recordReturn, ID, { reason: '无', elsewhere: elsewhere() })
      .refused('chapter.submitted');
  });
});
