import fc from 'fast-check';
import { OFFICE, type Story } from '../../testing/council.ts';
import { given, uuid } from '../../testing/given.ts';
import {
  drafted,
  ISSUE,
  issued,
  LEADER,
  NUMBER,
  numbered,
  onIssue,
  signed,
  TEXT,
} from '../../testing/issue-case.ts';
import { readNumber, registerStream } from './register.ts';
import { numberIssue, reserveNumber } from './number.ts';
import { signIssue } from './sign.ts';
import { VoidNumber, voidNumber } from './void-number.ts';

const own = (first: object = {}): Story => drafted({ first: { register: { own: '某医' }, ...first } });
const THIS = [ISSUE, { year: 2025 }] as const;
const giveUp = (how?: string) =>
  [ISSUE, VoidNumber.parse({ reason: '份数有误，重新编号', ...(how ? { how } : {}) })] as const;
const registerOf = ({ history }: Story): string =>
  Object.keys(history).find((name) => name.startsWith('register/')) ?? '';
/** The register of 某医 in 2025 with these numbers taken by others. */
const withTaken = (story: Story, ...seqs: readonly number[]): Story => {
  const register = registerOf(signed(own()).does(OFFICE, numberIssue, THIS));
  const facts = seqs.map((seq) => ({
    type: 'NumberTaken',
    data: { code: '某医', year: 2025, seq, number: `某医〔2025〕${seq}号`, issue: uuid(seq) },
  }));
  return story.but(register, ...facts);
};

describe('a register that is kept here', () => {
  test('gives the next number of its code and this year', () => {
    const { decision } = withTaken(signed(own()), 1, 2).when(OFFICE, numberIssue, THIS);
    expect(decision).toMatchObject({
      facts: [
        { fact: { type: 'IssueNumbered', data: { number: '某医〔2025〕3号' } } },
        { fact: { type: 'NumberTaken', data: { code: '某医', year: 2025, seq: 3, issue: ISSUE } } },
      ],
    });
    expect(signed(own()).when(OFFICE, numberIssue, THIS).decision).toMatchObject({
      facts: [{ fact: { data: { number: '某医〔2025〕1号' } } }, {}],
    });
  });

  test('begins anew with the year of Beijing, and numbers no other year', () => {
    const { history, definitions } = withTaken(signed(own()), 1, 2);
    const at = (now: string, year: number) =>
      given(history, { actor: OFFICE, definitions, now }).when(numberIssue, ISSUE, { year });
    expect(at('2025-12-31T15:59:59.999Z', 2025).decision).toMatchObject({
      facts: [{ fact: { data: { number: '某医〔2025〕3号' } } }, {}],
    });
    at('2025-12-31T15:59:59.999Z', 2026).refused('issue.number-this-year');
    expect(at('2025-12-31T16:00:00.000Z', 2026).decision).toMatchObject({
      facts: [{ fact: { data: { number: '某医〔2026〕1号' } } }, {}],
    });
    at('2025-12-31T16:00:00.000Z', 2025).refused('issue.number-this-year');
  });

  test('draws its numbers itself', () => {
    signed(own())
      .when(OFFICE, numberIssue, [ISSUE, { number: NUMBER }])
      .refused('issue.number-own');
    signed(own()).when(OFFICE, numberIssue, [ISSUE, {}]).refused('issue.number-this-year');
  });

  test('ends with the largest number of the form', () => {
    withTaken(signed(own()), 9999)
      .when(OFFICE, numberIssue, [ISSUE, { year: 2025 }])
      .refused('issue.number-last');
    expect(withTaken(signed(own()), 9998).when(OFFICE, numberIssue, THIS).decision).toMatchObject({
      facts: [{ fact: { data: { number: '某医〔2025〕9999号' } } }, {}],
    });
  });

  test('keeps a number for an issue before it is signed', () => {
    const reserved = own().does(OFFICE, reserveNumber, THIS);
    expect(reserved.history[`issue/${ISSUE}`]?.at(-1)).toEqual({
      type: 'NumberReserved',
      data: { number: '某医〔2025〕1号' },
    });
    reserved.when(OFFICE, reserveNumber, THIS).refused('issue.number-held');
    const later = withTaken(reserved.does(LEADER, signIssue, [ISSUE, { text: TEXT }]), 2);
    for (const body of [{}, { year: 2025 }])
      expect(later.when(OFFICE, numberIssue, [ISSUE, body]).decision).toMatchObject({
        facts: [{ fact: { type: 'IssueNumbered', data: { number: '某医〔2025〕1号' } } }],
      });
    expect(later.when(OFFICE, numberIssue, THIS).types()).toEqual(['issue IssueNumbered']);
    later.when(OFFICE, numberIssue, [ISSUE, { year: 2026 }]).refused('issue.number-reserved');
  });

  test('reserves for this year, before the issue has a number', () => {
    own()
      .when(OFFICE, reserveNumber, [ISSUE, { year: 2026 }])
      .refused('issue.number-this-year');
    expect(signed(own()).when(OFFICE, reserveNumber, THIS).types()).toEqual([
      'issue NumberReserved',
      'register NumberTaken',
    ]);
    signed(own())
      .does(OFFICE, numberIssue, THIS)
      .when(OFFICE, reserveNumber, THIS)
      .refused('issue.unnumbered');
  });

  test('keeps void numbers for ever and goes on after them', () => {
    const used = signed(own()).does(OFFICE, numberIssue, THIS);
    const stream = registerOf(used);
    used
      .when(OFFICE, voidNumber, giveUp())
      .then([
        onIssue('IssueNumberVoided', { number: '某医〔2025〕1号', how: 'void' }),
        { stream, type: 'NumberVoided', data: { seq: 1, number: '某医〔2025〕1号', issue: ISSUE } },
      ]);
    const again = used.does(OFFICE, voidNumber, giveUp()).does(OFFICE, numberIssue, THIS);
    expect(again.history[`issue/${ISSUE}`]?.at(-1)).toMatchObject({ data: { number: '某医〔2025〕2号' } });
    used.when(OFFICE, voidNumber, giveUp('mistyped')).refused('issue.number-kept');
  });

  test('a reserved number that is not wanted becomes void, and another one is reserved', () => {
    const none = own().does(OFFICE, reserveNumber, THIS).does(OFFICE, voidNumber, giveUp());
    none.when(OFFICE, voidNumber, giveUp()).refused('issue.number-there');
    expect(none.when(OFFICE, reserveNumber, THIS).decision).toMatchObject({
      facts: [{ fact: { data: { number: '某医〔2025〕2号' } } }, {}],
    });
  });

  test('whatever is drawn, reserved and made void, in any order, leaves no gap and nothing twice', () => {
    const act = fc.constantFrom('number', 'reserve', 'void');
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const end = acts.reduce((story, what) => attempted(story, what), signed(own()));
        const taken = (end.history[registerOf(end)] ?? []).filter(({ type }) => type === 'NumberTaken');
        expect(taken.map(({ data }) => (data as { seq: number }).seq)).toEqual(taken.map((_, i) => i + 1));
      }),
      { numRuns: 30 },
    );
  });
});

