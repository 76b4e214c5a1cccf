import { z } from 'zod';
import { dayOf } from '../../calendar.ts';
import { record, refuse, type Command } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { readNumber, registerStream, wrongForm } from '../register.ts';
import { itsCase, standing } from './issue.ts';

export const SignIssue = z
  .strictObject({ text: TextRef })
  .meta({ id: 'SignIssue', description: '签发 · signs the text for issue' });

/** 签发: whoever signs names the text that is signed. @source 党政机关公文处理工作条例 §22 */
export const signIssue: Command<'issue', z.infer<typeof SignIssue>> = {
  verb: 'issue.sign',
  on: 'issue',
  during: ['drafted'],
  needs: itsCase,
  decide(given, id, { text }) {
    const state = given.state('issue', id);
    if (!state?.matches('drafted'))
      return refuse(
        notNow('issue.drafted', '尚无印发稿，或已签发', 'There is nothing to sign', standing(state)),
      );
    if (!sameText(text, state.context.text)) return refuse(otherText(text, state.context.text));
    const data = { text, on: dayOf(given.now) };
    return { facts: [record(streamName('issue', id), { type: 'IssueSigned', data })] };
  },
};

/** 签发稿: what is signed and what is issued is one text. */
export const otherText = (text: TextRef, drafted: TextRef | null): Refusal =>
  against('issue.text', '所选文稿不是本次印发稿', 'This is not the text of this issue', {
    text: text.hash,
    drafted: drafted?.hash ?? null,
  });

export const NumberIssue = z
  .strictObject({
    number: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .meta({ description: '发文字号（照登记簿填写），如 某医〔2026〕12号 · the number from the register' }),
  })
  .meta({ id: 'NumberIssue', description: '编号 · enters the document number' });

/** 编号: checked for form and against every number taken before. @source 党政机关公文处理工作条例 §9 */
export const numberIssue: Command<'issue', z.infer<typeof NumberIssue>> = {
  verb: 'issue.number',
  on: 'issue',
  during: ['signed'],
  needs(known, id, { number }) {
    const parts = readNumber(number);
    return [...itsCase(known, id), ...(parts ? [{ write: registerStream(known.derive, parts) }] : [])];
  },
  decide(given, id, { number }) {
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
    const parts = readNumber(number);
    if (!parts) return refuse(wrongForm(number));
    const register = registerStream(given.derive, parts);
    const taken = given
      .state('register', register.slice('register/'.length))
      ?.context.taken.find(({ seq }) => seq === parts.seq);
    if (taken)
      return refuse(
        against('issue.number-free', `${number}已被使用`, `${number} is taken`, {
          year: parts.year,
          seq: parts.seq,
          issue: taken.issue,
        }),
      );
    return {
      facts: [
        record(streamName('issue', id), { type: 'IssueNumbered', data: { number } }),
        record(register, { type: 'NumberTaken', data: { ...parts, number, issue: id } }),
      ],
    };
  },
};
