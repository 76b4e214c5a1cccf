import { dayOf } from '../../calendar.ts';
import { heldBreach } from '../../case/advance.ts';
import type { Given } from '../../decider.ts';
import { earliest, type Breach } from '../../elsewhere.ts';
import { against, type Refusal } from '../../refusal.ts';
import { sameText } from '../../text-ref.ts';
import { findingsShown } from '../finding/gate.ts';
import { unheld, type Held } from '../head-of.ts';
import { nextSeq, readNumber, wrongForm } from './register.ts';
import { sameHand } from './hand-on.ts';
import type { IssueState } from './issue.ts';
import { entryOf, numberTaken, registerState } from './number.ts';
import { otherYear, outOfTime, undecided } from './publish.ts';
import type { RecordedStep } from './record-step.ts';
import { otherText } from './sign.ts';
import { inWords, isDone, STEPS, type Step } from './steps.ts';

type Effect = Breach['effect'];

/** A rule that an act would have been refused for: on paper it was broken. */
const broken = (
  refusal: Refusal | null,
  effect: Effect,
  mend: Pick<Breach, 'mend'> = {},
): readonly Breach[] =>
  refusal
    ? [{ effect, notice: { rule: refusal.rule, said: refusal.said, facts: refusal.facts }, ...mend }]
    : [];

const shown = (rule: string, zh: string, en: string, facts: Refusal['facts'] = {}): readonly Breach[] => [
  { effect: 'warn', notice: { rule, said: { zh, en }, facts } },
];

/** What was done on another text was not done on this one: no paper found later changes that. */
const FOR_EVER = { mend: 'exempt' } as const;

/** Every rule that a step on paper broke. */
export function breachesOf(
  given: Given,
  state: IssueState,
  body: RecordedStep,
  doer: Held,
): readonly Breach[] {
  const { text } = state.context;
  return [
    ...outOfOrder(state, body),
    ...broken(sameText(body.text, text) ? null : otherText(body.text, text), 'block', FOR_EVER),
    ...byOthers(state, body.step, doer),
    ...unheld(doer),
    ...(body.step === 'sign' ? checkedUp(given, state, body) : []),
    ...(body.step === 'number' ? numbering(given, state, body.number) : []),
    ...(body.step === 'publish' ? publishing(given, state, body) : []),
  ];
}

/** What the checkup finds in what was signed. */
const checkedUp = (given: Given, { context }: IssueState, { text }: RecordedStep): readonly Breach[] =>
  findingsShown(given, context, { subject: context.subject, text }, 'issue');

/** Who did it: 签发 is a leader's, 会签 the departments' that were asked, 复核 another's than 签发. */
function byOthers(state: IssueState, step: Step, doer: Held): readonly Breach[] {
  switch (step) {
    case 'sign':
      return [...signer(doer), ...bothHands(state, 'check', doer)];
    case 'check':
      return bothHands(state, 'sign', doer);
    case 'countersign':
      return countersigner(state, doer);
    default:
      return [];
  }
}

const signer = ({ as }: Held): readonly Breach[] =>
  as === 'leader'
    ? []
    : broken(against('issue.signer', '签发人不是院领导', 'It was not signed by a leader', { as }), 'block');

const bothHands = ({ context: { done } }: IssueState, other: 'sign' | 'check', { person }: Held) =>
  broken(person !== null && done[other]?.by === person ? sameHand() : null, 'warn');

const countersigner = ({ context: { steps } }: IssueState, { department }: Held): readonly Breach[] =>
  department !== null && steps.departments.includes(department)
    ? []
    : shown(
        'issue.countersigner',
        '会签科室不在程序要求的会签范围',
        'The department was not asked to countersign',
        { department },
      );

/** 文号 on paper: its form, whether it is another's already, and, where the register is kept here, whether it leaves a gap. */
function numbering(given: Given, { context }: IssueState, number: string): readonly Breach[] {
  const parts = readNumber(number);
  if (!parts) return broken(wrongForm(number), 'warn');
  const { reserved } = context;
  if (number === reserved) return [];
  const entry = entryOf(given, parts);
  if (entry) return [...unused(reserved), ...broken(numberTaken(number, parts, entry), 'block')];
  const next = nextSeq(registerState(given, parts));
  const own = context.register === 'external' ? null : context.register.own;
  const gapless = own === null || (own === parts.code && parts.seq === next);
  if (gapless) return unused(reserved);
  return [
    ...unused(reserved),
    ...shown(
      'issue.number-gapless',
      `文号与本系统登记簿的下一顺序号（${next}）不连续`,
      `It is not the next number of the register kept here (${next})`,
      { seq: parts.seq, next },
    ),
  ];
}

const unused = (reserved: string | null): readonly Breach[] =>
  reserved === null
    ? []
    : shown(
        'issue.number-reserved',
        `已为本文预留${reserved}，未使用`,
        `${reserved} was reserved for it and not used`,
        { reserved },
      );

function publishing(
  given: Given,
  state: IssueState,
  { text, on }: Extract<RecordedStep, { step: 'publish' }>,
): readonly Breach[] {
  const { number } = state.context;
  return [
    ...unsigned(state),
    ...heldBreach(given.state('case', state.context.case)),
    ...broken(undecided(given, state, text), 'block', FOR_EVER),
    ...broken(outOfTime(given, state, on), 'warn'),
    ...(number === null ? [] : otherYear(number, on).map((notice): Breach => ({ effect: 'warn', notice }))),
  ];
}

/** 印发 rests on 签发 and 编号, which every hospital asks for. */
const unsigned = ({ context }: IssueState): readonly Breach[] => [
  ...broken(
    isDone(context, 'sign')
      ? null
      : against('issue.signed', '印发时本文尚无签发', 'It was issued and is not known to be signed'),
    'block',
  ),
  ...broken(
    isDone(context, 'number')
      ? null
      : against('issue.numbered', '印发时本文尚无文号', 'It was issued and is not known to have a number'),
    'block',
  ),
];

/** Whether a step is part of this issue's way: three always are, the others when the hospital asks for them. */
const isAsked = ({ context: { steps } }: IssueState, step: Step): boolean => {
  if (step === 'sign' || step === 'number' || step === 'publish') return true;
  return steps[step] !== 'off' && (step !== 'countersign' || steps.departments.length > 0);
};

/** Steps before it that nobody has done, and steps whose day stands on the wrong side of its own. */
function outOfOrder(state: IssueState, body: RecordedStep): readonly Breach[] {
  const { context } = state;
  const day = body.step === 'publish' ? body.on : dayOf(earliest(body.elsewhere));
  const at = STEPS.indexOf(body.step);
  const before = STEPS.slice(0, at).filter((step) => isAsked(state, step));
  const undone = before.filter((step) => !isDone(context, step));
  const later = before.filter((step) => daysOf(state, step).some((on) => on > day));
  const sooner = STEPS.slice(at + 1).filter((step) => daysOf(state, step).some((on) => on < day));
  if (undone.length + later.length + sooner.length === 0) return [];
  const step = inWords([body.step]);
  const names = inWords([...undone, ...later, ...sooner]);
  return shown(
    'issue.order',
    `${step.zh}的先后与发文办理程序不符：${names.zh}`,
    `The ${step.en} is out of order with: ${names.en}`,
    { step: body.step, undone, later, sooner },
  );
}

const daysOf = ({ context }: IssueState, step: Step): readonly string[] =>
  (step === 'countersign' ? context.countersigned : [context.done[step]]).flatMap((done) => done?.on ?? []);
