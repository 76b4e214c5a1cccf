import type { Out } from '../../out.ts';
import type { Words } from '../../words.ts';
import { isPlayed, type Played } from './play-scenario.ts';
import type { Told } from './scenario.ts';

/** Prints the story of a scenario: what happened with its law time, and what had to be so. */
export function printScenario(played: Played, out: Out): void {
  const say = (words: Words): string => words[out.language];
  out.line('');
  out.line(out.strong(`${played.id}  ${say(played.title)}`));
  out.line('');
  for (const line of played.told) out.line(lineOf(line, say));
  for (const fault of played.faults) out.line(`  ✗ ${fault}`);
  out.line('');
  out.line(out.strong(say(closing(played))));
  out.answer({
    scenario: played.id,
    told: played.told,
    facts: played.facts,
    faults: played.faults,
    differences: played.differences,
    seconds: Math.round(played.seconds * 10) / 10,
    held: isPlayed(played),
  });
}

const lineOf = (line: Told, say: (words: Words) => string): string =>
  line.kind === 'happened'
    ? `  ${beijing(line.at)}  ${say(line.words)}`
    : `                    ${line.holds ? '✓' : '✗'} ${say(line.words)}`;

/** Day and minute in Beijing. */
const beijing = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function closing(played: Played): Words {
  const shown = played.told.filter((line) => line.kind === 'shown');
  const held = shown.filter(({ holds }) => holds).length;
  const { facts, faults, differences, seconds } = played;
  const whole = faults.length === 0 && differences === 0;
  return {
    zh: `应有${shown.length}项，符合${held}项；办理记录${facts.toLocaleString('en-US')}条，核验${whole ? '通过' : '未通过'}，用时${seconds.toFixed(1)}秒。`,
    en: `${held} of ${shown.length} as they should be; ${facts.toLocaleString('en-US')} entries, verified: ${whole ? 'yes' : 'no'}, ${seconds.toFixed(1)} s.`,
  };
}
