import type { Definition } from './definition.ts';
import type { Change } from './diff.ts';
import { fieldChanges } from './diff-fields.ts';
import { passWords, quorumWords } from './rule-words.ts';

type Body = Definition['bodies'][string];

/** 议事决策机构 that came, went, or decide otherwise. */
export function bodyChanges(a: Definition, b: Definition): readonly Change[] {
  const changed = Object.entries(b.bodies).flatMap(([key, body]): readonly Change[] => {
    const was = a.bodies[key];
    const at = `bodies.${key}`;
    if (!was)
      return [
        { what: 'body-added', at, zh: `新增议事决策机构“${body.title}”`, en: `the body ${key} is new` },
      ];
    return bodyChange(at, was, body);
  });
  const removed = Object.entries(a.bodies)
    .filter(([key]) => !(key in b.bodies))
    .map(([key, { title }]): Change => ({
      what: 'body-removed',
      at: `bodies.${key}`,
      zh: `删去议事决策机构“${title}”`,
      en: `the body ${key} is gone`,
    }));
  return [...changed, ...removed];
}

/** The two numbers by which it decides are said as sentences, everything else field by field. */
function bodyChange(at: string, was: Body, is: Body): readonly Change[] {
  const name = { zh: `“${is.title}”`, en: at };
  const numbers = [
    { field: 'quorum', zh: '法定人数', from: quorumWords(was), to: quorumWords(is) },
    { field: 'pass', zh: '通过比例', from: passWords(was), to: passWords(is) },
  ];
  return [
    ...numbers
      .filter(({ from, to }) => from.zh !== to.zh)
      .map(({ field, zh, from, to }): Change => ({
        what: 'body-changed',
        at: `${at}.${field}`,
        zh: `${name.zh}的${zh}由“${from.zh}”改为“${to.zh}”`,
        en: `${name.en}: ${to.en} instead of ${from.en}`,
      })),
    ...fieldChanges('body-changed', { at, name }, otherFields(was), otherFields(is)),
  ];
}

const SAID_APART = ['quorum', 'pass', 'rules'];

const otherFields = (body: Body): object =>
  Object.fromEntries(Object.entries(body).filter(([field]) => !SAID_APART.includes(field)));
