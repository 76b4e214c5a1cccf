import { ANOMALIES, ASKED_RULES, BODY_RULES, CONFORMANCE, STAGE_RULES } from '@mouding/core';
import { ANOMALY_WORDS, CONFORMANCE_WORDS, RULE_WORDS, ruleWords } from './conformance-words.ts';

const wordless = (codes: readonly string[], words: typeof RULE_WORDS): readonly string[] =>
  codes.filter((code) => !words[code]?.zh || !words[code]?.en);

test('every rule that a procedure may weigh, and every one that a report lists, has its name', () => {
  const rules = [...Object.keys(BODY_RULES), ...Object.keys(STAGE_RULES), ...ASKED_RULES];
  expect(wordless(rules, RULE_WORDS)).toEqual([]);
});

test('every status and every class of anomalies has its words', () => {
  expect([...wordless(CONFORMANCE, CONFORMANCE_WORDS), ...wordless(ANOMALIES, ANOMALY_WORDS)]).toEqual([]);
});

test('a rule without a name of its own is called another rule, never by its code', () => {
  expect(ruleWords('some.rule')).toEqual({ zh: '其他程序要求', en: 'another rule' });
});
