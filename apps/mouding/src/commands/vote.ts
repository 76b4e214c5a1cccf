import { readFileSync } from 'node:fs';
import { answerVote } from '@mouding/core';
import type { Command } from 'commander';
import { exitCode } from '../exit-code.ts';
import type { Out } from '../out.ts';
import type { Words } from '../words.ts';
import { describe, type Run } from './run.ts';

interface VoteFlags {
  readonly rule: string;
  readonly facts: string;
}

const EXAMPLE = `
rule.json
  { "quorum": { "base": "all|entitled", "num": 2, "den": 3, "inclusive": true },
    "pass": { "base": "all|entitled|present|valid|decisive", "num": 1, "den": 2, "strict": true },
    "recusal": "exclude|keep", "recusalFloor": { "num": 1, "den": 2 } }
facts.json
  { "all": 66, "recused": 0, "present": 52, "issued": 52, "returned": 52,
    "yes": 34, "no": 15, "abstain": 2, "invalid": 1 }`;

/** `mouding vote`: what a vote came to, by a rule and a count that stand in two files. */
export function addVote(program: Command, run: Run): void {
  program
    .command('vote')
    .description(
      describe('按规则计算表决结果，写明算式', 'count a vote by a rule, and show the sum that was done'),
    )
    .requiredOption('--rule <file>', describe('表决规则（JSON）', 'the rule, as JSON'))
    .requiredOption('--facts <file>', describe('到会与票数（JSON）', 'who was there and the counts, as JSON'))
    .addHelpText('after', EXAMPLE)
    .action(async (flags: VoteFlags) => run(async (out) => vote(flags, out)));
}

function vote({ rule, facts }: VoteFlags, out: Out): number {
  const [readRule, readFacts] = [jsonOf(rule), jsonOf(facts)];
  const wrong = readRule.wrong ?? readFacts.wrong;
  if (wrong) return refused(out, 'vote.file', wrong, {});
  const answer = answerVote(readRule.value, readFacts.value);
  if ('refusal' in answer)
    return refused(out, answer.refusal.rule, answer.refusal.said, answer.refusal.facts);
  out.line(out.strong(OUTCOMES[answer.outcome][out.language]));
  out.line({ zh: answer.sum, en: answer.sumEn });
  if (answer.quorate && !answer.possible) out.line(IMPOSSIBLE);
  out.answer(answer);
  return exitCode.ok;
}

const OUTCOMES = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'not passed' },
  'no-quorum': { zh: '未达到法定到会人数', en: 'no quorum' },
  void: { zh: '表决无效，重新表决', en: 'void: the vote is held again' },
} as const;

const IMPOSSIBLE: Words = {
  zh: '可以开会，但到会的人全部赞成也不能通过。',
  en: 'They may meet, but could not pass it even if everybody present agreed.',
};

/** Numbers or files that cannot be are the caller's mistake, like a wrong option. */
function refused(out: Out, name: string, { zh, en }: Words, facts: object): number {
  out.trouble({ zh: `${zh}（${name}）`, en: `${en} (${name})` });
  out.answer({ error: { zh, en }[out.language], refusal: name, facts });
  return exitCode.usage;
}

interface Read {
  readonly value: unknown;
  readonly wrong?: Words;
}

function jsonOf(file: string): Read {
  try {
    return { value: JSON.parse(readFileSync(file, 'utf8')) as unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      value: null,
      wrong: { zh: `读不出 ${file}：${reason}`, en: `${file} cannot be read: ${reason}` },
    };
  }
}
