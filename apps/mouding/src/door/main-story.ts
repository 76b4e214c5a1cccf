import { CasePage } from '@mouding/contract';
import { castOf } from '../client/cast.ts';
import { demoAuthority, demoHospital, demoPassword } from '../demo/hospital.ts';
import type { InstitutionPlan } from '../demo/institution-plan.ts';
import { SEED } from '../demo/seed.ts';
import { readProcedure } from '../procedures.ts';
import { randomFrom } from '../random.ts';
import { FIVE_YEAR_PLAN, inventedChapters } from '../rehearse/open-case.ts';
import { CALENDAR } from '../rehearse/plan-calendar.ts';
import { refusals } from '../rehearse/refusals.ts';
import type { Story } from '../rehearse/story.ts';

/** The five-year plan of the demo as a story that can be played on, whichever launcher began it. @throws Error where it is not there */
export async function mainStory(api: string): Promise<Story> {
  const side = (plan: InstitutionPlan) => ({ plan, cast: castOf(api, plan.code, demoPassword) });
  const hospital = side(demoHospital);
  const definition = readProcedure('hospital-five-year-plan');
  const random = randomFrom(SEED);
  const { items } = await (await hospital.cast.as('office')).read('/v1/cases?limit=100', CasePage);
  const found = items.find(({ title }) => title === `${demoHospital.name}${FIVE_YEAR_PLAN}`);
  if (!found) throw new Error('the plan of the demo is not there');
  return {
    hospital,
    authority: side(demoAuthority),
    definition,
    random,
    chapters: inventedChapters(definition, random),
    calendar: CALENDAR,
    caseId: found.id,
    refusals: refusals(),
    say: () => undefined,
  };
}
