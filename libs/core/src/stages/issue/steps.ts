import { z } from 'zod';
import type { Given } from '../../decider.ts';
import { departmentNames } from '../../org/departments.ts';
import { against, type Notice, type Refusal, type Said } from '../../refusal.ts';
import { sameText } from '../../text-ref.ts';
import type { IssueContext } from './facts.ts';

/**
 * The steps of 发文稿纸 after 拟稿, in their order: 核稿, 会签, 签发, 复核, 编号, 用印, 分发.
 *
 * @source 党政机关公文处理工作条例 §19–§25
 */
export const STEPS = ['review', 'countersign', 'sign', 'check', 'number', 'seal', 'publish'] as const;
export type Step = (typeof STEPS)[number];

/** Steps that a hospital may ask for; 签发, 编号 and 分发 are asked for always. */
export type AskedStep = 'review' | 'countersign' | 'check' | 'seal';

/** What becomes of a step that was left out: the next one is refused, or it shows (程序提示), or nobody asks for it. */
export type StepEffect = 'block' | 'warn' | 'off';

/** What the hospital asks of this issue, frozen when its stage opened. */
export type AskedSteps = { readonly [S in AskedStep]: StepEffect } & {
  /** 会签科室. */
  readonly departments: readonly string[];
  /** Names in the procedure that no department bears. */
  readonly unknown: readonly string[];
};

const Effect = z.enum(['block', 'warn', 'off']).default('warn');

/** The parameter `steps` of a procedure. */
export const StepsParam = z
  .strictObject({
    review: Effect,
    countersign: Effect,
    check: Effect,
    seal: Effect,
    /** 会签科室 by name; none by default. */
    countersigners: z.array(z.string().trim().min(1).max(60)).default([]),
  })
  .prefault({});

/** An issue drafted before steps could be asked for. */
export const NONE_ASKED: AskedSteps = {
  review: 'off',
  countersign: 'off',
  check: 'off',
  seal: 'off',
  departments: [],
  unknown: [],
};

const STEP_WORDS: { readonly [S in Step]: Said } = {
  review: { zh: '核稿', en: 'review' },
  countersign: { zh: '会签', en: 'countersigning' },
  sign: { zh: '签发', en: 'signature' },
  check: { zh: '复核', en: 'check' },
  number: { zh: '编号', en: 'number' },
  seal: { zh: '用印', en: 'seal' },
  publish: { zh: '分发', en: 'distribution' },
};

/** Names of steps as one phrase. */
export const inWords = (steps: readonly Step[]): Said => ({
  zh: steps.map((step) => STEP_WORDS[step].zh).join('、'),
  en: steps.map((step) => STEP_WORDS[step].en).join(', '),
});

/** Whether a department has countersigned the very text of this issue. */
export const hasCountersigned = ({ countersigned, text }: IssueContext, department: string): boolean =>
  countersigned.some((done) => done.department === department && sameText(done.text, text));

/** Departments that are asked to countersign and have not. */
export const uncountersigned = (context: IssueContext): readonly string[] =>
  context.steps.departments.filter((department) => !hasCountersigned(context, department));

/** Whether a step was done, here or on paper, on the very text of this issue. */
export function isDone(context: IssueContext, step: Step): boolean {
  if (step === 'countersign') return uncountersigned(context).length === 0;
  const done = context.done[step];
  return done !== undefined && (done.text === null || sameText(done.text, context.text));
}

/** Those of the steps that the hospital asks for and nobody has done. */
export const missing = (context: IssueContext, steps: readonly AskedStep[]): readonly AskedStep[] =>
  steps.filter((step) => context.steps[step] !== 'off' && !isDone(context, step));

/** The missing ones that stand in the way. */
export const blocking = (context: IssueContext, steps: readonly AskedStep[]): readonly AskedStep[] =>
  missing(context, steps).filter((step) => context.steps[step] === 'block');

const RULES: { readonly [S in AskedStep]: string } = {
  review: 'issue.reviewed',
  countersign: 'issue.countersigned',
  check: 'issue.checked',
  seal: 'issue.sealed',
};

/** What an act says of the steps before it: a refusal where one blocks, else what shows. */
export function gate(
  given: Given,
  context: IssueContext,
  steps: readonly AskedStep[],
): { readonly refusal: Refusal | null; readonly notices: readonly Notice[] } {
  const [first] = blocking(context, steps);
  const notices = missing(context, steps).map((step) => leftOut(given, context, step));
  if (!first) return { refusal: null, notices };
  const { rule, said, facts } = leftOut(given, context, first);
  const { zh, en } = STEP_WORDS[first];
  const needs = {
    zh: `请先办理${zh}，已在纸面办理的请补录`,
    en: `Do the ${en} first, or record it from paper`,
  };
  return {
    refusal: { ...against(rule, said.zh, said.en, facts, needs), basis: BASIS },
    notices,
  };
}

const BASIS = '《党政机关公文处理工作条例》第十九条至第二十五条；本院发文办理程序';

function leftOut(given: Given, context: IssueContext, step: AskedStep): Notice {
  const rule = RULES[step];
  const { zh, en } = STEP_WORDS[step];
  if (step !== 'countersign')
    return { rule, said: { zh: `尚未${zh}`, en: `The ${en} is missing` }, facts: { step } };
  const names = departmentNames(given.org, uncountersigned(context));
  return {
    rule,
    said: { zh: `尚未会签的科室：${names.join('、')}`, en: `Not countersigned by: ${names.join(', ')}` },
    facts: { step, missing: [...names] },
  };
}

/** 会签科室 of the procedure that the hospital does not have (any more). */
export const unknownCountersigners = ({ steps }: IssueContext): readonly Notice[] =>
  steps.countersign === 'off' || steps.unknown.length === 0
    ? []
    : [
        {
          rule: 'issue.countersigners-known',
          said: {
            zh: `程序中的会签科室在本单位不存在：${steps.unknown.join('、')}`,
            en: `Departments that the procedure asks to countersign are not known here: ${steps.unknown.join(', ')}`,
          },
          facts: { unknown: [...steps.unknown] },
        },
      ];
