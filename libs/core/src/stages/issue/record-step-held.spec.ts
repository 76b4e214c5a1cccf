import { advanceCase } from '../../case/advance.ts';
import { Elsewhere } from '../../elsewhere.ts';
import { CASE, head, OFFICE, SCHEME, type Story } from '../../testing/council.ts';
import { fileOf, given, refOf, uuid } from '../../testing/given.ts';
import {
  DIRECTOR,
  drafted,
  ISSUE,
  issued,
  LEADER,
  NUMBER,
  numbered,
  ON,
  onIssue,
  signed,
  TEXT,
} from '../../testing/issue-case.ts';
import { after, NUMBERING, PUBLISHING, recorded, rules, step } from '../../testing/issue-steps.ts';
import { checkIssue } from './hand-on.ts';
import { numberIssue, reserveNumber } from './number.ts';
import { recordStep } from './record-step.ts';
import { voidNumber } from './void-number.ts';

describe('what was done otherwise than the rules say shows', () => {
  test('signed by somebody who is no leader', () => {
    const reviewed = after(drafted(), 'review', DIRECTOR);
    expect(rules(recorded(reviewed, 'sign', head(1)))).toEqual(['issue.signer']);
  });

  test('checked by whoever signed, whichever is recorded first', () => {
    const reviewed = after(drafted(), 'review', DIRECTOR);
    expect(rules(recorded(after(reviewed, 'sign', LEADER), 'check', LEADER))).toEqual([
      'issue.other-checker',
    ]);
    expect(rules(recorded(after(reviewed, 'check', LEADER), 'sign', LEADER))).toEqual([
      'issue.other-checker',
    ]);
  });

  test('countersigned by a department that was not asked', () => {
    const reviewed = after(drafted(), 'review', DIRECTOR);
    expect(rules(recorded(reviewed, 'countersign', head(2)))).toEqual(['issue.countersigner']);
  });

  test('issued on a day before the signature, or with a number of another year', () => {
    const story = after(after(after(drafted(), 'review', DIRECTOR), 'sign', LEADER), 'check', DIRECTOR);
    const numberedStory = after(story, 'number', OFFICE, { number: '某医〔2024〕3号' });
    const early = recorded(after(numberedStory, 'seal', OFFICE), 'publish', OFFICE, { on: '2025-11-19' });
    expect(rules(early)).toEqual(['issue.order', 'issue.date', 'issue.number-year']);
  });

  test('without scan or page of a book', () => {
    const bare = Elsewhere.parse({ happened: ON, medium: 'paper' });
    expect(rules(recorded(drafted(), 'review', DIRECTOR, { elsewhere: bare }))).toEqual(['record.evidence']);
  });
});

describe('what holds the next step', () => {
  const held = (of: ReturnType<typeof recorded>) => {
    expect(of.types().at(-1)).toBe('case StepHeld');
    return of.decision;
  };

  test('a step on another text than the draft', () => {
    const reviewed = after(drafted(), 'review', DIRECTOR);
    const other = recorded(reviewed, 'sign', LEADER, { text: refOf('纪要') });
    expect(rules(other)).toEqual(['issue.text']);
    held(other);
    after(reviewed, 'sign', LEADER, { text: refOf('纪要') })
      .when(OFFICE, numberIssue, [ISSUE, NUMBERING])
      .refused('case.held');
  });

  test('a check of another text counts as none: the right one may follow', () => {
    const wrong = after(numbered(), 'check', DIRECTOR, { text: refOf('纪要') });
    expect(wrong.when(DIRECTOR, checkIssue, [ISSUE, { text: TEXT }]).types()).toEqual(['issue IssueChecked']);
  });

  test('an issue that no gate has decided, and the case does not take it', () => {
    const out = recorded(numbered(), 'publish', OFFICE, { ...PUBLISHING, text: refOf('纪要') });
    expect(rules(out)).toEqual(['issue.order', 'issue.text', 'issue.same-text']);
    held(out);
    const closing = { with: { subject: 'scheme', closesOn: 'issued' } };
    const story = after(numbered(drafted({ publish: closing })), 'publish', OFFICE, {
      ...PUBLISHING,
      text: refOf('纪要'),
    });
    const leave = [CASE, { stage: 'publish' }] as const;
    story.when(OFFICE, advanceCase, leave).refused('case.held');
    story
      .but(`case/${CASE}`, { type: 'StepReleased', data: { by: 'record/new-record', how: 'exempted' } })
      .when(OFFICE, advanceCase, leave)
      .refused('case.text');
  });

  test('a number that is another’s; the register keeps the first', () => {
    const register = Object.keys(numbered().history).find((name) => name.startsWith('register/')) ?? '';
    const others = { code: '某医', year: 2025, seq: 12, number: NUMBER, issue: uuid(7) };
    const twice = recorded(
      signed().but(register, { type: 'NumberTaken', data: others }),
      'number',
      OFFICE,
      NUMBERING,
    );
    expect(rules(twice)).toEqual(['issue.order', 'issue.number-free']);
    held(twice);
    expect(twice.types()).not.toContain('register NumberTaken');
  });
});