/** The story one act further, or where it was when the act is refused. */
function attempted(story: Story, what: 'number' | 'reserve' | 'void'): Story {
  const go = () => {
    if (what === 'void') return story.does(OFFICE, voidNumber, giveUp());
    return story.does(OFFICE, what === 'number' ? numberIssue : reserveNumber, THIS);
  };
  try {
    return go();
  } catch (error) {
    if (String(error).includes('issue.')) return story;
    throw error;
  }
}

describe('a register outside', () => {
  test('is copied from, with its number', () => {
    signed().when(OFFICE, numberIssue, [ISSUE, {}]).refused('issue.number-given');
    signed()
      .when(OFFICE, numberIssue, [ISSUE, { number: NUMBER, year: 2025 }])
      .refused('issue.number-given');
    drafted().when(OFFICE, reserveNumber, THIS).refused('issue.register-own');
  });

  test('a void number is never used again, and the issue takes another one', () => {
    const none = numbered().does(OFFICE, voidNumber, giveUp());
    const again = none.when(OFFICE, numberIssue, [ISSUE, { number: NUMBER }]);
    again.refused('issue.number-free');
    expect(again.decision).toMatchObject({
      refusal: { said: { zh: `${NUMBER}已作废，不得再用` }, facts: { voided: true } },
    });
    expect(none.when(OFFICE, numberIssue, [ISSUE, { number: '某医〔2025〕13号' }]).types()).toEqual([
      'issue IssueNumbered',
      'register NumberTaken',
    ]);
  });

  test('a number that was copied wrongly is given up: it is another document’s', () => {
    const stream = registerOf(numbered());
    numbered()
      .when(OFFICE, voidNumber, giveUp('mistyped'))
      .then([
        onIssue('IssueNumberVoided', { number: NUMBER, how: 'mistyped' }),
        { stream, type: 'NumberReleased', data: { seq: 12, number: NUMBER, issue: ISSUE } },
      ]);
    const free = numbered().does(OFFICE, voidNumber, giveUp('mistyped'));
    expect(free.when(OFFICE, numberIssue, [ISSUE, { number: NUMBER }]).types()).toContain(
      'register NumberTaken',
    );
  });

  test('the reason is kept under the key of whoever gave it', () => {
    expect(numbered().when(OFFICE, voidNumber, giveUp()).decision).toMatchObject({
      facts: [{ sealed: [{ subject: OFFICE.person, plain: { reason: '份数有误，重新编号' } }] }, {}],
    });
  });

  test('without a number, or once it is issued, nothing becomes void', () => {
    for (const story of [drafted(), signed(), issued()])
      story.when(OFFICE, voidNumber, giveUp()).refused('issue.number-there');
  });
});

test('registers are one per code and year', () => {
  const derive = (name: string) => name;
  const parts = readNumber(NUMBER);
  expect(parts && registerStream(derive, parts)).toBe('register/register/某医/2025');
});
