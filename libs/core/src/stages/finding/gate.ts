import type { Severity } from '@mouding/text';
import { procedureOf } from '../../case/advance.ts';
import { streamOf, type Subject } from '../../case/case.ts';
import type { Given, Known, Need } from '../../decider.ts';
import type { Breach } from '../../elsewhere.ts';
import { effectOf, weighAll, weighBreach, type Weighed } from '../../procedure/effects.ts';
import { against, type Refusal } from '../../refusal.ts';
import { parseStream } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import { foundOf, openFindings, type FoundHere } from './found.ts';

/** Where a text stands that is to be decided on or issued. */
interface Putting {
  readonly case: string;
  readonly stage: string;
}

/** What is decided on or issued. */
interface Item {
  readonly subject: Subject;
  readonly text: TextRef | null;
}

/** What a gate asks of a text, by rule: 上会 lets errors show, 印发 does not go on with them. */
const ASKED = {
  body: [
    { rule: 'text.checkup', severity: 'error' },
    { rule: 'text.checkup-doubts', severity: 'warning' },
  ],
  issue: [
    { rule: 'issue.checkup', severity: 'error' },
    { rule: 'issue.checkup-doubts', severity: 'warning' },
  ],
} as const satisfies { readonly [gate: string]: readonly { rule: string; severity: Severity }[] };
export type CheckupGate = keyof typeof ASKED;

interface Named {
  readonly zh: string;
  readonly one: string;
  readonly many: string;
}

const NAMES: { readonly [severity in Severity]: Named } = {
  error: { zh: '错误', one: 'error', many: 'errors' },
  warning: { zh: '疑点', one: 'doubt', many: 'doubts' },
  advice: { zh: '建议', one: 'piece of advice', many: 'pieces of advice' },
};

const inEnglish = (count: number, { one, many }: Named): string =>
  count === 1
    ? `1 ${one} that the checkup found is neither mended nor let stand`
    : `${count} ${many} that the checkup found are neither mended nor let stand`;

/** Places named in the sentence; all of them stand in the facts. */
const SAID = 5;

/** The manuscript of the case, with what is let stand in it, and its text. */
export function findingNeeds(known: Known, caseId: string): readonly Need[] {
  const state = known.state('case', caseId);
  const name = streamOf(state, 'manuscript');
  const text = state?.context.texts.manuscript;
  return [...(name ? [{ read: name }] : []), ...(text ? [{ text }] : [])];
}

/** Findings of the text that are neither mended nor let stand, as the stage weighs each severity. */
export function weighFindings(given: Given, putting: Putting, item: Item, gate: CheckupGate): Weighed {
  const stage = stageIn(given, putting);
  const looked = ASKED[gate].filter(({ rule }) => effectOf(stage, rule) !== 'off');
  return weighAll(
    stage,
    looked.map(({ rule, severity }) => unmended(given, putting, item, { rule, severity })),
  );
}

/** The same of what was done elsewhere: it shows, and holds nothing. */
export function findingsShown(
  given: Given,
  putting: Putting,
  item: Item,
  gate: CheckupGate,
): readonly Breach[] {
  const stage = stageIn(given, putting);
  return ASKED[gate]
    .filter(({ rule }) => effectOf(stage, rule) !== 'off')
    .flatMap((asked) =>
      weighBreach(
        { rules: { [asked.rule]: { effect: 'warn', reason: '补录' } } },
        unmended(given, putting, item, asked),
      ),
    );
}

function unmended(
  given: Given,
  { case: caseId }: Putting,
  { subject, text }: Item,
  { rule, severity }: { readonly rule: string; readonly severity: Severity },
): Refusal | null {
  const name = streamOf(given.state('case', caseId), 'manuscript');
  if (subject !== 'manuscript' || !text || !name) return null;
  const waived = given.state('manuscript', parseStream(name).id)?.context.waived ?? [];
  const open = openFindings(given.refOf, foundOf(given, text), waived, severity);
  return open.length === 0 ? null : held(rule, severity, open);
}

function held(rule: string, severity: Severity, open: readonly FoundHere[]): Refusal {
  const named = NAMES[severity];
  const some = open.slice(0, SAID).map(({ place, message }) => `${place}：${message.zh}`);
  const more = open.length > SAID ? '等' : '';
  return against(
    rule,
    `文稿校核尚有${open.length}处${named.zh}未改正（${some.map((one) => one.replace(/。$/u, '')).join('；')}${more}）`,
    inEnglish(open.length, named),
    { count: open.length, rules: countsOf(open), places: placesOf(open) },
    {
      zh: '请改正；确需保留的，由规划办主任或者负责该规划篇章的院领导逐处说明理由后豁免',
      en: 'Mend them; what is meant is let stand, with reasons, by the director or the lead of a chapter',
    },
  );
}

function countsOf(open: readonly FoundHere[]): { readonly [rule: string]: number } {
  const counts: Record<string, number> = {};
  for (const { rule } of open) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/** Enough to find every one of them, however many there are. */
const placesOf = (open: readonly FoundHere[]) =>
  open.slice(0, 100).map(({ rule, node, line, quote }) => ({ rule, node, line, quote: quote.slice(0, 40) }));

const stageIn = (given: Given, { case: caseId, stage }: Putting) =>
  procedureOf(given, caseId).stage(stage).stage;
