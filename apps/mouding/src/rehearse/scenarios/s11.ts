import { addDays } from '@mouding/core';
import { CALENDAR, type PlanCalendar } from '../plan-calendar.ts';
import { research } from '../plays/research.ts';
import { itemsOf, type PlayedChapter, type Story } from '../story.ts';
import { playScheme } from '../whole-case.ts';
import { S11 } from './expected-conformance.ts';
import { showOldMeeting, successorComes } from './people-after.ts';
import { delegates, handChaptersIn, plansToLeave } from './people-before.ts';
import { actsInVacancy, leaves, meetsWithoutHim } from './people-between.ts';
import { expectConformance } from './conforming.ts';
import { mergeDepartments } from './departments-merged.ts';
import type { Scenario } from './scenario.ts';

/** The plan is made seven weeks later than usual, so that its chapters are with their lead when he leaves. */
const LATER = 49;
/** Three chapters that all wait for 党委书记: one is delegated, two stay. */
const LED = [4, 5, 9];

/** S11 换人: the secretary leaves, his deputy does his work for four days, and a successor comes. */
export const s11: Scenario = {
  id: 'S11',
  title: {
    zh: '换人：离任、主持、受托、到任',
    en: 'people change: leaving, acting, a delegate, a successor',
  },
  mail: true,
  async play(scene) {
    const story = await scene.open({
      title: '党的建设与信息化专项规划',
      chapters: scene.chapters.filter(({ plan }) => LED.includes(plan.no)).map(ledBySecretary),
      calendar: later(CALENDAR),
    });
    await playScheme(story);
    const [old] = await itemsOf(story, 'scheme-adoption', 'meeting');
    await research(story);
    await mergeDepartments(scene, story);
    const waiting = await handChaptersIn(scene, story);
    await delegates(scene, story, waiting);
    const called = await plansToLeave(scene, story);
    await leaves(scene, story, waiting);
    await actsInVacancy(scene, story, waiting);
    const between = await meetsWithoutHim(scene, called);
    await successorComes(scene, story, waiting);
    await showOldMeeting(scene, story, { old: old?.stream ?? '', between });
    await expectConformance(scene, story, S11);
  },
};

const ledBySecretary = ({ plan, content }: PlayedChapter): PlayedChapter => ({
  plan: { ...plan, lead: '党委书记' },
  content,
});

const later = (calendar: PlanCalendar): Story['calendar'] => ({
  ...calendar,
  ...Object.fromEntries(Object.entries(calendar).map(([name, day]) => [name, addDays(String(day), LATER)])),
});
