import { z } from 'zod';
import { closingNeeds } from '../../case/advance.ts';
import { streamOf } from '../../case/case.ts';
import { record, refuse, sealedBy, type Command, type Given, type Known, type Need } from '../../decider.ts';
import { notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName, type StreamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { actorOf } from '../charge.ts';
import { DraftLabel } from '../manuscript/compile.ts';
import { reach, type Reached } from '../manuscript/changing.ts';
import { cited, EditBody, place, stale, strangeCites, tooMuch } from '../manuscript/passages.ts';
import type { MandateContext, Outside, Row } from './facts.ts';
import type { MandateState } from './mandate.ts';
import { outsideOf, tableOf } from './scope.ts';

/** 修改对照表, as whoever drafts hands it in. */
export const MandatedEdits = z
  .array(
    EditBody.extend({
      point: z
        .int()
        .min(1)
        .max(40)
        .nullable()
        .default(null)
        .meta({ description: '所依据的授权事项序号；未注明的视为超出授权 · the point it rests on' }),
    }),
  )
  .min(1)
  .max(100);
type MandatedEdits = z.infer<typeof MandatedEdits>;

export const DraftMandate = z
  .strictObject({
    base: TextRef.meta({ description: '会议审议的文稿 · the text that was decided on' }),
    label: DraftLabel,
    edits: MandatedEdits,
  })
  .meta({ id: 'DraftMandate', description: '起草授权修改 · drafts the changes, each under its point' });

/** The mandate, and what may end its stage. */
export function mandateNeeds(known: Known, id: string): readonly Need[] {
  const name = streamName('mandate', id);
  const context = known.state('mandate', id)?.context;
  if (!context) return [{ write: name }];
  const manuscript = streamOf(known.state('case', context.case), 'manuscript');
  return [
    { write: name },
    { text: context.text },
    ...closingNeeds(known, context.case, context.stage || context.gate),
    ...(manuscript ? [{ write: manuscript }] : []),
  ];
}

/** Everything that the table of changes is drawn from. */
export const draftNeeds = (known: Known, id: string, { edits }: { readonly edits: MandatedEdits }) => [
  ...mandateNeeds(known, id),
  ...cited(edits),
];

/**
 * 起草授权修改: the whole table of changes of the text that was decided on, each under a point of the mandate. Handed in
 * again it takes the place of the one before. What lies outside shows here, and is not approved.
 */
export const draftMandate: Command<'mandate', z.infer<typeof DraftMandate>> = {
  verb: 'mandate.draft',
  on: 'mandate',
  during: ['drafting', 'drafted'],
  needs: draftNeeds,
  decide(given, id, body) {
    const state = given.state('mandate', id);
    if (!isRunning(state)) return refuse(notRunning(state));
    if (!sameText(state.context.text, body.base)) return refuse(stale(state.context.text, body.base));
    const table = tabled(given, state.context, body.edits);
    if ('rule' in table) return refuse(table);
    const { rows, outside, to, made } = table;
    const data = { from: body.base, to, label: body.label, rows, outside, ...actorOf(given) };
    const why = sealedBy(given.actor, { reasons: body.edits.map(({ reason }) => reason) });
    const stream: StreamName<'mandate'> = streamName('mandate', id);
    return {
      facts: [record(stream, { type: 'MandateDrafted', data }, why)],
      ...made,
      notices: outside.length === 0 ? [] : [outsideNotice(outside)],
    };
  },
};

export const isRunning = (state: MandateState | undefined): state is MandateState =>
  state !== undefined && (state.matches('drafting') || state.matches('drafted'));

export const notRunning = (state: MandateState | undefined): Refusal =>
  notNow('mandate.open', '授权修改未生效或已办结', 'The mandate is not in force, or is over', {
    status: state?.value ?? 'absent',
  });

/** 修改对照表 with the text that it leads to. */
export interface Table {
  readonly rows: readonly Row[];
  readonly outside: readonly Outside[];
  readonly to: TextRef;
  /** The new text that the facts cite. */
  readonly made: Reached['made'];
}

/** The table of changes, or why it cannot be drawn: a quote that has no place, a change that changes nothing. */
export function tabled(given: Given, context: MandateContext, edits: MandatedEdits): Table | Refusal {
  const strange = strangeCites(given, context.case, edits);
  if (strange) return strange;
  const base = given.text(context.text);
  const changes = place(base, edits);
  if ('rule' in changes) return changes;
  const reached = reach(given, context.text, { edits });
  if ('rule' in reached) return reached;
  if (reached.after === base) return notNow('manuscript.nothing', '没有任何修改', 'Nothing is changed');
  const table = tableOf(
    base,
    changes,
    edits.map(({ point }) => point),
  );
  const kept = reached.steps.flatMap((step) => step.changes);
  const rows = table.map((row, i): Row => ({ ...said(row), ...(kept[i] ?? row) }));
  const outside = outsideOf(context.points, table);
  return tooMuch(kept, BEYOND) ?? { rows, outside, to: reached.to, made: reached.made };
}

/** 修改对照表 is approved as a whole, on one sheet: what does not fit is no change within points of minutes any more. */
const BEYOND = {
  zh: '授权修改须列入同一份修改对照表，由审定人一次审定；容纳不下的，请再提请审议',
  en: 'One table holds everything that is approved at once; what does not fit goes before the body again',
};

/** What the table says of a change, beside the change itself. */
const said = ({ point, paragraphs, gone, come }: Row) => ({ point, paragraphs, gone, come });

const WHY = {
  unassigned: ['未注明所依据的授权事项', 'rests on no point'],
  paragraph: ['不在该授权事项所列段落', 'is in a paragraph that its point does not name'],
  number: ['涉及授权事项未列明的数值', 'changes a number that its point does not name'],
} as const;

/** 超出授权, in words: each row and why. */
export function outsideNotice(outside: readonly Outside[]): Notice {
  const said = (lang: 0 | 1) =>
    outside.map(({ row, why, numbers }) => spelt(row, WHY[why][lang], numbers, lang));
  return {
    rule: 'mandate.scope',
    said: {
      zh: `${outside.length}处修改超出授权：${said(0).join('；')}`,
      en: `${outside.length === 1 ? '1 change lies' : `${outside.length} changes lie`} outside the mandate: ${said(1).join('; ')}`,
    },
    facts: { outside: outside.map(({ row, why, numbers }) => ({ row, why, numbers: [...numbers] })) },
  };
}

function spelt(row: number, why: string, numbers: readonly string[], lang: 0 | 1): string {
  const which =
    numbers.length === 0 ? '' : lang === 0 ? `（${numbers.join('、')}）` : ` (${numbers.join(', ')})`;
  return lang === 0 ? `第${row}处${why}${which}` : `change ${row} ${why}${which}`;
}
