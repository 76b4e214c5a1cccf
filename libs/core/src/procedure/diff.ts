import type { Definition, Stage } from './definition.ts';
import { isTogether, stagesOf } from './definition.ts';
import { bodyChanges } from './diff-bodies.ts';
import { fieldChanges } from './diff-fields.ts';
import { groupChanges } from './diff-groups.ts';
import { namedParams, stageTitle, stepTitle } from './diff-names.ts';
import { ruleChanges } from './diff-rules.ts';

/** One thing that is other in the second version, in the words of a reader. `at` is the place in the definition. */
export interface Change {
  readonly what:
    | 'title'
    | 'body-added'
    | 'body-removed'
    | 'body-changed'
    | 'chapter-added'
    | 'chapter-removed'
    | 'chapter-changed'
    | 'stage-added'
    | 'stage-removed'
    | 'stage-moved'
    | 'stage-changed'
    | 'route-changed'
    | 'rule-changed'
    | 'class-changed';
  readonly at: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * What is other in version `b` than in `a`: stages added, removed, moved; routes, parameters, windows; the rules of
 * bodies, weights of rules, chapters, classes of changes. The order is that of a reader: bodies, chapters, stages, rules.
 */
export const diffDefinitions = (a: Definition, b: Definition): readonly Change[] => [
  ...fieldChanges('title', { at: '', name: { zh: '程序', en: 'the procedure' } }, heading(a), heading(b)),
  ...bodyChanges(a, b),
  ...chapterChanges(a, b),
  ...stagesAdded(a, b),
  ...stagesRemoved(a, b),
  ...stagesMoved(a, b),
  ...groupChanges(a, b),
  ...stagesOf(b).flatMap((stage) => stageChanges(a, b, stage)),
  ...ruleChanges(a, b),
];

const heading = ({ title, summary }: Definition): object => ({ title, summary });

type Plan = Definition['chapters'][number];
const nameOf = ({ no, title }: Plan) => ({ zh: `第${no}章“${title}”`, en: `chapter ${no}` });

function chapterChanges(a: Definition, b: Definition): readonly Change[] {
  const before = new Map(a.chapters.map((plan) => [plan.no, plan]));
  const after = new Set(b.chapters.map(({ no }) => no));
  const changed = b.chapters.flatMap((plan): readonly Change[] => {
    const was = before.get(plan.no);
    const at = `chapters.${plan.no}`;
    const name = nameOf(plan);
    if (!was) return [{ what: 'chapter-added', at, zh: `新增${name.zh}`, en: `${name.en} is new` }];
    return fieldChanges('chapter-changed', { at, name }, was, plan);
  });
  const removed = a.chapters
    .filter(({ no }) => !after.has(no))
    .map((plan): Change => {
      const name = nameOf(plan);
      return {
        what: 'chapter-removed',
        at: `chapters.${plan.no}`,
        zh: `删去${name.zh}`,
        en: `${name.en} is gone`,
      };
    });
  return [...changed, ...removed];
}

const idsOf = (definition: Definition): readonly string[] => stagesOf(definition).map(({ id }) => id);

function stagesAdded(a: Definition, b: Definition): readonly Change[] {
  const known = new Set(idsOf(a));
  const all = stagesOf(b);
  return all.flatMap((stage, n): readonly Change[] => {
    if (known.has(stage.id)) return [];
    const before = all[n - 1];
    const where = before
      ? { zh: `在“${before.title}”之后`, en: `after ${before.id}` }
      : { zh: '在最前', en: 'first' };
    const lasts = lasting(stage);
    return [
      {
        what: 'stage-added',
        at: `steps.${stage.id}`,
        zh: `${where.zh}新增环节“${stage.title}”${lasts.zh}`,
        en: `the stage ${stage.id} is new, ${where.en}${lasts.en}`,
      },
    ];
  });
}

const lasting = ({ lasts }: Stage) =>
  lasts === undefined
    ? { zh: '', en: '' }
    : {
        zh: `（办理期限${lasts.n}${lasts.unit === 'working' ? '个工作日' : '日'}）`,
        en: ` (${lasts.n} ${lasts.unit} days)`,
      };

function stagesRemoved(a: Definition, b: Definition): readonly Change[] {
  const kept = new Set(idsOf(b));
  return stagesOf(a)
    .filter(({ id }) => !kept.has(id))
    .map(({ id, title }) => ({
      what: 'stage-removed' as const,
      at: `steps.${id}`,
      zh: `删去环节“${title}”`,
      en: `the stage ${id} is gone`,
    }));
}

/** Stages of both versions that stand behind another one than before, or beside others. */
function stagesMoved(a: Definition, b: Definition): readonly Change[] {
  const common = idsOf(a).filter((id) => idsOf(b).includes(id));
  const now = idsOf(b).filter((id) => common.includes(id));
  return now.flatMap((id, n): readonly Change[] => {
    const moved = common[common.indexOf(id) - 1] !== now[n - 1] && common.indexOf(id) !== n;
    const beside = groupOf(a, id) !== groupOf(b, id);
    if (!moved && !beside) return [];
    const title = stageTitle(b, id);
    const group = groupOf(b, id);
    const after = now[n - 1];
    const where = group
      ? { zh: `改为在“${stepTitle(b, group)}”中同时办理`, en: `runs side by side in ${group}` }
      : {
          zh: after ? `移至“${stageTitle(b, after)}”之后` : '移至最前',
          en: after ? `moved after ${after}` : 'moved to the front',
        };
    return [
      { what: 'stage-moved', at: `steps.${id}`, zh: `环节“${title}”${where.zh}`, en: `${id} ${where.en}` },
    ];
  });
}

const groupOf = ({ steps }: Definition, id: string): string | undefined =>
  steps.filter(isTogether).find(({ together }) => together.some((stage) => stage.id === id))?.id;

function stageChanges(a: Definition, b: Definition, stage: Stage): readonly Change[] {
  const was = stagesOf(a).find(({ id }) => id === stage.id);
  if (!was) return [];
  const of = { at: `steps.${stage.id}`, name: { zh: `环节“${stage.title}”`, en: stage.id } };
  return [
    ...fieldChanges('stage-changed', of, fieldsOf(was), fieldsOf(stage)),
    ...fieldChanges(
      'stage-changed',
      { ...of, at: `${of.at}.with` },
      namedParams(a, was.with),
      namedParams(b, stage.with),
    ),
    ...routeChanges([a, b], was, stage),
  ];
}

const fieldsOf = ({ title, kind, window, lasts, basis }: Stage): object => ({
  title,
  kind,
  window,
  lasts,
  basis,
});

/** Routes by outcome; the words of an outcome are the body's own and stand in its words. */
function routeChanges([a, b]: readonly [Definition, Definition], was: Stage, is: Stage): readonly Change[] {
  const outcomes = [...new Set([...Object.keys(was.then), ...Object.keys(is.then)])];
  return outcomes
    .filter((outcome) => was.then[outcome] !== is.then[outcome])
    .map((outcome) => {
      const [from, to] = [was.then[outcome], is.then[outcome]];
      const word = outcomeWord(b, is, outcome);
      return {
        what: 'route-changed' as const,
        at: `steps.${is.id}.then.${outcome}`,
        zh: `“${is.title}”${word}之后，由${from ? `“${stepTitle(a, from)}”` : '未写明'}改为${to ? `“${stepTitle(b, to)}”` : '未写明'}`,
        en: `after ${is.id} (${outcome}): ${to ?? 'nothing'} instead of ${from ?? 'nothing'}`,
      };
    });
}

const ENDINGS: { readonly [outcome: string]: string } = {
  passed: '通过',
  'in-principle': '原则通过',
  'not-passed': '未通过',
  deferred: '缓议',
  withdrawn: '撤回议题',
  referred: '提请上级决定',
  returned: '退回',
  approved: '同意',
};

/** What a stage ended with, in the words of its body where it has one. */
function outcomeWord({ bodies }: Definition, stage: Stage, outcome: string): string {
  const body = typeof stage.with['body'] === 'string' ? bodies[stage.with['body']] : undefined;
  const own = Object.entries(body?.words ?? {}).find(([key]) => key === outcome)?.[1];
  const word = own ?? ENDINGS[outcome];
  return word === undefined ? '办结' : `（${word}）`;
}
