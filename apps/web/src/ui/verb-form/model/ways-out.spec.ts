import { VERB_WORDS } from '@mouding/contract';
import { waysOut } from './ways-out.ts';

const may = (command: string, allowed = true) => ({ command, allowed });

test('what was done on paper may be entered where the same thing is refused here', () => {
  const office = [may('chapter.sign-off', false), may('chapter.record-sign-off'), may('chapter.return')];
  expect(waysOut('chapter.sign-off', office)).toEqual(['chapter.record-sign-off']);
  expect(waysOut('meeting.vote', [may('meeting.record-vote')])).toEqual(['meeting.record-vote']);
});

test('a gate that stands in the way may be passed by approval, by whoever may ask for that', () => {
  expect(waysOut('case.advance', [may('case.exempt')])).toEqual(['case.exempt']);
  expect(waysOut('case.advance', [may('case.exempt', false)])).toEqual([]);
});

test('every way that is offered is a verb that people know by its words', () => {
  const all = Object.keys(VERB_WORDS).map((command) => may(command));
  const offered = new Set(all.flatMap(({ command }) => waysOut(command, all)));
  expect(offered.size).toBeGreaterThan(20);
  for (const verb of ['record.exempt', 'tabling.record', 'issue.record-step', 'duty.record'])
    expect(offered).toContain(verb);
});
