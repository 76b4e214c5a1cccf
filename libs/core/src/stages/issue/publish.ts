import { z } from 'zod';
import { Day, dayInChinese, dayOf } from '../../calendar.ts';
import { heldBack, procedureOf } from '../../case/advance.ts';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { precheckNeed, precheckOver } from '../../precheck/over.ts';
import { stagesOf } from '../../procedure/definition.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { decidedOn, type CaseContext } from '../../case/case.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { readNumber } from './register.ts';
import { itsCase, standing, type IssueState } from './issue.ts';
import { otherText } from './sign.ts';
import { gate } from './steps.ts';

export const PublishIssue = z
  .strictObject({ text: TextRef, on: Day.meta({ description: '印发日期 · day of issue' }) })
  .meta({ id: 'PublishIssue', description: '印发 · issues the text' });

/**
 * 印发: only the text that every binding gate decided last, signed and numbered.
 *
 * @source 党政机关公文处理工作条例 §25 复核：需作实质性修改的，应当报原签批人复审
 */
export const publishIssue: Command<'issue', z.infer<typeof PublishIssue>> = {
  verb: 'issue.publish',
  on: 'issue',
  during: ['numbered'],
  needs(known, id) {
    const state = known.state('issue', id);
    return [...itsCase(known, id), ...(state ? [precheckNeed(state.context)] : [])];
  },
  decide(given, id, { text, on }) {
    const state = given.state('issue', id);
    const number = state?.context.number;
    if (!state?.matches('numbered') || !number)
      return refuse(
        notNow(
          'issue.numbered',
          '尚未签发、编号，或已印发',
          'It is not signed and numbered, or issued already',
          standing(state),
        ),
      );
    const before = gate(given, state.context, ['check', 'seal']);
    const refusal = notPublishable(given, state, { text, on }) ?? before.refusal;
    if (refusal) return refuse(refusal);
    const notices = [...before.notices, ...otherYear(number, on)];
    const data = { text, number, on, recipients: state.context.recipients, notices };
    const issued = record(streamName('issue', id), { type: 'Issued', data });
    return { facts: [issued, ...precheckOver(given, state.context)], notices };
  },
};

const notPublishable = (
  given: Given,
  state: IssueState,
  { text, on }: z.infer<typeof PublishIssue>,
): Refusal | null =>
  heldBack(given.state('case', state.context.case)) ??
  undecided(given, state, text) ??
  notDrafted(state, text) ??
  outOfTime(given, state, on);

const notDrafted = ({ context }: IssueState, text: TextRef): Refusal | null =>
  sameText(text, context.text) ? null : otherText(text, context.text);

/**
 * 印发日期 lies between the day of the signature, which follows every decision on the text, and today.
 *
 * @source 党政机关公文处理工作条例 §9 成文日期、印发日期
 */
export function outOfTime(given: Given, { context }: IssueState, on: string): Refusal | null {
  const today = dayOf(given.now);
  const signed = context.done.sign?.on ?? on;
  if (signed <= on && on <= today) return null;
  return {
    ...against(
      'issue.date',
      on < signed
        ? `印发日期不得早于签发日期（${dayInChinese(signed)}）`
        : `印发日期不得晚于今日（${dayInChinese(today)}）`,
      on < signed
        ? `It cannot be issued before it was signed (${signed})`
        : `It cannot be issued on a day to come (today: ${today})`,
      { on, signed, today },
      {
        zh: `印发日期应在${dayInChinese(signed)}至${dayInChinese(today)}之间`,
        en: `a day from ${signed} to ${today}`,
      },
    ),
    basis: '《党政机关公文处理工作条例》第九条（成文日期、印发日期）',
  };
}

/** 发文字号 counts by the year of issue; a number of another year is kept as it is and shows. */
export function otherYear(number: string, on: string): Notice[] {
  const year = readNumber(number)?.year;
  const issued = Number(on.slice(0, 4));
  if (year === undefined || year === issued) return [];
  const said = {
    zh: `发文字号的年份（${year}）与印发日期的年份（${issued}）不一致`,
    en: `The number is of ${year}, the day of issue of ${issued}`,
  };
  return [{ rule: 'issue.number-year', said, facts: { year, on } }];
}

/** 正本与定稿一致: names every gate that has not decided exactly this text. */
export function undecided(given: Given, { context }: IssueState, text: TextRef): Refusal | null {
  const { definition, stage } = procedureOf(given, context.case);
  const known: Pick<CaseContext, 'decided' | 'exemptions' | 'excused'> = given.state('case', context.case)
    ?.context ?? {
    decided: {},
    exemptions: {},
    excused: [],
  };
  const gates = stagesOf(definition)
    .filter(({ id }) => {
      const { kind, params } = stage(id);
      const meaning = kind.meaning(params);
      return meaning.binds && meaning.subject === context.subject;
    })
    .filter(({ id }) => !decidedOn(known, id, text))
    .map(({ id, title }) => ({ gate: id, title, decided: known.decided[id]?.text?.hash ?? null }));
  if (gates.length === 0) return null;
  const names = gates.map(({ title, decided: hash }) => `${title}（${hash ? hash.slice(0, 8) : '未通过'}）`);
  return {
    ...against(
      'issue.same-text',
      `拟印发文稿（${text.hash.slice(0, 8)}）与审议通过的文稿不一致：${names.join('、')}`,
      `The text (${text.hash.slice(0, 8)}) is not the one decided at ${gates.map(({ gate, decided: hash }) => `${gate} (${hash?.slice(0, 8) ?? 'none'})`).join(', ')}`,
      { text: text.hash, gates },
      {
        zh: '请印发定稿，或将改动后的文稿重新提请审议',
        en: 'Issue the decided text, or have the change decided',
      },
    ),
    basis: '《党政机关公文处理工作条例》第二十五条',
  };
}
