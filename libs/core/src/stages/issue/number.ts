import { z } from 'zod';
import { dayOf } from '../../calendar.ts';
import { heldBack } from '../../case/advance.ts';
import {
  record,
  refuse,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
  type Recorded,
} from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { parseStream, streamName } from '../../stream.ts';
import {
  LAST,
  nextSeq,
  readNumber,
  registerStream,
  writeNumber,
  wrongForm,
  type DocumentNumber,
  type RegisterEntry,
  type RegisterState,
} from './register.ts';
import type { IssueContext } from './facts.ts';
import { itsCase, standing, type IssueState } from './issue.ts';
import { gate } from './steps.ts';

export const NumberIssue = z
  .strictObject({
    number: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .exactOptional()
      .meta({ description: '发文字号（照登记簿填写），如 某医〔2026〕12号 · the number from the register' }),
    year: z
      .int()
      .min(1900)
      .max(2099)
      .exactOptional()
      .meta({ description: '由本系统编号时的年份 · the year, where the register is kept here' }),
  })
  .meta({ id: 'NumberIssue', description: '编号 · enters or draws the document number' });

type Body = z.infer<typeof NumberIssue>;

/**
 * 编号: copied from the hospital's register and checked for form and against every number taken before; or, where the
 * register is kept here, the next of its 机关代字 and year, without a gap, or the one that was reserved.
 *
 * @source 党政机关公文处理工作条例 §9
 */
export const numberIssue: Command<'issue', Body> = {
  verb: 'issue.number',
  on: 'issue',
  during: ['signed'],
  needs(known, id, { number, year }) {
    const register = known.state('issue', id)?.context.register;
    const parts = typeof register === 'object' ? inYear(register.own, year) : readNumber(number ?? '');
    return [...itsCase(known, id), ...registerOf(known, parts)];
  },
  decide(given, id, body) {
    const state = given.state('issue', id);
    if (!state?.matches('signed'))
      return refuse(
        notNow(
          'issue.signed',
          '尚未签发，或已编号',
          'It is not signed, or numbered already',
          standing(state),
        ),
      );
    const { refusal: missing, notices } = gate(given, state.context, ['check']);
    const refusal = heldBack(given.state('case', state.context.case)) ?? missing;
    if (refusal) return refuse(refusal);
    const { register } = state.context;
    const chosen =
      register === 'external'
        ? copied(given, body)
        : drawn(given, state.context, { code: register.own, ...body });
    if ('refusal' in chosen) return chosen;
    const data = { number: chosen.number, on: dayOf(given.now), notices };
    const numbered = record(streamName('issue', id), { type: 'IssueNumbered', data });
    return { facts: [numbered, ...taken(given, id, chosen)], notices };
  },
};

const inYear = (code: string, year: number | undefined): Pick<DocumentNumber, 'code' | 'year'> | null =>
  year === undefined ? null : { code, year };

/** The register of a number, for `needs`. */
export const registerOf = (
  known: Known,
  parts: Pick<DocumentNumber, 'code' | 'year'> | null,
): readonly Need[] => (parts ? [{ write: registerStream(known.derive, parts) }] : []);

/** The entry of the register for a number, if it has been taken. */
export const entryOf = (given: Given, parts: DocumentNumber): RegisterEntry | undefined =>
  registerState(given, parts)?.context.taken.find(({ seq }) => seq === parts.seq);

/** The register of a code and year, as far as it goes. */
export const registerState = (
  given: Given,
  parts: Pick<DocumentNumber, 'code' | 'year'>,
): RegisterState | undefined => given.state('register', parseStream(registerStream(given.derive, parts)).id);

/** A number, with its parts where it is new to the register. */
interface Chosen {
  readonly number: string;
  readonly parts: DocumentNumber | null;
}

/** The entry in the register that a new number makes. */
export const taken = (given: Given, issue: string, { number, parts }: Chosen): readonly Recorded[] =>
  parts
    ? [
        record(registerStream(given.derive, parts), {
          type: 'NumberTaken',
          data: { ...parts, number, issue },
        }),
      ]
    : [];

function copied(given: Given, { number, year }: Body): Chosen | { readonly refusal: Refusal } {
  if (number === undefined || year !== undefined)
    return refusing(
      'issue.number-given',
      '发文字号照本单位发文登记簿填写',
      'The number is copied from the register of the hospital',
    );
  const parts = readNumber(number);
  if (!parts) return { refusal: wrongForm(number) };
  const entry = entryOf(given, parts);
  return entry ? { refusal: numberTaken(number, parts, entry) } : { number, parts };
}

