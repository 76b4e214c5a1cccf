import type { VoteFacts, VoteRule } from '../vote-facts.ts';

/**
 * The arithmetic of votes a second time, from the words of the rules alone: fractions are compared by multiplying
 * crosswise, nobody computes a least number, and the bases are the lengths of lists of people and of ballots.
 */
export interface Counted {
  readonly wrong: readonly string[];
  readonly quorate: boolean;
  readonly possible: boolean;
  readonly outcome: 'passed' | 'failed' | 'no-quorum' | 'void';
}

/** part/whole against num/den: -1, 0 or 1. Nobody is no part of nobody. */
function compared(part: number, whole: number, num: number, den: number): -1 | 0 | 1 {
  if (whole === 0) return -1;
  const [left, right] = [BigInt(part) * BigInt(den), BigInt(num) * BigInt(whole)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Counts heads; for committees, not for the population of a country. */
export function countHeads(rule: VoteRule, facts: VoteFacts): Counted {
  const wrong = [...wrongRule(rule), ...wrongFacts(rule, facts)];
  if (wrong.length > 0) return { wrong, quorate: false, possible: false, outcome: 'failed' };
  const quorate = mayMeet(rule, facts);
  const ballots = KINDS.flatMap((kind) => Array.from({ length: facts[kind] }, (): Ballot => kind));
  const everybody = Array.from({ length: facts.present }, (): Ballot => 'yes');
  const counted = passes(rule, facts, ballots) ? 'passed' : 'failed';
  return {
    wrong,
    quorate,
    possible: quorate && passes(rule, facts, everybody),
    outcome: tooManyBack(facts, ballots.length) ? 'void' : quorate ? counted : 'no-quorum',
  };
}

const KINDS = ['yes', 'no', 'abstain', 'invalid'] as const;
type Ballot = (typeof KINDS)[number];

interface Head {
  readonly recused: boolean;
}

const body = ({ all, recused }: VoteFacts): readonly Head[] =>
  Array.from({ length: all }, (_, i) => ({ recused: i < recused }));

const withoutRecused = (heads: readonly Head[]): readonly Head[] => heads.filter(({ recused }) => !recused);

const entitled = ({ recusal }: VoteRule, heads: readonly Head[]): readonly Head[] =>
  recusal === 'keep' ? heads : withoutRecused(heads);

function mayMeet(rule: VoteRule, facts: VoteFacts): boolean {
  const heads = body(facts);
  const asked = rule.quorum.base === 'all' ? heads : entitled(rule, heads);
  const reach = compared(facts.present, asked.length, rule.quorum.num, rule.quorum.den);
  if (rule.quorum.inclusive ? reach < 0 : reach <= 0) return false;
  const floor = rule.recusalFloor;
  return !floor || compared(withoutRecused(heads).length, heads.length, floor.num, floor.den) >= 0;
}

function passes(rule: VoteRule, facts: VoteFacts, ballots: readonly Ballot[]): boolean {
  const heads = body(facts);
  const only = (...kinds: readonly Ballot[]): number =>
    ballots.filter((ballot) => kinds.includes(ballot)).length;
  const bases = {
    all: heads.length,
    entitled: entitled(rule, heads).length,
    present: facts.present,
    valid: only('yes', 'no', 'abstain'),
    decisive: only('yes', 'no'),
  };
  const share = compared(only('yes'), bases[rule.pass.base], rule.pass.num, rule.pass.den);
  return rule.pass.strict ? share > 0 : share >= 0;
}

const tooManyBack = ({ issued, returned }: VoteFacts, counted: number): boolean =>
  issued !== undefined && (returned ?? counted) > issued;

function wrongRule({ quorum, pass, recusalFloor }: VoteRule): readonly string[] {
  const shares = [
    { ...quorum, beyond: !quorum.inclusive },
    { ...pass, beyond: pass.strict },
    ...(recusalFloor ? [{ ...recusalFloor, beyond: false }] : []),
  ];
  const sound = shares.every(
    ({ num, den }) => [num, den].every(Number.isSafeInteger) && 0 < num && num <= den,
  );
  const beyondAll = shares.some(({ num, den, beyond }) => beyond && num === den);
  return [...(sound ? [] : ['vote.share']), ...(beyondAll ? ['vote.reachable'] : [])];
}

function wrongFacts(rule: VoteRule, facts: VoteFacts): readonly string[] {
  const { all, recused, present, issued, returned, yes, no, abstain, invalid } = facts;
  const numbers = Object.values({ ...facts });
  if (!numbers.every((n) => Number.isSafeInteger(n) && n >= 0)) return ['vote.whole'];
  const counted = yes + no + abstain + invalid;
  const places = rule.recusal === 'exclude' ? all - recused : all;
  const broken: readonly (readonly [string, boolean])[] = [
    ['vote.recused', recused > all],
    ['vote.present', present > places],
    ['vote.issued', (issued ?? 0) > present],
    ['vote.returned', (returned ?? counted) !== counted && !tooManyBack(facts, counted)],
    ['vote.votes', issued === undefined && counted > present],
  ];
  return broken.filter(([, holds]) => holds).map(([name]) => name);
}
