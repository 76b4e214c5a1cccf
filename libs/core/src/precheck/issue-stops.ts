import { departmentNames } from '../org/departments.ts';
import type { Known } from '../decider.ts';
import type { IssueState } from '../stages/issue/issue.ts';
import { isDone, STEPS, uncountersigned, type Step } from '../stages/issue/steps.ts';
import type { Said } from '../refusal.ts';
import type { StreamName } from '../stream.ts';
import { said, stop, type Stop } from './stop.ts';

const NEEDED: {
  readonly [S in Step]?: {
    readonly rule: string;
    readonly zh: string;
    readonly en: string;
    readonly by: string;
  };
} = {
  review: { rule: 'issue.reviewed', zh: '尚未核稿', en: 'it is not reviewed', by: 'office' },
  countersign: { rule: 'issue.countersigned', zh: '尚未会签', en: 'it is not countersigned', by: 'office' },
  sign: { rule: 'issue.signed', zh: '尚未签发', en: 'it is not signed', by: 'leader' },
  check: { rule: 'issue.checked', zh: '尚未复核', en: 'it is not checked', by: 'office' },
  number: { rule: 'issue.numbered', zh: '尚未编号', en: 'it has no number', by: 'office' },
  seal: { rule: 'issue.sealed', zh: '尚未用印', en: 'it is not sealed', by: 'office' },
};
const BASIS = '《党政机关公文处理工作条例》第十九条至第二十五条';

/** Steps of 发文稿纸 that are missing on the text as it is, and a change of it that waits. */
export function issueStops(known: Known, about: StreamName<'issue'>, state: IssueState): readonly Stop[] {
  const { context } = state;
  const steps = STEPS.filter((step) => !isDone(context, step)).flatMap((step) =>
    stepStop(known, about, state, step),
  );
  if (!context.editorial) return steps;
  return [
    stop({
      rule: 'issue.editorial-waits',
      said: said('编辑性修改待第二人确认', 'an editorial change awaits the second person'),
      about,
      by: ['office-director'],
      doors: ['restore'],
    }),
    ...steps,
  ];
}

function stepStop(
  known: Known,
  about: StreamName<'issue'>,
  { context }: IssueState,
  step: Step,
): readonly Stop[] {
  const effect = step === 'sign' || step === 'number' || step === 'publish' ? 'block' : context.steps[step];
  const needed = NEEDED[step];
  if (!needed || effect === 'off') return [];
  const missing = step === 'countersign' ? uncountersigned(context) : [];
  const by = missing.length > 0 ? missing.map((department) => `department-head@${department}`) : [needed.by];
  const words = named(needed, departmentNames(known.org, missing));
  return [stop({ rule: needed.rule, effect, said: words, basis: BASIS, about, by })];
}

const named = ({ zh, en }: Said, names: readonly string[]): Said =>
  names.length > 0 ? said(`${zh}：${names.join('、')}`, `${en}: ${names.join(', ')}`) : said(zh, en);
