import { addDays } from '@mouding/core';
import { CALENDAR, type PlanCalendar } from '../rehearse/plan-calendar.ts';
import { send } from '../rehearse/plays/authority.ts';
import { chapters } from '../rehearse/plays/chapters.ts';
import { collect } from '../rehearse/plays/collect.ts';
import { congress, congressPlay } from '../rehearse/plays/congress.ts';
import { consultPartly } from '../rehearse/plays/consultation.ts';
import { fillIndicatorsPartly } from '../rehearse/plays/indicators.ts';
import { draft } from '../rehearse/plays/draft.ts';
import { call } from '../rehearse/plays/meeting.ts';
import { meet, meetingPlay } from '../rehearse/plays/meetings.ts';
import { research } from '../rehearse/plays/research.ts';
import { person, type Story } from '../rehearse/story.ts';
import { playScheme, playText } from '../rehearse/whole-case.ts';
import { playUntilSignOff } from './awaiting-chapter.ts';
import type { Opening } from './seed.ts';

/** Departments that have answered by the middle of the consultation; the others still owe their reply. */
const ANSWERED = 12;

/** The five-year plan, until every department has handed in. */
export async function playMain(main: Story): Promise<void> {
  await playScheme(main);
  await research(main);
  await collect(main);
}

/**
 * Smaller plans, played in the weeks between the five-year plan's first date and its chapters: one lies with the
 * authority, one awaits the congress, the chapters of one lie with the vice-president who signs them off.
 */
export async function playSpecialPlans(
  main: Story,
  open: (opening: Opening) => Promise<Story>,
): Promise<void> {
  const first = addDays(main.calendar.contributions, 3);
  const filed = await open({ title: '信息化建设专项规划', chapters: [9], calendar: dayByDay(first) });
  await playSpecial(filed, 42);
  await congress(filed);
  await send(filed);
  const awaited = await open({
    title: '名医传承专项规划',
    chapters: [7, 10],
    calendar: dayByDay(filed.calendar.filing),
  });
  await playSpecial(awaited, 43);
  const soon = {
    ...congressPlay(awaited),
    called: awaited.calendar.partyCommittee,
    on: main.calendar.groupDiscussion,
  };
  await call(awaited, soon, await person(awaited, 'gonghuimishu'));
  const written = await open({
    title: '数字中医药专项规划',
    chapters: [7, 9],
    calendar: writingCalendar(awaited.calendar.partyCommittee),
  });
  await playUntilSignOff(written, 44);
}

/** In three days to the chapters, which are due when the month ends. */
const writingCalendar = (first: string): PlanCalendar => ({
  ...CALENDAR,
  schemeMeeting: first,
  schemeIssue: first,
  research: addDays(first, 1),
  contributions: addDays(first, 1),
  chapters: '2026-01-30',
});

/** Plans that begin while the five-year plan is out for opinions: one scheme awaits its signature, one its committee. */
export async function playNewPlans(main: Story, open: (opening: Opening) => Promise<Story>): Promise<void> {
  const { consultation, groupDiscussion } = main.calendar;
  const calendar = dayByDay(addDays(consultation, 1));
  const signed = await open({ title: '人才队伍建设专项规划', chapters: [5], calendar });
  await meet(signed, 'scheme-adoption');
  const proposed = await open({ title: '后勤服务保障专项规划', chapters: [4], calendar });
  await call(
    proposed,
    { ...meetingPlay(proposed, 'scheme-adoption'), on: groupDiscussion },
    await person(proposed, 'mishu'),
  );
}

/** A plan of few chapters up to the Party committee; no department has an opinion. */
async function playSpecial(story: Story, seq: number): Promise<void> {
  await playText(story, seq);
  await meet(story, 'dean-meeting');
  await meet(story, 'party-committee');
}

/** A calendar on which something happens every day. */
function dayByDay(first: string): PlanCalendar {
  const days = Object.keys(CALENDAR).map((name, i) => [name, addDays(first, i)]);
  return { ...CALENDAR, ...Object.fromEntries(days) };
}

/** The five-year plan, on from there into the middle of 征求意见. */
export async function playMainUntilConsultation(main: Story): Promise<void> {
  await chapters(main);
  await draft(main);
  await meet(main, 'group-review');
  await fillIndicatorsPartly(main);
  await consultPartly(
    main,
    main.hospital.plan.departments.slice(0, ANSWERED).map(({ name }) => name),
  );
}
