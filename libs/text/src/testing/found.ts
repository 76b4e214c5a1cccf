import { checkup } from '../checkup/checkup.ts';
import type { Severity } from '../checkup/rule.ts';

/** What one rule quotes in a text, without advice unless that is asked for. */
export function found(rule: string, text: string, least: Severity = 'warning'): readonly string[] {
  return checkup(text, { rules: [rule] })
    .filter(({ severity }) => least === 'advice' || severity !== 'advice')
    .map(({ quote }) => quote.trim());
}

/** The same with severity and 1-based line: `error 3 第四节`. */
export function placed(rule: string, text: string): readonly string[] {
  return checkup(text, { rules: [rule] }).map(
    ({ severity, line, quote }) => `${severity} ${line} ${quote.trim()}`,
  );
}

/** A plan with a report and tasks, for rules that compare the two. */
export const planOf = (done: string, planned: string): string =>
  ['某某医院“十五五”发展规划', '一、“十四五”工作回顾', done, '二、“十五五”主要任务', planned].join('\n');
