import { assign, setup, type SnapshotFrom } from 'xstate';
import { z } from 'zod';
import { against, type Refusal } from '../../refusal.ts';
import type { Rows } from '../../rows.ts';
import { streamName, type Fact } from '../../stream.ts';

interface Numbered {
  readonly seq: number;
  readonly number: string;
  readonly issue: string;
}

/**
 * 发文登记簿 of one 机关代字 and year: which numbers are taken. A void one (作废) stays for ever; only one that was copied
 * wrongly from the hospital's own register is given up again. Names are permanent.
 */
export type RegisterFact =
  | Fact<'NumberTaken', Numbered & { code: string; year: number }>
  | Fact<'NumberVoided', Numbered>
  | Fact<'NumberReleased', Numbered>;

/** A number of the register. */
export interface RegisterEntry extends Numbered {
  readonly voided: boolean;
}

interface Context {
  readonly taken: readonly RegisterEntry[];
}

const holds = (context: Context, { seq, issue }: Numbered): boolean =>
  context.taken.some((entry) => entry.seq === seq && entry.issue === issue && !entry.voided);

export const registerMachine = setup({
  types: { context: {} as Context, events: {} as RegisterFact },
  guards: {
    free: ({ context, event }) => !context.taken.some(({ seq }) => seq === event.data.seq),
    held: ({ context, event }) => holds(context, event.data),
  },
}).createMachine({
  id: 'register',
  context: { taken: [] },
  initial: 'open',
  states: {
    open: {
      on: {
        NumberTaken: {
          guard: 'free',
          actions: assign(({ context, event: { data } }) => ({
            taken: [
              ...context.taken,
              { seq: data.seq, number: data.number, issue: data.issue, voided: false },
            ],
          })),
        },
        NumberVoided: {
          guard: 'held',
          actions: assign(({ context, event: { data } }) => ({
            taken: context.taken.map((entry) =>
              entry.seq === data.seq ? { ...entry, voided: true } : entry,
            ),
          })),
        },
        NumberReleased: {
          guard: 'held',
          actions: assign(({ context, event: { data } }) => ({
            taken: context.taken.filter(({ seq }) => seq !== data.seq),
          })),
        },
      },
    },
  },
});

export type RegisterState = SnapshotFrom<typeof registerMachine>;

export const registerRows = (): Rows => ({ item: null, obligations: [] });

/** 发文字号 in its parts: 机关代字, 年份, 顺序号. */
export interface DocumentNumber {
  readonly code: string;
  readonly year: number;
  readonly seq: number;
}

const FORM = /^(?<code>\p{Script=Han}{2,12})〔(?<year>(?:19|20)\d{2})〕(?<seq>[1-9]\d{0,3})号$/u;

/**
 * Reads `云岭中医〔2020〕64号`; null when the form is wrong. The brackets are U+3014 and U+3015, the year has four
 * digits, the number no leading zero and no 第.
 *
 * @source 党政机关公文格式 GB/T 9704-2012 §7.2.5
 */
export function readNumber(written: string): DocumentNumber | null {
  const { code, year, seq } = FORM.exec(written)?.groups ?? {};
  return code && year && seq ? { code, year: Number(year), seq: Number(seq) } : null;
}

/** What people usually get wrong, most telling first. */
const SLIPS: readonly { readonly found: RegExp; readonly zh: string; readonly en: string }[] = [
  { found: /[[\]［］()（）【】<>《》]/, zh: '年份应当用六角括号〔〕', en: 'the year stands in 〔〕' },
  { found: /第/, zh: '顺序号前不加“第”字', en: 'there is no 第 before the number' },
  { found: /〕0/, zh: '顺序号不编虚位（不以0开头）', en: 'the number has no leading zero' },
  { found: /〔(?!\d{4}〕)/, zh: '年份应当为四位阿拉伯数字', en: 'the year has four digits' },
  { found: /号./, zh: '“号”字后不应有其他字符', en: 'nothing follows 号' },
];

export function wrongForm(written: string): Refusal {
  const slip = SLIPS.find(({ found }) => found.test(written));
  return against(
    'issue.number-form',
    `发文字号形式不对${slip ? `：${slip.zh}` : ''}，应当形如“机关代字〔2026〕12号”`,
    `The number is not of the form 机关代字〔2026〕12号${slip ? `: ${slip.en}` : ''}`,
    { length: written.length },
  );
}

/** The register of a code and year: one per institution. */
export const registerStream = (
  derive: (name: string) => string,
  { code, year }: Pick<DocumentNumber, 'code' | 'year'>,
) => streamName('register', derive(`register/${code}/${year}`));

/** 机关代字: two to twelve Chinese characters. */
export const Mark = z.string().regex(/^\p{Script=Han}{2,12}$/u);

/** The largest 顺序号 of a year. */
export const LAST = 9999;

/** 发文字号 in its written form. */
export const writeNumber = ({ code, year, seq }: DocumentNumber): string => `${code}〔${year}〕${seq}号`;

/** The next 顺序号 of a register: void ones count, so that none is used again. */
export const nextSeq = (state: RegisterState | undefined): number =>
  1 + Math.max(0, ...(state?.context.taken ?? []).map(({ seq }) => seq));
