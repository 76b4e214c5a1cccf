import { exitCode } from '../../exit-code.ts';
import type { Out } from '../../out.ts';
import { withRunningSystem } from '../../system.ts';
import { isRefused, refuse, type Refused } from '../../words.ts';
import { openPostOffice, routeTo, type PostOffice } from '../post-office.ts';
import { scriptOf, type RehearseOptions, type Script } from '../rehearse.ts';
import { isPlayed, playScenario } from './play-scenario.ts';
import { printScenario } from './print.ts';
import { scenarioOf, SCENARIOS, type Scenario } from './scenario.ts';

export type ScenarioOptions = Omit<RehearseOptions, 'text' | 'procedure'> & { readonly scenario: string };

/** Plays one scenario on the default procedure with an invented plan. @returns the exit code, or why nothing was played */
export async function rehearseScenario(options: ScenarioOptions, out: Out): Promise<number | Refused> {
  const scenario = scenarioOf(options.scenario);
  if (!scenario) return unknown(options.scenario);
  const script = scriptOf({ procedure: 'hospital-five-year-plan', seed: options.seed });
  if (isRefused(script)) return script;
  if (!scenario.mail) return perform(options, scenario, script, out);
  const postOffice = await openPostOffice();
  try {
    return await perform(options, scenario, script, out, postOffice);
  } finally {
    await postOffice.down();
  }
}

const unknown = (id: string): Refused =>
  refuse(
    `没有情景 ${id}；可演练的有：${SCENARIOS.map(({ id: known, title }) => `${known} ${title.zh}`).join('；')}`,
    `There is no scenario ${id}; there are: ${SCENARIOS.map(({ id: known, title }) => `${known} ${title.en}`).join('; ')}`,
  );

function perform(
  { home, databaseUrl }: ScenarioOptions,
  scenario: Scenario,
  script: Script,
  out: Out,
  postOffice?: PostOffice,
): Promise<number | Refused> {
  const mail = postOffice ? { mailBy: (apiUrl: string) => routeTo(postOffice, apiUrl) } : {};
  return withRunningSystem({ home, databaseUrl, command: 'rehearse', out, ...mail }, async (urls) => {
    const played = await playScenario(urls, scenario, script, (words) => out.progress(words), postOffice);
    printScenario(played, out);
    return isPlayed(played) ? exitCode.ok : exitCode.mismatch;
  });
}
