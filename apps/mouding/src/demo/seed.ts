import { readProcedure } from '../procedures.ts';
import { randomFrom } from '../random.ts';
import { openToAuditor } from '../rehearse/letter.ts';
import { FIVE_YEAR_PLAN, inventedChapters, openCase, publish } from '../rehearse/open-case.ts';
import { CALENDAR, type PlanCalendar } from '../rehearse/plan-calendar.ts';
import { refusals } from '../rehearse/refusals.ts';
import type { Story } from '../rehearse/story.ts';
import type { Words } from '../words.ts';
import { demoAccounts, type DemoAccount } from './accounts.ts';
import { giveAddresses } from './addresses.ts';
import { foundPair, type FoundingUrls, type Pair } from './found-pair.ts';
import { demoAuthority, demoHospital, demoPassword } from './hospital.ts';
import { playMain, playMainUntilConsultation, playNewPlans, playSpecialPlans } from './demo-plays.ts';

export type { DemoAccount } from './accounts.ts';

/** Where the demo goes, and who hears of it. */
export interface SeedOptions extends FoundingUrls {
  say(words: Words): void;
}

/** What the texts of the demo are invented from. */
export const SEED = 20_260_101;

/**
 * Founds the invented hospital and its authority in rehearsal mode, and plays its five-year plan into the middle of
 * 征求意见. Some smaller plans stand at other stages, so that every account has something to do on its first screen.
 */
export async function seedDemo(options: SeedOptions): Promise<readonly DemoAccount[]> {
  const { say } = options;
  say({
    zh: '建立示例单位：云岭市中医院、云岭市卫生健康委员会……',
    en: 'founding the demo hospital and its authority …',
  });
  const pair = await foundPair(options, demoHospital, demoAuthority, demoPassword);
  const opening = await prepare(pair, say);
  const main = await opening({ title: FIVE_YEAR_PLAN, chapters: null, calendar: CALENDAR });
  await playMain(main);
  await playSpecialPlans(main, opening);
  await playMainUntilConsultation(main);
  await playNewPlans(main, opening);
  await openToAuditor(pair.hospital, 400);
  await giveAddresses(options, pair);
  return demoAccounts;
}

/** What a case of the demo is. */
export interface Opening {
  readonly title: string;
  /** Numbers of the procedure's chapters; null for all. */
  readonly chapters: readonly number[] | null;
  readonly calendar: PlanCalendar;
}

async function prepare(pair: Pair, say: SeedOptions['say']): Promise<(opening: Opening) => Promise<Story>> {
  const { hospital, authority, authorityId } = pair;
  const definition = readProcedure('hospital-five-year-plan');
  const random = randomFrom(SEED);
  const office = await hospital.cast.as('office');
  await publish(office, definition);
  return async ({ title, calendar, chapters: wanted }) => {
    const chapters = inventedChapters(definition, random).filter(
      ({ plan }) => wanted?.includes(plan.no) ?? true,
    );
    say({ zh: `${title}……`, en: `${title} …` });
    const caseId = await openCase(office, {
      title,
      hospital,
      authority: authorityId,
      definition,
      chapters,
      calendar,
    });
    return {
      hospital,
      authority,
      definition,
      random,
      chapters,
      calendar,
      caseId,
      refusals: refusals(),
      say: () => undefined,
    };
  };
}
