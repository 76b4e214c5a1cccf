import { foundPair } from '../demo/found-pair.ts';
import { demoAuthority, demoHospital, demoPassword } from '../demo/hospital.ts';
import type { SystemUrls } from '../launch.ts';
import { readProcedure } from '../procedures.ts';
import { randomFrom } from '../random.ts';
import { FIVE_YEAR_PLAN, openCase, publish } from '../rehearse/open-case.ts';
import { CALENDAR } from '../rehearse/plan-calendar.ts';
import { chapters } from '../rehearse/plays/chapters.ts';
import { collect } from '../rehearse/plays/collect.ts';
import { congress } from '../rehearse/plays/congress.ts';
import { consultWith } from '../rehearse/plays/consultation.ts';
import { draft } from '../rehearse/plays/draft.ts';
import { meet } from '../rehearse/plays/meetings.ts';
import { research } from '../rehearse/plays/research.ts';
import { refusals } from '../rehearse/refusals.ts';
import type { Story } from '../rehearse/story.ts';
import { playIssue, playRevision, playScheme } from '../rehearse/whole-case.ts';
import { SHOW_CHAPTERS } from './show-chapters.ts';
import { repliesOnFigures } from './show-opinions.ts';

const SEED = 20_260_301;
/** Plays the small case that `/show` tells of, with three chapters, from its scheme to the last 签收. Answers its story. */
export async function playShowCase(urls: SystemUrls): Promise<Story> {
  const pair = await foundPair(urls, demoHospital, demoAuthority, demoPassword);
  const { hospital, authority, authorityId } = pair;
  const definition = readProcedure('hospital-five-year-plan');
  const random = randomFrom(SEED);
  const written = definition.chapters.flatMap((plan) => {
    const content = SHOW_CHAPTERS[plan.no];
    return content === undefined ? [] : [{ plan, content }];
  });
  const office = await hospital.cast.as('office');
  await publish(office, definition);
  const wish = { title: FIVE_YEAR_PLAN, hospital, authority: authorityId, definition, chapters: written };
  const caseId = await openCase(office, { ...wish, calendar: CALENDAR });
  const story: Story = {
    hospital,
    authority,
    definition,
    random,
    chapters: written,
    calendar: CALENDAR,
    caseId,
    refusals: refusals(),
    say: () => undefined,
  };
  await playAll(story);
  return story;
}

async function playAll(story: Story): Promise<void> {
  await playScheme(story);
  await research(story);
  await collect(story);
  await chapters(story);
  await draft(story);
  await meet(story, 'group-review');
  await playRevision(story, await consultWith(story, await repliesOnFigures(story)));
  await congress(story);
  await playIssue(story);
}