export const numberTaken = (
  number: string,
  { year, seq }: DocumentNumber,
  { issue, voided }: { readonly issue: string; readonly voided: boolean },
): Refusal =>
  voided
    ? against('issue.number-free', `${number}已作废，不得再用`, `${number} is void and is not used again`, {
        year,
        seq,
        issue,
        voided,
      })
    : against('issue.number-free', `${number}已被使用`, `${number} is taken`, { year, seq, issue, voided });

/** The reserved number, or the next one of this year. */
function drawn(
  given: Given,
  { reserved }: Pick<IssueContext, 'reserved'>,
  { code, number, year }: Body & { readonly code: string },
): Chosen | { readonly refusal: Refusal } {
  if (number !== undefined)
    return refusing(
      'issue.number-own',
      '文号由本系统连续编排，不能自行填写',
      'Numbers are drawn here, without a gap, and not filled in',
    );
  if (reserved === null) return nextOf(given, code, year);
  if (year === undefined || readNumber(reserved)?.year === year) return { number: reserved, parts: null };
  return refusing(
    'issue.number-reserved',
    `已预留${reserved}，请使用或先作废`,
    `${reserved} is reserved; use or void it`,
    {
      reserved,
      year,
    },
  );
}

/** The next number of a code in this year of Beijing. */
function nextOf(
  given: Given,
  code: string,
  year: number | undefined,
): Chosen | { readonly refusal: Refusal } {
  const today = dayOf(given.now);
  if (year !== Number(today.slice(0, 4)))
    return refusing('issue.number-this-year', '编号年份应当为当前年份', 'Numbers are drawn for this year', {
      year: year ?? null,
      today,
    });
  const parts = { code, year, seq: nextSeq(registerState(given, { code, year })) };
  return parts.seq > LAST
    ? refusing('issue.number-last', '本年度顺序号已用完', 'The numbers of this year are used up', {
        last: LAST,
      })
    : { number: writeNumber(parts), parts };
}

const refusing = (rule: string, zh: string, en: string, facts: Refusal['facts'] = {}) => ({
  refusal: against(rule, zh, en, facts),
});

export const ReserveNumber = z
  .strictObject({ year: z.int().min(1900).max(2099).meta({ description: '年份 · the year' }) })
  .meta({ id: 'ReserveNumber', description: '预留文号 · keeps the next number for this issue' });

/** 预留文号, where the register is kept here: it is this issue's until it is used or void. */
export const reserveNumber: Command<'issue', z.infer<typeof ReserveNumber>> = {
  verb: 'issue.reserve-number',
  on: 'issue',
  during: ['drafted', 'signed'],
  needs(known, id, { year }) {
    const register = known.state('issue', id)?.context.register;
    const parts = typeof register === 'object' ? { code: register.own, year } : null;
    return [...itsCase(known, id), ...registerOf(known, parts)];
  },
  decide(given, id, { year }): Decision {
    const state = given.state('issue', id);
    const refusal = notReservable(given, state);
    if (refusal || !state) return refuse(refusal ?? notUnnumbered(state));
    const { register, number, reserved } = state.context;
    if (register === 'external')
      return refusing(
        'issue.register-own',
        '文号由本单位发文登记簿编排，本系统不预留',
        'Numbers are given by the register of the hospital, not here',
      );
    const held = number ?? reserved;
    if (held !== null)
      return refuse(notNow('issue.number-held', `已有文号${held}`, `It has ${held}`, { number: held }));
    const chosen = nextOf(given, register.own, year);
    if ('refusal' in chosen) return chosen;
    const fact = { type: 'NumberReserved', data: { number: chosen.number } };
    return { facts: [record(streamName('issue', id), fact), ...taken(given, id, chosen)] };
  },
};

const notUnnumbered = (state: IssueState | undefined): Refusal =>
  notNow('issue.unnumbered', '已编号或已印发', 'It is numbered or issued', standing(state));

const notReservable = (given: Given, state: IssueState | undefined): Refusal | null =>
  state?.matches('drafted') || state?.matches('signed')
    ? heldBack(given.state('case', state.context.case))
    : notUnnumbered(state);
