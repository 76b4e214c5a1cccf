import { z } from 'zod';
import { Day, dayOf } from '../../calendar.ts';
import { record, refuse, type Command, type Given, type Recorded } from '../../decider.ts';
import { Elsewhere, elsewhereNeeds, doneBy, type Breach } from '../../elsewhere.ts';
import { departmentNames } from '../../org/departments.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { peopleOf } from '../collect/record.ts';
import { headOf, unheld } from '../head-of.ts';
import { itsCase, standing, unreceived, type IssueState } from './issue.ts';

export const AcknowledgeIssue = z
  .strictObject({})
  .meta({ id: 'AcknowledgeIssue', description: '签收 · signs for the issue' });

/** 签收, by the head of a department that it was sent to, once. */
export const acknowledgeIssue: Command<'issue', z.infer<typeof AcknowledgeIssue>> = {
  verb: 'issue.acknowledge',
  on: 'issue',
  concurrent: true,
  during: ['issued'],
  needs: itsCase,
  decide(given, id) {
    const state = given.state('issue', id);
    const { department } = given.actor;
    if (!state || !(state.matches('issued') || state.matches('received')))
      return refuse(
        notNow('issue.issued', '尚未印发，无可签收', 'Nothing has been issued yet', standing(state)),
      );
    if (department === null || !state.context.recipients.includes(department))
      return refuse(
        against('issue.recipient', '贵科室不在主送范围', 'Your department is not a recipient', {
          department,
        }),
      );
    if (!unreceived(state).includes(department))
      return refuse(notNow('issue.received', '贵科室已签收', 'Your department has signed for it already'));
    const data = { department, on: dayOf(given.now) };
    return { facts: [record(streamName('issue', id), { type: 'ReceiptSigned', data })] };
  },
};

export const RecordReceipt = z
  .strictObject({
    elsewhere: Elsewhere,
    receipts: z
      .array(
        z.strictObject({
          department: z.uuid(),
          receivedOn: Day.meta({ description: '签收日期 · the day on which it was received' }),
        }),
      )
      .min(1)
      .max(1000)
      .meta({ description: '签收单上的科室 · departments on the signed list' }),
  })
  .meta({
    id: 'RecordIssueReceipt',
    description: '补录签收（纸质签收单） · records receipts signed on paper',
  });

type Receipts = z.infer<typeof RecordReceipt>['receipts'];

/** 补录签收: several departments of one signed list. The head of each is told. */
export const recordReceipt: Command<'issue', z.infer<typeof RecordReceipt>> = {
  verb: 'issue.record-receipt',
  on: 'issue',
  during: ['issued'],
  needs(known, id, { elsewhere }) {
    const state = known.state('issue', id);
    const itself = { write: streamName('issue', id) };
    const its = state ? [itself, { write: streamName('case', state.context.case) }] : [itself];
    return [...its, ...elsewhereNeeds(elsewhere)];
  },
  decide(given, id, { elsewhere, receipts }) {
    const state = given.state('issue', id);
    if (!state?.matches('issued'))
      return refuse(
        notNow(
          'issue.issued',
          '尚未印发，或已全部签收',
          'It is not issued, or everybody has signed for it',
          standing(state),
        ),
      );
    const refusal = notReceivable(given, state, receipts);
    if (refusal) return refuse(refusal);
    const slip = {
      case: state.context.case,
      stage: state.context.stage,
      about: streamName('issue', id),
      verb: 'issue.record-receipt',
      title: `补录签收：${state.context.title}`,
      elsewhere,
      people: receipts.flatMap((receipt) => peopleOf(headThen(given, receipt))),
      breaches: [...early(given, state, receipts), ...headless(given, receipts)],
    };
    return asRecorded(
      given,
      slip,
      receipts.flatMap((receipt) => received(given, id, receipt)),
    );
  },
};

/** Whoever headed the department on the day that its line bears. */
const headThen = ({ org }: Given, { department, receivedOn }: Receipts[number]) =>
  headOf(org, department, { happened: receivedOn });

const headless = (given: Given, receipts: Receipts): readonly Breach[] =>
  receipts.every((receipt) => headThen(given, receipt)) ? [] : unheld(null);

/** By the head of the department, where it had one; else by whoever records. */
function received(given: Given, id: string, receipt: Receipts[number]): readonly Recorded[] {
  const { department, receivedOn: on } = receipt;
  const fact = record(streamName('issue', id), { type: 'ReceiptSigned', data: { department, on } });
  const head = headThen(given, receipt);
  return head ? doneBy(head, [fact]) : [fact];
}

/** What makes no sense: nobody sent it there, it was signed for already, twice in one list, on a day to come. */
function notReceivable({ org, now }: Given, state: IssueState, receipts: Receipts): Refusal | null {
  const named = receipts.map(({ department }) => department);
  const strangers = named.filter((department) => !state.context.recipients.includes(department));
  if (strangers.length > 0)
    return against('issue.recipient', '名单中有不在主送范围的科室', 'Some departments are not recipients', {
      departments: strangers,
    });
  const known = named.filter(
    (department, i) => named.indexOf(department) !== i || !unreceived(state).includes(department),
  );
  if (known.length > 0) {
    const names = departmentNames(org, known);
    return notNow(
      'issue.received',
      `已签收或重复列出的科室：${names.join('、')}`,
      `Signed for already, or named twice: ${names.join(', ')}`,
      { departments: [...new Set(known)] },
    );
  }
  const today = dayOf(now);
  const later = receipts.filter(({ receivedOn }) => receivedOn > today);
  if (later.length === 0) return null;
  return against('issue.receipt-day', '签收日期不能晚于今日', 'It must have been received already', {
    today,
    departments: later.map(({ department }) => department),
  });
}

/** Signed for before the day of issue. */
function early({ org }: Given, { context }: IssueState, receipts: Receipts): readonly Breach[] {
  const issued = context.done.publish?.on ?? null;
  const before = receipts.filter(({ receivedOn }) => issued !== null && receivedOn < issued);
  if (before.length === 0) return [];
  const names = departmentNames(
    org,
    before.map(({ department }) => department),
  );
  const said = {
    zh: `签收日期早于印发日期（${issued}）的科室：${names.join('、')}`,
    en: `Signed for before the day of issue (${issued}): ${names.join(', ')}`,
  };
  const departments = before.map(({ department }) => department);
  return [{ effect: 'warn', notice: { rule: 'issue.receipt-date', said, facts: { issued, departments } } }];
}
