import * as asking from './asking.ts';
import { file } from './filing.ts';
import * as plan from './plan.ts';

/** 调研 and 征集: what there is to draft from. */
export async function gathered(played: plan.Plan): Promise<void> {
  await plan.research(played);
  await plan.collect(played);
}

/** From what was researched and handed in to a draft that its reviewers passed. */
export async function drafted(played: plan.Plan): Promise<void> {
  await plan.advance(played, 'research');
  await plan.advance(played, 'material');
  await plan.write(played);
  await plan.draft(played);
  await plan.declare(played, await plan.review(played), 'review');
}

/**
 * 征求意见: opinions given and disposed of, discussed by the leading group, and the text revised by them.
 * @returns the opinion that the text was changed for
 */
export async function consulted(played: plan.Plan): Promise<string> {
  await asking.opine(played);
  const opinion = await asking.dispose(played);
  await plan.discuss(played);
  await plan.revise(played, opinion);
  return opinion;
}

/** A case that has just been opened, up to the authority's answer. */
export async function filed(played: plan.Plan): Promise<void> {
  await gathered(played);
  await drafted(played);
  await consulted(played);
  await plan.decide(played);
  await plan.ballot(played);
  await file(played);
}
