import { ALSO_RIGHT, FIXED_SEQUENCES, FIXED_TERMS } from '../dictionaries/fixed-terms.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Rule } from '../checkup/rule.ts';

/** FIXED_TERM: a set phrase that is not quoted as it is set. */
export const fixedTerm: Rule = {
  id: 'FIXED_TERM',
  severity: 'warning',
  origin: 'author',
  why: say(
    '党和国家文件中的固定表述应准确引用。',
    'Set phrases of Party and state are quoted word for word.',
  ),
  mend: say('按规范表述改正。', 'Write the phrase as it is set.'),
  *find({ paragraphs }: Plan) {
    for (const { wrong, right, severity } of FIXED_TERMS)
      for (const { found, at } of matches(paragraphs, wrong))
        yield { at, ...(severity ? { severity } : {}), ...wording(found[0], right) };
    for (const { parts, right } of FIXED_SEQUENCES)
      for (const { found, at } of matches(paragraphs, parts)) {
        const said = found[0].replaceAll('，', '、');
        if (said === right || ALSO_RIGHT.includes(said)) continue;
        yield { at, ...wording(found[0], right) };
      }
  },
};

function wording(quote: string, right: string) {
  return {
    says: say(
      `“${quote}”与规范表述不符，应为：${right}。`,
      `“${quote}” is not the set phrase, which is ${right}.`,
    ),
    mend: say(`改为：${right}。`, `Write ${right}.`),
  };
}
