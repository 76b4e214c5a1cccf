import type { StateOf } from '@mouding/core';
import {
  codeOf,
  dayWords,
  dispatchSheet,
  issueNotice,
  lastDayWords,
  receiptSheet,
  textBlocks,
  type Signed,
} from '@mouding/documents';
import { seesHowMade } from '../queries/cited-texts.ts';
import { gatesOf } from '../queries/issue-gates.ts';
import { asked } from '../queries/reader.ts';
import { draftsOf, labelOf } from './drafts.ts';
import { readable, sourceOf, titleOf, type Maker, type View } from './view.ts';

type Context = StateOf<'issue'>['context'];

async function contextOf({ reader, id }: View): Promise<Context> {
  const context = await asked(reader, (known) => known.state('issue', id)?.context);
  if (!context) throw new Error(`issue/${id} is not there`);
  return context;
}

const DISCLOSURE = { public: '主动公开', 'on-request': '依申请公开', withheld: '不予公开' } as const;

const disclosureOf = ({ disclosure }: Context): string | null =>
  disclosure === null ? null : DISCLOSURE[disclosure];

async function sheetParts(view: View) {
  const { reader, house, caseId } = view;
  const context = await contextOf(view);
  const drafts = await draftsOf(reader, caseId);
  const label = labelOf(drafts, context.text, '印发稿');
  const authority = await asked(reader, (known) => known.state('case', caseId)?.context.authority ?? null);
  const names = await reader.ledger.institutions();
  const copied = context.copiedTo.map((one) => {
    if (one.to === 'department') return house.department(one.department) ?? '';
    if (one.to === 'other') return one.name;
    return names.find(({ id }) => id === (one.institution ?? authority))?.name ?? '主管部门';
  });
  return {
    context,
    label,
    shown: context.text && { ref: context.text, label },
    recipients: context.recipients.flatMap((one) => house.department(one) ?? []),
    copied,
  };
}

const deed = (view: View, context: Context, step: 'review' | 'sign' | 'check' | 'seal'): Signed | null => {
  const done = context.done[step];
  return done
    ? {
        words: DEEDS[step],
        post: view.house.post(done.post),
        on: done.on === null ? null : dayWords(done.on),
      }
    : null;
};
const DEEDS = { review: '已核稿', sign: '已签发', check: '已复核', seal: '已用印' } as const;

const asksFor = (view: View, context: Context, step: 'review' | 'check' | 'seal'): Signed | 'none' | null =>
  deed(view, context, step) ?? (context.steps[step] === 'off' ? 'none' : null);

function drafterOf({ house, entries }: View): Signed {
  const drafted = entries.findLast(({ type }) => type === 'DraftFilledIn') ?? entries[0];
  const post = house.post(drafted?.actor.post ?? null) ?? house.office;
  return { words: null, post, on: drafted ? dayWords(drafted.at) : null };
}

const countersignsOf = ({ house }: View, { steps, countersigned }: Context) =>
  steps.departments.map((department) => {
    const signed = countersigned.find((one) => one.department === department);
    return {
      department: house.department(department) ?? '',
      signed: signed
        ? { words: '已会签', post: house.post(signed.post), on: signed.on && dayWords(signed.on) }
        : null,
    };
  });

const DISPATCH: Maker = {
  key: 'dispatch',
  title: '发文稿纸',
  there: seesSheet,
  async make(view) {
    const { context, label, shown, recipients, copied } = await sheetParts(view);
    const publish = context.done.publish?.on ?? null;
    return {
      paper: dispatchSheet({
        source: { ...(await sourceOf(view, shown)), internal: false },
        title: `关于印发《${titleOf(view, context.subject)}》的通知`,
        number: context.number ?? context.reserved,
        recipients,
        copiedTo: copied,
        disclosure: disclosureOf(context),
        copies: context.copies,
        text: { label, code: context.text ? codeOf(context.text.hash) : '——' },
        drafter: drafterOf(view),
        review: asksFor(view, context, 'review'),
        countersigns: countersignsOf(view, context),
        sign: deed(view, context, 'sign'),
        check: asksFor(view, context, 'check'),
        seal: asksFor(view, context, 'seal'),
        published: publish === null ? null : dayWords(publish),
        voided: context.voided,
      }),
    };
  },
};

/** Whoever receives an issue reads what was issued, not the sheet that it was made with. */
function seesSheet(view: View): Promise<boolean> {
  return seesHowMade(view.reader, 'issue', view.id);
}

const NOTICE: Maker = {
  key: 'notice',
  title: '印发通知',
  there: (view) => (view.seen?.texts.length ?? 0) > 0,
  async make(view) {
    const { context, shown, recipients, copied } = await sheetParts(view);
    const content = await readable(view, context.text);
    const gates = await gatesOf(view.reader, view.id);
    const { title: titled, body } = textBlocks(content ?? '');
    const on = context.done.publish?.on ?? view.now;
    return {
      paper: issueNotice({
        source: await sourceOf(view, shown),
        plan: titleOf(view, context.subject),
        number: context.number ?? context.reserved,
        recipients,
        copiedTo: copied,
        gates: gates.flatMap(({ body, on, words }) =>
          words === null || body === null ? [] : [`${on === null ? '' : dayWords(on)}${body}${words}`],
        ),
        dated: dayWords(context.done.sign?.on ?? on),
        printed: dayWords(on),
        disclosure: disclosureOf(context),
        titled,
        body,
      }),
    };
  },
};

const RECEIPT: Maker = {
  key: 'receipt',
  title: '签收单',
  there: seesSheet,
  async make(view) {
    const { context, shown } = await sheetParts(view);
    const signed = new Map(
      view.entries.flatMap(({ type, data, at }) => {
        const { department = '', on = at }: Receipt = data;
        return type === 'ReceiptSigned' ? [[department, on] as const] : [];
      }),
    );
    const publish = context.done.publish?.on ?? null;
    return {
      paper: receiptSheet({
        source: { ...(await sourceOf(view, shown)), internal: false },
        title: titleOf(view, context.subject),
        number: context.number,
        issued: publish === null ? null : dayWords(publish),
        due: context.due === null ? null : lastDayWords(context.due),
        recipients: context.recipients.map((department) => {
          const on = signed.get(department);
          return {
            department: view.house.department(department) ?? '',
            received: context.received.includes(department),
            on: on === undefined ? null : dayWords(on),
          };
        }),
      }),
    };
  },
};

interface Receipt {
  readonly department?: string;
  readonly on?: string;
}

/** 发文稿纸, 印发通知, 签收单. */
export const ISSUE_PAPERS: readonly Maker[] = [DISPATCH, NOTICE, RECEIPT];