describe('a number on paper', () => {
  const own = (): Story => after(drafted({ first: { register: { own: '某医' } } }), 'review', DIRECTOR);
  const checked = (story = own()): Story => after(after(story, 'sign', LEADER), 'check', DIRECTOR);

  test('of a wrong form stays as it is and shows', () => {
    const odd = recorded(checked(after(drafted(), 'review', DIRECTOR)), 'number', OFFICE, {
      number: '某医[2025]12号',
    });
    expect(rules(odd)).toEqual(['issue.number-form']);
    expect(odd.types()).toEqual(['issue IssueNumbered', 'record RecordEntered']);
  });

  test('that is none, or another’s, becomes void without touching the register', () => {
    const giveUp = [ISSUE, { reason: '文号有误', how: 'void' }] as const;
    const odd = after(signed(), 'number', OFFICE, { number: '某医[2025]12号' });
    expect(odd.when(OFFICE, voidNumber, giveUp).types()).toEqual(['issue IssueNumberVoided']);
    const register = Object.keys(numbered().history).find((name) => name.startsWith('register/')) ?? '';
    const others = { code: '某医', year: 2025, seq: 12, number: NUMBER, issue: uuid(7) };
    const twice = after(
      signed().but(register, { type: 'NumberTaken', data: others }),
      'number',
      OFFICE,
      NUMBERING,
    );
    expect(twice.when(OFFICE, voidNumber, giveUp).types()).toEqual(['issue IssueNumberVoided']);
    const early = after(drafted(), 'number', OFFICE, NUMBERING).does(OFFICE, voidNumber, giveUp);
    expect(
      after(early, 'sign', LEADER)
        .when(OFFICE, numberIssue, [ISSUE, { number: '某医〔2025〕13号' }])
        .types(),
    ).toContain('issue IssueNumbered');
  });

  test('leaves a gap in the register kept here, and shows', () => {
    expect(rules(recorded(checked(), 'number', OFFICE, NUMBERING))).toEqual(['issue.number-gapless']);
    expect(rules(recorded(checked(), 'number', OFFICE, { number: '某医〔2025〕1号' }))).toEqual([]);
    expect(rules(recorded(checked(), 'number', OFFICE, { number: '某卫〔2025〕1号' }))).toEqual([
      'issue.number-gapless',
    ]);
  });

  test('is the reserved one, or leaves it to become void, even after the issue', () => {
    const reserved = checked(own().does(OFFICE, reserveNumber, [ISSUE, { year: 2025 }]));
    const same = recorded(reserved, 'number', OFFICE, { number: '某医〔2025〕1号' });
    expect(same.types()).toEqual(['issue IssueNumbered', 'record RecordEntered']);
    expect(rules(same)).toEqual([]);
    const next = { number: '某医〔2025〕2号' };
    expect(rules(recorded(reserved, 'number', OFFICE, next))).toEqual(['issue.number-reserved']);
    const out = after(
      after(after(reserved, 'number', OFFICE, next), 'seal', OFFICE),
      'publish',
      OFFICE,
      PUBLISHING,
    );
    out
      .when(OFFICE, voidNumber, [ISSUE, { reason: '未使用', how: 'void' }])
      .then([
        onIssue('IssueNumberVoided', { number: '某医〔2025〕1号', how: 'void' }),
        { stream: expect.stringContaining('register/') as never, type: 'NumberVoided' },
      ]);
  });
});

describe('what makes no sense is refused', () => {
  test.each<[string, Parameters<typeof step>]>([
    ['issue.post', ['review', { ...DIRECTOR, post: uuid(999) }]],
    ['issue.countersigner', ['countersign', LEADER]],
    ['text.known', ['review', DIRECTOR, { text: refOf('无此文稿') }]],
    ['issue.date', ['publish', OFFICE, { on: '2025-11-21' }]],
    ['record.happened', ['review', DIRECTOR, {}, '2025-11-21']],
  ])('%s', (rule, args) => {
    recorded(drafted(), ...args).refused(rule);
  });

  test('a step twice', () => {
    recorded(signed(), 'sign', LEADER).refused('issue.step-done');
    recorded(numbered(), 'number', OFFICE, NUMBERING).refused('issue.step-done');
    recorded(issued(), 'publish', OFFICE, PUBLISHING).refused('issue.step-done');
    recorded(after(drafted(), 'review', DIRECTOR), 'review', OFFICE).refused('issue.step-done');
    recorded(after(drafted(), 'countersign', head(1)), 'countersign', head(1)).refused('issue.step-done');
  });

  test('a scan that is not here', () => {
    const scan = fileOf('发文稿纸照片');
    const body = { elsewhere: Elsewhere.parse({ happened: ON, medium: 'paper', scan }) };
    recorded(drafted(), 'review', DIRECTOR, body).refused('file.known');
    const { history, definitions } = drafted();
    const kept = given(history, { actor: OFFICE, definitions, texts: [SCHEME], files: ['发文稿纸照片'] });
    expect(kept.when(recordStep, ...step('review', DIRECTOR, body)).types()).toContain('issue IssueReviewed');
  });

  test('an issue that is not there', () => {
    const { history, definitions } = drafted();
    const nowhere = given(history, { actor: OFFICE, definitions, texts: [SCHEME] });
    nowhere.when(recordStep, uuid(4), step('review', DIRECTOR)[1]).refused('issue.drafted');
  });
});
