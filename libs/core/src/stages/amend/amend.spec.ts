import { advanceCase } from '../../case/advance.ts';
import { decidedOn, type CaseState } from '../../case/case.ts';
import { exemptGate, grantExemption } from '../../case/exempt.ts';
import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import {
  adopted,
  AMENDING,
  CASE,
  DIRECTOR,
  FILING,
  LEADER,
  MANUSCRIPT,
  OFFICE,
  onPaper,
  PLAN,
  REFILED,
  SCAN,
  type Tale,
} from '../../testing/filed-case.ts';
import { fileOf, refOf } from '../../testing/given.ts';
import { EnterAnswer, enterAnswer } from '../file/answer.ts';
import type { FilingOutcome } from '../file/facts.ts';
import type { FilingState } from '../file/filing.ts';
import { sendFiling } from '../file/send.ts';
import { publishIssue } from '../issue/publish.ts';
import { manuscriptRows, type ManuscriptState } from '../manuscript.ts';
import { AmendManuscript, amendManuscript } from './amend.ts';
import { classChange } from './class-change.ts';

const stream = `manuscript/${MANUSCRIPT}`;
const PACKAGE = {
  letter: '请示' as const,
  manifest: [{ title: '编制说明', text: refOf('编制说明') }],
  channel: null,
};
const TYPO = { quote: '认真贯彻', replacement: '认真组织实施', cites: null, reason: '文字规范' };
const BEDS = {
  quote: '500张',
  replacement: '480张',
  cites: `filing/${FILING}` as const,
  reason: '按市规划口径',
};

/** The plan has come back. */
function back(outcome: FilingOutcome = 'returned'): Tale {
  const answer = EnterAnswer.parse({
    outcome,
    number: '某卫函〔2026〕3号',
    on: '2026-04-10',
    letter: refOf('来文'),
    points: ['床位', '口径', '表述'],
    elsewhere: onPaper('2026-04-11'),
  });
  return adopted()
    .does(OFFICE, sendFiling, [FILING, PACKAGE])
    .at('2026-04-12T02:00:00.000Z')
    .does(OFFICE, enterAnswer, [FILING, answer])
    .does(OFFICE, advanceCase, [CASE, { stage: 'authority' }]);
}
const textOf = (tale: Tale) => folded(tale).context.text ?? refOf(PLAN);
const change = (
  tale: Tale,
  edits: readonly (typeof TYPO | typeof BEDS)[],
  of = 'editorial',
  points = [1, 2, 3],
) =>
  [
    MANUSCRIPT,
    AmendManuscript.parse({ base: textOf(tale), label: '补正稿', edits, class: of, points }),
  ] as const;
const amended = (edits: readonly (typeof TYPO | typeof BEDS)[], of = 'editorial', tale = back()) =>
  tale.does(OFFICE, amendManuscript, change(tale, edits, of));
const says = (of: string) => [MANUSCRIPT, { class: of, reason: '理由' }] as const;

function folded({ history }: Tale): ManuscriptState {
  const kind = streamKind('manuscript');
  const facts = history[stream] ?? [];
  return facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind)) as ManuscriptState;
}
function caseOf({ history }: Tale): CaseState {
  const read = readDefinition(AMENDING);
  if ('faults' in read) throw new Error('the fixture is a definition');
  const kind = streamKind('case', compileProcedure(read.definition));
  const facts = history[`case/${CASE}`] ?? [];
  return facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind)) as CaseState;
}
/** The gates that have decided the text as it is now. */
const agreeing = (tale: Tale): readonly string[] => {
  const { context } = caseOf(tale);
  return ['deans', 'party', 'congress', 'authority'].filter((gate) =>
    decidedOn(context, gate, context.texts.manuscript),
  );
};
const owed = (tale: Tale) =>
  manuscriptRows(MANUSCRIPT, folded(tale)).obligations.map(({ verb, holder }) => `${holder} ${verb}`);

