import type { Said } from '@mouding/core';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const say = (zh: string, en: string): Said => ({ zh, en });

const SENTENCES: { readonly [code: string]: (issue: Issue & { readonly [key: string]: unknown }) => Said } = {
  unrecognized_keys: ({ keys }) => {
    const names = (keys as string[]).join('、');
    return say(`不认识的字段：${names}`, `unknown keys: ${names}`);
  },
  invalid_type: ({ expected, input }) =>
    input === undefined
      ? say('必须填写', 'required')
      : say(`类型不对，应为 ${String(expected)}`, `must be of type ${String(expected)}`),
  too_small: ({ minimum }) =>
    say(`过短或过小，至少 ${String(minimum)}`, `too short or too small, at least ${String(minimum)}`),
  too_big: ({ maximum }) =>
    say(`过长或过大，至多 ${String(maximum)}`, `too long or too big, at most ${String(maximum)}`),
  invalid_value: ({ values }) => {
    const allowed = (values as unknown[]).join('、');
    return say(`应为：${allowed}`, `must be one of: ${allowed}`);
  },
  invalid_format: ({ message }) => say('格式不对', message),
};

/** Says what is wrong with one field. Never quotes what was sent. */
export function sentenceOf(issue: Issue): Said {
  const sentence = SENTENCES[issue.code];
  return sentence
    ? sentence(issue as Issue & { readonly [key: string]: unknown })
    : say('不符合要求', issue.message);
}

/** JSON Pointer of RFC 6901 to the field. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
