import type { Said } from '../refusal.ts';
import { stagesOf, type Definition } from './definition.ts';
import type { Change } from './diff.ts';
import { fieldChanges, isSame } from './diff-fields.ts';
import { effectOf, type Weighing } from './effects.ts';
import { valueWords } from './diff-words.ts';
import { weighedRuleWords } from './weighed-rule-words.ts';

/** Weights of rules and classes of changes that are other. */
export const ruleChanges = (a: Definition, b: Definition): readonly Change[] => [
  ...weights('rules', '程序', a, b),
  ...Object.entries(b.bodies).flatMap(([key, body]) =>
    weights(`bodies.${key}.rules`, `“${body.title}”`, a.bodies[key] ?? {}, body),
  ),
  ...stagesOf(b).flatMap((stage) =>
    weights(
      `steps.${stage.id}.rules`,
      `环节“${stage.title}”`,
      stagesOf(a).find(({ id }) => id === stage.id) ?? {},
      stage,
    ),
  ),
  ...classChanges(a, b),
];

function weights(at: string, name: string, was: Weighing, is: Weighing): readonly Change[] {
  const rules = [...new Set([...Object.keys(was.rules ?? {}), ...Object.keys(is.rules ?? {})])];
  return rules
    .filter(
      (rule) =>
        effectOf(was, rule) !== effectOf(is, rule) || was.rules?.[rule]?.reason !== is.rules?.[rule]?.reason,
    )
    .map((rule) => {
      const word = weighedRuleWords(rule);
      const [from, to] = [valueWords(effectOf(was, rule)), valueWords(effectOf(is, rule))];
      const reason = is.rules?.[rule]?.reason;
      const same = from.zh === to.zh;
      const because = reason === undefined ? '' : `，理由：${reason}`;
      return {
        what: 'rule-changed' as const,
        at: `${at}.${rule}`,
        zh: `${name}的规则“${word.zh}”${same ? `仍为“${to.zh}”` : `由“${from.zh}”改为“${to.zh}”`}${because}`,
        en: `${at}: ${word.en} ${same ? `still ${to.en}, for another reason` : `${to.en} instead of ${from.en}`}`,
      };
    });
}

type Class = NonNullable<Definition['amendments']>['classes'][number];

function classChanges(a: Definition, b: Definition): readonly Change[] {
  const before = classesOf(a);
  const after = classesOf(b);
  const each = [...new Set([...before.keys(), ...after.keys()])].flatMap((id) =>
    classChange(id, before.get(id), after.get(id), b),
  );
  const name = { zh: '修改分类', en: 'classes of changes' };
  return [
    ...each,
    ...orderChange([...before.keys()], [...after.values()]),
    ...fieldChanges('class-changed', { at: 'amendments', name }, leastIn(a), leastIn(b)),
  ];
}

/** Which class is the lighter one is for their order to say. */
function orderChange(before: readonly string[], after: readonly Class[]): readonly Change[] {
  const stayed = after.filter(({ id }) => before.includes(id));
  const was = before.filter((id) => stayed.some((one) => one.id === id));
  if (stayed.every(({ id }, n) => id === was[n])) return [];
  return [
    {
      what: 'class-changed',
      at: 'amendments.classes',
      zh: `修改分类由轻到重的次序改为：${after.map(({ title }) => title).join('、')}`,
      en: `the order of the classes, the lightest first: ${after.map(({ id }) => id).join(', ')}`,
    },
  ];
}

const classesOf = ({ amendments }: Definition): ReadonlyMap<string, Class> =>
  new Map(amendments?.classes.map((one) => [one.id, one]));

/** Of which class a changed number, chapter or duty is at least, by the title of the class. */
function leastIn(definition: Definition): object {
  const titles = classesOf(definition);
  const { numbers, headings, duties } = definition.amendments ?? {};
  const title = (id: string | undefined) => (id === undefined ? undefined : titles.get(id)?.title);
  return { numbers: title(numbers), headings: title(headings), duties: title(duties) };
}

function classChange(
  id: string,
  was: Class | undefined,
  is: Class | undefined,
  b: Definition,
): readonly Change[] {
  const at = `amendments.classes.${id}`;
  if (!was) return is ? [cameOrWent(at, is, { zh: '新增', en: 'new' })] : [];
  if (!is) return [cameOrWent(at, was, { zh: '删去', en: 'gone' })];
  if (isSame(was, is)) return [];
  const titles = is.gates.map((gate) => stagesOf(b).find((stage) => stage.id === gate)?.title ?? gate);
  return [
    {
      what: 'class-changed',
      at,
      zh: `修改分类“${is.title}”之后须重新审定的环节改为：${titles.join('、') || '无'}`,
      en: `after a change of class ${id} these decide again: ${is.gates.join(', ') || 'none'}`,
    },
  ];
}

const cameOrWent = (at: string, { id, title }: Class, which: Said): Change => ({
  what: 'class-changed',
  at,
  zh: `${which.zh}修改分类“${title}”`,
  en: `the class of changes ${id} is ${which.en}`,
});
