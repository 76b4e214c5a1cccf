import { z } from 'zod';
import { against, type Refusal } from './refusal.ts';
import { outcome, type VoteAnswer } from './votes.ts';

/** Whether the numbers of a share or a count can be is said by name later; here only that they are numbers. */
const Share = { num: z.number(), den: z.number() };

/** A rule as somebody wrote it; see `VoteRule` for what its parts mean. Nothing has a default: a rule is read aloud. */
const WrittenRule = z.strictObject({
  quorum: z.strictObject({ base: z.enum(['all', 'entitled']), ...Share, inclusive: z.boolean() }),
  pass: z.strictObject({
    base: z.enum(['all', 'entitled', 'present', 'valid', 'decisive']),
    ...Share,
    strict: z.boolean(),
  }),
  recusal: z.enum(['exclude', 'keep']),
  recusalFloor: z.strictObject(Share).exactOptional(),
});

/** The count as somebody wrote it: people and ballots. */
const WrittenFacts = z.strictObject({
  all: z.number(),
  recused: z.number(),
  present: z.number(),
  issued: z.number().exactOptional(),
  returned: z.number().exactOptional(),
  yes: z.number(),
  no: z.number(),
  abstain: z.number(),
  invalid: z.number(),
});

/**
 * What a vote came to, from a rule and a count that came from outside. Everything that is wrong with either is a
 * refusal by name: `vote.rule` and `vote.facts` for a shape that is not theirs, `vote.unknown` for a key that is
 * neither's, and the names of the arithmetic (`vote.whole`, `vote.present` …).
 */
export function answerVote(
  writtenRule: unknown,
  writtenFacts: unknown,
): VoteAnswer | { readonly refusal: Refusal } {
  const rule = WrittenRule.safeParse(writtenRule);
  if (!rule.success) return { refusal: misshapen('vote.rule', '规则', 'The rule', rule.error) };
  const facts = WrittenFacts.safeParse(writtenFacts);
  if (!facts.success) return { refusal: misshapen('vote.facts', '票数', 'The count', facts.error) };
  return outcome(rule.data, facts.data);
}

function misshapen(name: string, zh: string, en: string, { issues }: z.ZodError): Refusal {
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown) {
    const keys = unknown.keys.map((key) => [...unknown.path, key].join('.'));
    return against(
      'vote.unknown',
      `${zh}中有不认识的项：${keys.join('、')}`,
      `${en} has unknown keys: ${keys.join(', ')}`,
      {
        keys,
      },
    );
  }
  const [first] = issues;
  const at = first?.path.join('.') ?? '';
  return against(name, `${zh}不完整或有误：${at}`, `${en} is not complete: ${at}: ${first?.message ?? ''}`, {
    at,
  });
}
