import { z } from 'zod';
import { Day, dayOf } from '../../calendar.ts';
import { heldBreach } from '../../case/advance.ts';
import { record, refuse, sealedBy, type Command } from '../../decider.ts';
import { earliest, Elsewhere, elsewhereNeeds, yetToCome, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { itsCase, standing, type FilingState } from './filing.ts';
import { figuresShown } from '../manuscript/text-ready.ts';
import { itsFigures, lackOf, readyToSend, SendFiling, sending, wrongLetter } from './send.ts';

export const RecordSent = SendFiling.extend({ elsewhere: Elsewhere }).meta({
  id: 'RecordSent',
  description: '登记报送（补录） · records that it was filed outside the system',
});

/** 登记报送（补录）: the letter went on paper, whatever the package lacked. */
export const recordSent: Command<'filing', z.infer<typeof RecordSent>> = {
  verb: 'filing.record-sent',
  on: 'filing',
  during: ['prepared', 'reminding'],
  needs: (known, id, { manifest, elsewhere }) => [
    ...itsCase(known, id),
    ...itsFigures(known, id),
    ...manifest.map(({ text }) => ({ text })),
    ...elsewhereNeeds(elsewhere),
  ],
  decide(given, id, { elsewhere, letter, manifest, channel }) {
    const ready = readyToSend(given, id, manifest);
    if ('rule' in ready) return refuse(ready);
    const breaches = [
      ...[wrongLetter(ready.state, letter), lackOf(given, ready.state, manifest)].filter(
        (breach): breach is Breach => breach !== null,
      ),
      ...figuresShown(given, ready.state.context, {
        subject: ready.state.context.subject,
        text: ready.text,
      }),
      ...heldBreach(given.state('case', ready.state.context.case)),
    ];
    const notices = breaches.map(({ notice }) => notice);
    const day = dayOf(earliest(elsewhere));
    const how = { letter, manifest, channel, authority: null, day, notices };
    const slip = { ...slipOf(id, ready.state, '报送主管部门'), verb: 'filing.record-sent' };
    return asRecorded(given, { ...slip, elsewhere, people: [], breaches }, sending(given, id, ready, how));
  },
};

/** What the slips of all records on one filing share. */
export const slipOf = (id: string, { context }: FilingState, what: string) => ({
  case: context.case,
  stage: context.stage,
  about: streamName('filing', id),
  title: `补录：${what}`,
});

export const RecordReceipt = z
  .strictObject({
    number: z
      .string()
      .trim()
      .max(60)
      .meta({ description: '回执号、收文号（无则留空） · number of the receipt' }),
    on: Day.meta({ description: '签收日期 · day on which it was signed for' }),
    signedBy: z.string().trim().min(1).max(60).meta({ description: '签收人 · who signed for it' }),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordFilingReceipt', description: '登记签收 · records that the authority signed for it' });

/** 登记签收: the authority's receipt for the last sending, once. Who signed is sealed. */
export const recordReceipt: Command<'filing', z.infer<typeof RecordReceipt>> = {
  verb: 'filing.record-receipt',
  on: 'filing',
  during: ['sent', 'unanswered', 'reminding'],
  needs: (known, id, { elsewhere }) => [...itsCase(known, id), ...elsewhereNeeds(elsewhere)],
  decide(given, id, { number, on, signedBy, elsewhere }) {
    const state = given.state('filing', id);
    const refusal = notReceivable(state) ?? yetToCome(given, on);
    if (refusal || !state) return refuse(refusal ?? notSent(state));
    const fact = { type: 'SendingReceipted', data: { no: state.context.no, number, on } };
    const slip = { ...slipOf(id, state, '主管部门签收'), verb: 'filing.record-receipt' };
    return asRecorded(given, { ...slip, elsewhere, people: [], breaches: [] }, [
      record(streamName('filing', id), fact, sealedBy(given.actor, { signedBy })),
    ]);
  },
};

const notSent = (state: FilingState | undefined): Refusal =>
  notNow('filing.sent', '尚未报送，或已答复', 'Nothing waits to be signed for', standing(state));

/** Each sending is signed for once, before it is answered. */
function notReceivable(state: FilingState | undefined): Refusal | null {
  if (!(state?.matches('sent') || state?.matches('unanswered') || state?.matches('reminding')))
    return notSent(state);
  const { receipt, no } = state.context;
  if (!receipt) return null;
  return notNow('filing.receipted', '该次报送已登记签收', 'This sending was signed for already', {
    no,
    number: receipt.number,
  });
}
