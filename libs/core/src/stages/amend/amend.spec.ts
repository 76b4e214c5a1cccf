import { adopted, FILING, OFFICE } from '../../testing/filed-case.ts';
import { refOf } from '../../testing/given.ts';
import { amended, back, BEDS, change, folded, owed, TYPO } from '../../testing/returned-plan.ts';
import { amendManuscript } from './amend.ts';

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
