import { advanceCase } from '../../case/advance.ts';
import {
  adopted,
  AMENDING,
  CASE,
  DIRECTOR,
  FILING,
  LEADER,
  OFFICE,
  onPaper,
  PLAN,
  REFILED,
} from '../../testing/filed-case.ts';
import { refOf } from '../../testing/given.ts';
import {
  agreeing,
  amended,
  back,
  BEDS,
  caseOf,
  change,
  closed,
  folded,
  PACKAGE,
  says,
  TYPO,
} from '../../testing/returned-plan.ts';
import { EnterAnswer, enterAnswer } from '../file/answer.ts';
import type { FilingOutcome } from '../file/facts.ts';
import { sendFiling } from '../file/send.ts';
import { publishIssue } from '../issue/publish.ts';
import { amendManuscript } from './amend.ts';
import { classChange } from './class-change.ts';

describe('修改后同意', () => {
  const approvedWithChanges = () => amended([BEDS], 'indicator', back('approved-with-changes'));

  test('of the text that it wanted changed it approves nothing', () => {
    expect(agreeing(back('approved-with-changes'))).toEqual(['deans', 'party', 'congress']);
  });

  test('it stands for the changed text, which is not filed again', () => {
    const tale = closed(
      approvedWithChanges().does(LEADER, classChange, says('indicator')),
      'party-again',
      'passed',
    );
    expect(agreeing(tale)).toEqual(['deans', 'party', 'congress', 'authority']);
    const editorial = amended([TYPO], 'editorial', back('approved-with-changes'));
    const standing = editorial.does(DIRECTOR, classChange, says('editorial'));
    expect(standing.history[`filing/${FILING}`]?.at(-1)).toMatchObject({
      type: 'AnswerStands',
      data: { stage: 'authority', round: 2, text: caseOf(standing).context.texts.manuscript },
    });
    expect(standing.when(OFFICE, advanceCase, [CASE, { stage: 'authority' }]).decision).toMatchObject({
      facts: [
        { fact: { data: { outcome: 'approved', sum: { number: '某卫函〔2026〕3号' } } } },
        { fact: { type: 'StageEntered', data: { stage: 'issue' } } },
        {},
      ],
    });
  });

  test('a substantive change is filed again', () => {
    const tale = approvedWithChanges().does(LEADER, classChange, says('substantive'));
    expect(agreeing(tale)).toEqual([]);
  });
});

/** A body decides the text as it is now, and the case goes where that leads. */
const ISSUE = '00000000-0000-4000-8000-000000000777';

test.each([
  ['editorial', []],
  ['indicator', ['党委会审议']],
  ['substantive', ['院长办公会审议', '党委会审议', '职代会表决']],
])(
  'the issue of a change classed %s and gone straight on names the gates that are missing',
  (of, missing) => {
    const past = {
      ...AMENDING,
      steps: AMENDING.steps.map((step) =>
        step.id === 'amendment'
          ? { ...step, then: { editorial: 'authority', indicator: 'authority', substantive: 'authority' } }
          : step,
      ),
    };
    const answer = (outcome: FilingOutcome, on: string) =>
      EnterAnswer.parse({ outcome, number: '8号', on, letter: refOf('来文'), elsewhere: onPaper(on) });
    const tale = adopted({ definition: past })
      .does(OFFICE, sendFiling, [FILING, PACKAGE])
      .at('2026-04-12T02:00:00.000Z')
      .does(OFFICE, enterAnswer, [FILING, answer('returned', '2026-04-10')])
      .does(OFFICE, advanceCase, [CASE, { stage: 'authority' }]);
    const filed = tale
      .does(OFFICE, amendManuscript, change(tale, [TYPO], of, []))
      .does(DIRECTOR, classChange, says(of))
      .does(OFFICE, sendFiling, [REFILED, PACKAGE])
      .does(OFFICE, enterAnswer, [REFILED, answer('approved', '2026-04-12')])
      .does(OFFICE, advanceCase, [CASE, { stage: 'authority' }]);
    const text = folded(filed).context.text ?? refOf(PLAN);
    const ready = filed.but(
      `issue/${ISSUE}`,
      {
        type: 'IssueDrafted',
        data: {
          case: CASE,
          stage: 'issue',
          subject: 'manuscript',
          title: '规划',
          text,
          recipients: [],
          due: null,
        },
      },
      { type: 'IssueSigned', data: { text, on: '2026-04-12' } },
      { type: 'IssueNumbered', data: { number: '某医〔2026〕1号' } },
    );
    const { decision } = ready.when(OFFICE, publishIssue, [ISSUE, { text, on: '2026-04-12' }]);
    const gates =
      'refusal' in decision ? (decision.refusal.facts['gates'] as readonly { title: string }[]) : [];
    expect(gates.map(({ title }) => title)).toEqual(missing);
  },
);