describe('补正修改', () => {
  test('the office is asked to meet the points of the answer', () => {
    expect(folded(back()).context.amendment).toMatchObject({ about: `filing/${FILING}`, points: 3, met: [] });
    expect(owed(back())).toEqual(['office manuscript.amend']);
    expect(owed(amended([TYPO]))).toEqual(['office-director manuscript.class-change']);
  });

  test('wording that changes no number may be editorial', () => {
    const { decision } = back().when(OFFICE, amendManuscript, change(back(), [TYPO]));
    expect(decision).toMatchObject({
      notices: [],
      facts: [
        {
          fact: { type: 'ManuscriptAmended', data: { class: 'editorial', least: 'editorial', weight: [] } },
          sealed: [{ plain: { reasons: ['文字规范'] } }],
        },
      ],
    });
  });

  test('a number that changes makes it an indicator by rule; a proposal below that shows', () => {
    const { decision } = back().when(OFFICE, amendManuscript, change(back(), [BEDS]));
    expect(decision).toMatchObject({
      notices: [{ rule: 'amend.least-class', facts: { proposed: 'editorial', least: 'indicator' } }],
      facts: [{ fact: { data: { least: 'indicator', weight: ['numbers'], points: [1, 2, 3] } } }],
    });
  });

  test('the rule looks at the whole change, in however many steps it was made', () => {
    const tale = amended([BEDS]);
    const undone = { ...BEDS, quote: '480张', replacement: '500张' };
    const again = tale.does(OFFICE, amendManuscript, change(tale, [undone, TYPO]));
    expect(folded(again).context.amendment?.least).toBe('editorial');
    const more = tale.does(OFFICE, amendManuscript, change(tale, [TYPO]));
    expect(folded(more).context.amendment?.least).toBe('indicator');
  });

  test('what does not fit is refused', () => {
    const tale = back();
    const [id, body] = change(tale, [TYPO]);
    const ask = (more: object) => tale.when(OFFICE, amendManuscript, [id, { ...body, ...more }]);
    adopted().when(OFFICE, amendManuscript, [id, body]).refused('manuscript.amending');
    ask({ base: refOf('来文') }).refused('manuscript.base');
    ask({ class: 'grave' }).refused('amend.class');
    ask({ points: [4] }).refused('amend.points');
    ask({ edits: [{ ...TYPO, quote: '没有' }] }).refused('manuscript.quote');
    ask({ edits: [{ ...TYPO, cites: `opinion/${'0'.repeat(8)}-0000-4000-8000-000000000001` }] }).refused(
      'manuscript.cites',
    );
  });
});

