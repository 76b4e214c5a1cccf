import {
  HOSPITAL_WIDE,
  LESS_IS_BETTER,
  MORE_IS_BETTER,
  NO_DIRECTION,
} from '../dictionaries/indicator-names.ts';
import { canBothBe } from '../indicators/bounds.ts';
import { keyOf, kinship } from '../indicators/compare.ts';
import { mentionsOf, type Mention } from '../indicators/mention.ts';
import { shown } from '../indicators/value.ts';
import { placeIn } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit, type Match, type Rule } from '../checkup/rule.ts';
import { againstTable } from './text-and-table.ts';

/** Whether it tells what was reached before the plan begins. */
function isBaseline({ phase, year }: Mention, { period }: Plan): boolean {
  return phase === 'done' && (!period || year === null || year < period.from);
}

/** Whether it tells what is to be reached. */
function isTarget({ phase, year }: Mention, { period }: Plan): boolean {
  if (phase === 'done') return false;
  if (phase === 'planned') return !period || year === null || year >= period.from;
  return period !== null && year !== null && year >= period.from && year <= period.to;
}

const lineOf = (mention: Mention): number =>
  placeIn(mention.paragraph, mention.start, mention.end).line.number;

/** IND_TARGET_BELOW_BASELINE: what is to be reached is less than what was reached. */
export const targetBelowBaseline: Rule = {
  id: 'IND_TARGET_BELOW_BASELINE',
  severity: 'warning',
  origin: 'author',
  why: say('目标值差于已经达到的水平，等于规划倒退。', 'The target is worse than what has been reached.'),
  mend: say('核实基期值与目标值；确需调低的，写明理由。', 'Check both values; where it is meant, say why.'),
  *find(plan: Plan) {
    const all = mentionsOf(plan);
    const baselines = all.filter((mention) => isBaseline(mention, plan));
    for (const target of all.filter((mention) => isTarget(mention, plan))) {
      const hit = below(target, baselines);
      if (hit) yield hit;
    }
  },
};

function below(target: Mention, baselines: readonly Mention[]): Hit | undefined {
  const kin = baselines.filter((baseline) => kinship(baseline, target) !== null);
  const baseline = latest(kin);
  if (!baseline || !isWorse(target, baseline)) return undefined;
  const isSame = kinship(baseline, target) === 'same';
  const [now, was, line] = [shown(target.value), shown(baseline.value), lineOf(baseline)];
  const note = isSame
    ? say('', '')
    : say(
        `（口径：“${baseline.name}”与“${target.name}”，请核对）`,
        ` (“${baseline.name}” and “${target.name}”: check what is counted)`,
      );
  return {
    at: placeIn(target.paragraph, target.start, target.end),
    severity: isSame ? 'warning' : 'advice',
    says: say(
      `目标${now}差于第${line}行已达到的${was}${note.zh}。`,
      `The target ${now} is worse than ${was}, reached in line ${line}${note.en}.`,
    ),
    also: [line],
  };
}

function latest(mentions: readonly Mention[]): Mention | undefined {
  const [first, ...rest] = mentions;
  if (!first) return undefined;
  return rest.reduce((a, b) => ((b.year ?? 0) >= (a.year ?? 0) ? b : a), first);
}

function isWorse(target: Mention, baseline: Mention): boolean {
  if (LESS_IS_BETTER.test(target.name))
    return target.value.low > baseline.value.high && target.verb !== 'floor';
  const isOpen = NO_DIRECTION.test(target.name) && !MORE_IS_BETTER.test(target.name);
  if (isOpen || target.verb === 'ceiling' || baseline.verb === 'ceiling') return false;
  return target.value.high < baseline.value.low;
}

/** IND_CONFLICT: one indicator with two values for one time. */
export const indicatorConflict: Rule = {
  id: 'IND_CONFLICT',
  severity: 'warning',
  origin: 'author',
  why: say(
    '同一指标前后数值不一致，执行和考核无所适从。',
    'One indicator has two values; nobody can be held to either.',
  ),
  mend: say('以指标表为准核实，全文统一。', 'Settle on one value and use it everywhere.'),
  *find(plan: Plan) {
    const targets = mentionsOf(plan).filter((mention) => isTarget(mention, plan) && isOwnName(mention.name));
    const first = new Map<string, Mention>();
    for (const target of targets) {
      const key = `${keyOf(target.name)} ${target.year ?? plan.period?.to ?? ''} ${target.yearly}`;
      const earlier = first.get(key);
      if (!earlier) first.set(key, target);
      else if (kinship(earlier, target) === 'same' && !canBothBe(earlier.value, target.value))
        yield conflict(earlier, target);
    }
    const baselines = mentionsOf(plan).filter((mention) => isBaseline(mention, plan));
    yield* againstTable({ targets, baselines }, plan);
    yield* standing(plan);
  },
};

/** Long enough to name one thing, or known to. */
const isOwnName = (name: string): boolean => keyOf(name).length >= 4 || HOSPITAL_WIDE.test(name);

function conflict(earlier: Mention, target: Mention): Hit {
  const [now, was, line] = [shown(target.value), shown(earlier.value), lineOf(earlier)];
  // Anything else may be said of two departments in two places.
  const isLoose = !HOSPITAL_WIDE.test(target.name);
  return {
    at: placeIn(target.paragraph, target.start, target.end),
    ...(isLoose ? { severity: 'advice' as const } : {}),
    says: say(
      `“${target.name}”此处为${now}，第${line}行为${was}。`,
      `“${target.name}” is ${now} here and ${was} in line ${line}.`,
    ),
    also: [line],
  };
}

const THINGS = '临床医技科室|临床科室|医技科室|职能科室|病区|护理单元|院区';
const STANDING = new RegExp(
  `(?:现有|设有|开设|拥有|共有|下设|建有)(?:(?<name>${THINGS})\\s*(?<n>\\d+)\\s*个|\\s*(?<m>\\d+)\\s*个(?<thing>${THINGS}))`,
  'gu',
);

/** 现有临床科室36个 here, 设有31个临床科室 there: a hospital has one number of them. */
function* standing(plan: Plan): Generator<Hit> {
  const first = new Map<string, Standing>();
  for (const match of matches(plan.paragraphs, STANDING)) {
    if (plan.phaseOf(match.paragraph) === 'planned') continue;
    const here = standingOf(match);
    const { count, line } = first.get(here.thing) ?? here;
    first.set(here.thing, { ...here, count, line });
    if (count === here.count) continue;
    const says = say(
      `${here.thing}此处为${here.count}个，第${line}行为${count}个。`,
      `${here.thing}: ${here.count} here and ${count} in line ${line}.`,
    );
    yield { at: match.at, says, also: [line] };
  }
}

interface Standing {
  readonly thing: string;
  readonly count: string;
  readonly line: number;
}

function standingOf({ found, at }: Match): Standing {
  const { name = '', n = '', m = n, thing = name } = found.groups ?? {};
  return { thing, count: m, line: at.line.number };
}
