import { exemptGate, grantExemption } from '../../case/exempt.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import {
  CASE,
  DIRECTOR,
  FILING,
  LEADER,
  OFFICE,
  REFILED,
  SCAN,
  type Tale,
} from '../../testing/filed-case.ts';
import { fileOf } from '../../testing/given.ts';
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
  stream,
  TYPO,
} from '../../testing/returned-plan.ts';
import type { FilingState } from '../file/filing.ts';
import { sendFiling } from '../file/send.ts';
import { amendManuscript } from './amend.ts';
import { classChange } from './class-change.ts';

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