describe('认定修改分类', () => {
  test('an editorial change keeps what every body decided, and is filed again as sending 2', () => {
    const tale = amended([TYPO]);
    const classed = tale.when(DIRECTOR, classChange, says('editorial'));
    expect(classed.types()).toEqual([
      'manuscript AmendmentClassed',
      'case ChangeClassed',
      'case StageClosed',
      'case StageEntered',
      'filing FilingPrepared',
    ]);
    const filed = tale.does(DIRECTOR, classChange, says('editorial'));
    expect(agreeing(filed)).toEqual(['deans', 'party', 'congress']);
    const resent = filed.does(OFFICE, sendFiling, [REFILED, PACKAGE]);
    const kind = streamKind('filing');
    const filing = (resent.history[`filing/${REFILED}`] ?? []).reduce(
      (so, fact) => nextState(kind, so, fact).state,
      emptyState(kind),
    ) as FilingState;
    expect(filing.context.no).toBe(2);
  });

  test('an indicator leads to the party committee alone, and until then it has not decided', () => {
    const tale = amended([BEDS], 'indicator').does(LEADER, classChange, says('indicator'));
    expect(caseOf(tale).context.open).toEqual(['party-again']);
    expect(agreeing(tale)).toEqual(['deans', 'congress']);
    const passed = closed(tale, 'party-again', 'passed');
    expect(agreeing(passed)).toEqual(['deans', 'party', 'congress']);
  });

  test('a substantive change keeps nothing', () => {
    const tale = amended([BEDS], 'substantive').does(LEADER, classChange, says('substantive'));
    expect(caseOf(tale).context.open).toEqual(['deans']);
    expect(agreeing(tale)).toEqual([]);
  });

  test('another person than whoever changed the text classes it', () => {
    const hand = { ...DIRECTOR, person: OFFICE.person };
    amended([TYPO]).when(hand, classChange, says('editorial')).refused('amend.second-person');
    back().when(DIRECTOR, classChange, says('editorial')).refused('manuscript.amended');
    amended([TYPO]).when(DIRECTOR, classChange, says('grave')).refused('amend.class');
  });

  test('heavier than the rule is always allowed, lighter is not', () => {
    const heavier = amended([TYPO]).when(DIRECTOR, classChange, says('substantive'));
    expect(heavier.decision).not.toHaveProperty('refusal');
    const lighter = amended([BEDS], 'indicator').when(DIRECTOR, classChange, says('editorial'));
    lighter.refused('amend.least-class');
    expect(lighter.decision).toMatchObject({ refusal: { facts: { gates: ['party'], weight: ['numbers'] } } });
  });

  test('lighter by an exemption of the body that is passed over, granted by another person', () => {
    const asked = { gate: 'party', approvedBy: LEADER.post ?? '', paper: fileOf(SCAN), reason: '已口头请示' };
    const proposed = amended([BEDS], 'indicator').does(OFFICE, exemptGate, [CASE, asked]);
    proposed.when(DIRECTOR, classChange, says('editorial')).refused('amend.least-class');
    const granted = proposed.does(DIRECTOR, grantExemption, [CASE, { gate: 'party' }]);
    expect(agreeing(granted.does(LEADER, classChange, says('editorial')))).toEqual([
      'deans',
      'party',
      'congress',
    ]);
  });

  test('what waits for a body stays that heavy in a further change', () => {
    const refused = closed(
      amended([BEDS], 'indicator').does(LEADER, classChange, says('indicator')),
      'party-again',
      'not-passed',
    );
    const asked: Tale = refused.but(stream, {
      type: 'AmendmentRequested',
      data: {
        case: CASE,
        stage: 'amendment',
        round: 2,
        due: null,
        text: caseOf(refused).context.texts.manuscript,
        about: `filing/${FILING}`,
        points: 3,
      },
    });
    const again = asked.does(OFFICE, amendManuscript, change(asked, [TYPO], 'indicator'));
    expect(folded(again).context.amendment).toMatchObject({ least: 'indicator', weight: ['waiting'] });
    again.when(DIRECTOR, classChange, says('editorial')).refused('amend.waiting');
    expect(caseOf(again.does(DIRECTOR, classChange, says('indicator'))).context.open).toEqual([
      'party-again',
    ]);
  });

  test('a chapter that came is of the heaviest class, whatever the office proposes', () => {
    const chapter = { ...TYPO, replacement: '认真贯彻\n第九章 新的任务\n' };
    const tale = back().does(OFFICE, amendManuscript, change(back(), [chapter]));
    expect(folded(tale).context.amendment).toMatchObject({ least: 'substantive', weight: ['headings'] });
    tale.when(LEADER, classChange, says('editorial')).refused('amend.least-class');
  });

  test('points without a change show', () => {
    const tale = back();
    const part = tale.does(OFFICE, amendManuscript, change(tale, [TYPO], 'editorial', [2]));
    expect(part.when(DIRECTOR, classChange, says('editorial')).decision).toMatchObject({
      notices: [{ rule: 'amend.points-met', facts: { left: 2 } }],
    });
  });
});

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
function closed(tale: Tale, stage: string, outcome: string): Tale {
  const text = caseOf(tale).context.texts.manuscript;
  const fact = { type: 'StageClosed', data: { stage, round: 1, outcome, text, notices: [], sum: {} } };
  const next = outcome === 'passed' ? 'authority' : 'amendment';
  const streams = next === 'authority' ? [`filing/${REFILED}`] : [stream];
  const entered = { type: 'StageEntered', data: { stage: next, round: 2, due: null, streams } };
  return tale.but(`case/${CASE}`, fact, entered);
}

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
