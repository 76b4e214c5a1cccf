import { z } from 'zod';
import { heldBreach } from '../../case/advance.ts';
import { dayOf } from '../../calendar.ts';
import { both, record, refuse, sealedBy, type Command, type Given, type Recorded } from '../../decider.ts';
import { doneBy, earliest, Elsewhere, elsewhereNeeds, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { DraftLabel } from '../manuscript/compile.ts';
import { headOf, heldAt, unheld, type Held } from '../head-of.ts';
import { stale } from '../manuscript/passages.ts';
import { coveredElsewhere } from './apply.ts';
import { overdue } from './approve.ts';
import {
  draftNeeds,
  isRunning,
  MandatedEdits,
  notRunning,
  outsideNotice,
  tabled,
  type Table,
} from './draft.ts';
import type { MandateContext } from './facts.ts';

export const RecordMandateApproval = z
  .strictObject({
    base: TextRef.meta({ description: '会议审议的文稿 · the text that was decided on' }),
    label: DraftLabel,
    edits: MandatedEdits,
    elsewhere: Elsewhere,
  })
  .meta({
    id: 'RecordMandateApproval',
    description:
      '补录授权修改的审定（签字的修改对照表） · records a table of changes that was signed on paper',
  });

type Body = z.infer<typeof RecordMandateApproval>;

/**
 * 补录审定: the table of changes as it was signed on paper, attributed to whoever held the posts then. A change outside
 * the mandate holds the next step: what the body decided does not reach it.
 */
export const recordMandateApproval: Command<'mandate', Body> = {
  verb: 'mandate.record-approval',
  on: 'mandate',
  during: ['drafting', 'drafted'],
  needs: (known, id, body) => [...draftNeeds(known, id, body), ...elsewhereNeeds(body.elsewhere)],
  decide(given, id, body) {
    const state = given.state('mandate', id);
    if (!isRunning(state)) return refuse(notRunning(state));
    const { context } = state;
    if (!sameText(context.text, body.base)) return refuse(stale(context.text, body.base));
    const table = tabled(given, context, body.edits);
    if ('rule' in table) return refuse(table);
    const { facts, breaches, approver } = approvedOnPaper(given, id, { context, table, body });
    const notices = breaches.map(({ notice }) => notice);
    const ending = { context, reached: { ...table, label: body.label }, notices };
    const closing = coveredElsewhere(given, id, ending);
    if ('refusal' in closing) return closing;
    const slip = {
      case: context.case,
      stage: context.stage,
      about: streamName('mandate', id),
      verb: 'mandate.record-approval',
      title: '补录：授权修改审定',
      elsewhere: body.elsewhere,
      people: approver?.person ? [{ post: approver.post, person: approver.person }] : [],
      breaches,
    };
    const recorded = asRecorded(given, slip, [...facts, ...closing.facts]);
    return both({ facts: [], ...table.made }, recorded);
  },
};

interface Signing {
  readonly context: MandateContext;
  readonly table: Table;
  readonly body: Body;
}

interface Signed {
  readonly facts: readonly Recorded[];
  readonly breaches: readonly Breach[];
  readonly approver: Held | null;
}

function approvedOnPaper(given: Given, id: string, { context, table, body }: Signing): Signed {
  const approver = heldAt(given.org, context.approver, body.elsewhere);
  const drafter = drafterOf(given, context, body);
  const late = overdue(given, context, dayOf(earliest(body.elsewhere)));
  const { outside, to } = table;
  const by = approver?.person ?? null;
  const data = { to, outside: outside.length, late: late.length > 0, post: context.approver, by: by ?? '' };
  const signed = [record(streamName('mandate', id), { type: 'MandateApproved', data })];
  return {
    facts: [
      draftedOnPaper(given, id, { table, body, drafter }),
      ...(approver && by !== null ? doneBy(approver, signed) : signed),
    ],
    breaches: [
      ...outsideBreach(table),
      ...sameHand(drafter, approver),
      ...late.map((notice): Breach => ({ effect: 'warn', notice })),
      ...unheld(approver),
      ...heldBreach(given.state('case', context.case)),
    ],
    approver,
  };
}

/** Whoever drafts by the mandate, as the post was held then. */
const drafterOf = (given: Given, { drafter }: MandateContext, { elsewhere }: Body): Held | null =>
  'department' in drafter
    ? headOf(given.org, drafter.department, elsewhere)
    : heldAt(given.org, drafter.post, elsewhere);

interface Drafted extends Pick<Signing, 'table' | 'body'> {
  readonly drafter: Held | null;
}

/** The table under whoever drafts by the mandate. */
function draftedOnPaper(given: Given, id: string, { table, body, drafter }: Drafted): Recorded {
  const { rows, outside, to } = table;
  const own = { post: drafter?.post ?? null, by: drafter?.person ?? given.actor.person ?? '' };
  const data = { from: body.base, to, label: body.label, rows, outside, ...own };
  const why = sealedBy(given.actor, { reasons: body.edits.map(({ reason }) => reason) });
  return record(streamName('mandate', id), { type: 'MandateDrafted', data }, why);
}

/** What was signed is signed: it goes on by 经批准例外 alone. */
const outsideBreach = ({ outside }: Table): readonly Breach[] =>
  outside.length === 0 ? [] : [{ effect: 'block', mend: 'exempt', notice: outsideNotice(outside) }];

/** Approved on paper by whoever drafted it: it stands as it was done, and shows. */
const sameHand = (drafter: Held | null, approver: Held | null): readonly Breach[] =>
  !drafter?.person || drafter.person !== approver?.person
    ? []
    : [
        {
          effect: 'warn',
          notice: {
            rule: 'mandate.second-person',
            said: { zh: '授权修改由起草人自己审定', en: 'It was approved by whoever drafted it' },
            facts: { post: approver.post },
          },
        },
      ];
