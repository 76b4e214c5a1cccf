import { isOffice } from '@mouding/core';
import {
  consultationLetter,
  dayWords,
  dispositionSheet,
  dispositionTable,
  lastDayWords,
  opinionForm,
  opinionFormSheet,
  phoneRecord,
  silenceWords,
  type PaperSource,
} from '@mouding/documents';
import { asked, inOwnRight } from '../queries/reader.ts';
import { draftsOf, labelOf } from './drafts.ts';
import { dispositionRows } from './opinions.ts';
import { sourceOf, type Maker, type View } from './view.ts';

const contextOf = ({ reader, id }: View) =>
  asked(reader, (known) => known.state('consultation', id)?.context);
type Context = NonNullable<Awaited<ReturnType<typeof contextOf>>>;

const theText = async (view: View, { text }: Context): Promise<PaperSource> => {
  const drafts = await draftsOf(view.reader, view.caseId);
  return sourceOf(view, text && { ref: text, label: labelOf(drafts, text, '征求意见稿') });
};

const until = (due: string): string => `${lastDayWords(due)}（含当日）`;

const reads = ({ reader }: View): boolean => inOwnRight(reader).some((held) => isOffice(held));

async function contextFor(view: View): Promise<Context> {
  const context = await contextOf(view);
  if (!context) throw new Error(`consultation/${view.id} is not there`);
  return context;
}

const LETTER: Maker = {
  key: 'letter',
  title: '征求意见函',
  there: () => true,
  async make(view) {
    const context = await contextFor(view);
    const { recipients, round, opened, due, silence } = context;
    const names = recipients.flatMap((one) => view.house.department(one) ?? []);
    return {
      paper: consultationLetter({
        source: await theText(view, context),
        plan: view.plan,
        consultation: view.id,
        recipients: names,
        round,
        opened: dayWords(opened),
        due: until(due),
        silentIsNone: silence === 'as-none',
      }),
    };
  },
};

/** The form of whoever prints it: a department's own, or one for anybody. */
const FORM: Maker = {
  key: 'opinion-form',
  title: '意见反馈表',
  sheet: true,
  there: () => true,
  async make(view) {
    const context = await contextFor(view);
    const own = inOwnRight(view.reader).find(
      ({ department }) => department !== null && context.recipients.includes(department),
    )?.department;
    const name = view.house.department(own ?? null);
    const isOwn = own !== undefined && own !== null && name !== null && !reads(view);
    const data = {
      source: await theText(view, context),
      plan: view.plan,
      consultation: view.id,
      department: isOwn ? { id: own, name } : null,
      due: until(context.due),
      silence: silenceWords(context.silence === 'as-none'),
    };
    return { paper: opinionForm(data), sheet: opinionFormSheet(data) };
  },
};

const TABLE: Maker = {
  key: 'dispositions',
  title: '意见采纳情况汇总表',
  sheet: true,
  there: (view) => view.seen !== null && asArray(view.seen.data['opinions']).length > 0,
  async make(view) {
    const context = await contextFor(view);
    const data = {
      source: await sourceOf(view, null),
      plan: view.plan,
      returns: reads(view) ? (context.sum?.zh ?? null) : null,
      rows: await dispositionRows(view.reader, view.house, view.id),
    };
    return { paper: dispositionTable(data), sheet: dispositionSheet(data) };
  },
};

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const PHONE: Maker = {
  key: 'phone-record',
  title: '电话记录单',
  there: reads,
  async make(view) {
    const { round } = await contextFor(view);
    return {
      paper: phoneRecord({
        source: await sourceOf(view, null),
        about: `${view.plan}征求意见（第${round}次）`,
        at: null,
        other: null,
        recorder: null,
        checker: null,
        book: null,
        words: undefined,
        entered: null,
      }),
    };
  },
};

/** 征求意见函, 意见反馈表, 意见采纳情况汇总表, 电话记录单. */
export const CONSULTATION_PAPERS: readonly Maker[] = [LETTER, FORM, TABLE, PHONE];
