import { z } from 'zod';
import { stageStreams, type CaseState } from '../../case/case.ts';
import { record, type Given, type Known } from '../../decider.ts';
import { against, notNow } from '../../refusal.ts';
import { parseStream, streamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import type { StageKind } from '../stage-kind.ts';
import { titleOf } from '../subject-title.ts';
import { Mark } from './register.ts';
import type { Numbering } from './facts.ts';
import { standing, unreceived, type IssueState } from './issue.ts';
import { gate, StepsParam, type AskedStep, type AskedSteps } from './steps.ts';

const Params = z.strictObject({
  subject: z.enum(['scheme', 'manuscript']),
  /** Whether the stage ends with 印发 or with the last 签收. */
  closesOn: z.enum(['issued', 'received']).default('received'),
  /**
   * `external`: 文号 is copied from the hospital's own 发文登记簿; `{ own: 机关代字 }`: the register is kept here, without a
   * gap.
   */
  register: z.union([z.literal('external'), z.strictObject({ own: Mark })]).default('external'),
  /** 核稿, 会签, 复核, 用印: which of them the hospital asks for, and what becomes of one that was left out. */
  steps: StepsParam,
  /** 印发预检 by the clock: after every gate, and each of so many last working days before the planned day. */
  precheck: z.strictObject({ days: z.int().min(1).max(60) }).exactOptional(),
  recipients: z.literal('all-departments').default('all-departments'),
  /**
   * Stages without whose yes to the same text nothing is issued. Absent: every stage that binds. Named, none of them
   * can be lost when the procedure is changed: `procedure check` reports it.
   */
  gates: z
    .array(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/))
    .min(1)
    .exactOptional(),
});

const issueOf = (known: Known, state: CaseState | undefined, stage: string) => {
  const name = stageStreams(state, stage).find((stream) => stream.startsWith('issue/'));
  return name && known.state('issue', parseStream(name).id);
};

const ALL: readonly AskedStep[] = ['review', 'countersign', 'check', 'seal'];

/** 会签科室 by name, as departments of today. */
function askedOf({ org }: Given, { countersigners, ...effects }: z.infer<typeof StepsParam>): AskedSteps {
  const found = org.context.departments.filter(({ name }) => countersigners.includes(name));
  const unknown = countersigners.filter((name) => !found.some((department) => department.name === name));
  return { ...effects, departments: found.map(({ id }) => id), unknown };
}

/** What went out: the machine of the case compares it with what the gates decided. */
const issuedText = ({ context: { done, text } }: IssueState): TextRef | null => done.publish?.text ?? text;

/** 印发: left by `case.advance` once issued, or once everybody has signed for it. */
export const issue: StageKind<z.infer<typeof Params>> = {
  kind: 'issue@1',
  params: Params,
  outcomes: ['issued', 'received'],
  meaning: ({ subject, gates, precheck }) => ({
    subject,
    makesText: false,
    approving: [],
    binds: false,
    issues: true,
    ...(gates ? { gates } : {}),
    ...(precheck ? { prechecks: precheck.days } : {}),
  }),
  enter({ given, caseId, case: state, stage, due }, { subject, register, steps }) {
    const data = {
      case: caseId,
      stage: stage.id,
      subject,
      title: titleOf(state, subject),
      text: state.context.texts[subject],
      recipients: given.org.context.departments.map(({ id }) => id),
      due,
      register: register satisfies Numbering,
      steps: askedOf(given, steps),
    };
    return [record(streamName('issue', given.id(`${stage.id}/issue`)), { type: 'IssueDrafted', data })];
  },
  leaveNeeds: (known, caseId, stage) =>
    stageStreams(known.state('case', caseId), stage.id).map((read) => ({ read })),
  leave(given, caseId, stage, { closesOn }) {
    const state = issueOf(given, given.state('case', caseId), stage.id);
    if (!state || !(state.matches('issued') || state.matches('received')))
      return {
        refusal: notNow('issue.issued', '尚未印发，不能办结', 'It has not been issued yet', standing(state)),
      };
    const missing = unreceived(state);
    if (closesOn === 'received' && missing.length > 0) {
      const names = given.org.context.departments
        .filter(({ id }) => missing.includes(id))
        .map(({ name }) => name);
      return {
        refusal: against(
          'issue.all-received',
          `尚未签收的科室：${names.join('、')}`,
          `Departments that have not signed for it: ${names.join(', ')}`,
          { missing: names },
          {
            zh: `还需${names.length}个科室签收`,
            en: `${names.length === 1 ? '1 department' : `${names.length} departments`} must sign for it`,
          },
        ),
      };
    }
    const { refusal, notices } = gate(given, state.context, ALL);
    if (refusal) return { refusal };
    return { outcome: closesOn, text: issuedText(state), notices };
  },
};
