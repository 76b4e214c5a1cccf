import { z } from 'zod';
import { isOffice } from '../../capacity.ts';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { calendarOf } from '../../org/holidays.ts';
import { weigh } from '../../procedure/effects.ts';
import { against, notNow, unknownText, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { itsCase, otherRound, standing } from './conditions.ts';
import { papersLate } from './lead-time.ts';
import type { MeetingContext } from './meeting.ts';
import { notRunning } from './roll.ts';
import { tablingNeeds } from './tabled.ts';

export const AddPaper = z
  .strictObject({
    paper: TextRef.meta({ description: '补发的材料 · the paper' }),
    replaces: TextRef.nullable()
      .default(null)
      .meta({ description: '被替换的材料；另行补充的为空 · the paper in whose place it comes' }),
  })
  .meta({ id: 'AddPaper', description: '补发、更换会议材料 · adds or replaces a paper after the call' });

type AddPaper = z.infer<typeof AddPaper>;

/**
 * 补发、更换会议材料, after the call and before the item is put. It is late when less than the body's notice is left.
 * Whoever was sent the papers beforehand owes to read them again. The text of the item itself is not a paper: another
 * text is called anew.
 */
export const addPaper: Command<'meeting', AddPaper> = {
  verb: 'meeting.add-paper',
  on: 'meeting',
  during: ['called', 'open'],
  needs: (known, id, { paper }) => [...itsCase(known, id), ...tablingNeeds(known, id), { text: paper }],
  decide(given, id, { paper, replaces }) {
    const state = given.state('meeting', id);
    if (!state?.matches('called') && !state?.matches('open'))
      return refuse(
        notNow(
          'meeting.before-put',
          '会议未召集，或议题已提请审议',
          'The meeting has not been called, or the item has been put',
          standing(state),
        ),
      );
    const { context } = state;
    const refusal = hindered(given, context, { paper, replaces });
    if (refusal) return refuse(refusal);
    const weighed = weigh(context.rule, papersLate(context.rule, given.now, context.at, calendarOf(given)));
    if ('refusal' in weighed) return weighed;
    const { notices } = weighed;
    const fact = { type: 'PaperAdded', data: { paper, replaces, notices } };
    const { tabling } = context;
    const renewed = { type: 'PapersRenewed', data: { meeting: streamName('meeting', id) } };
    return {
      facts: [record(streamName('meeting', id), fact), ...(tabling ? [record(tabling, renewed)] : [])],
      notices,
    };
  },
};

const hindered = (given: Given, context: MeetingContext, body: AddPaper): Refusal | null =>
  (isOffice(given.actor) ? null : notRunning(given, context)) ??
  otherRound(given, context) ??
  theItemItself(context, body) ??
  strange(context, body) ??
  (given.has(body.paper) ? null : unknownText(body.paper));

/** 会上换稿: the text to be decided on is not exchanged under a meeting that was called on another. */
const theItemItself = ({ item }: MeetingContext, { replaces }: AddPaper): Refusal | null =>
  sameText(item.text, replaces)
    ? against(
        'meeting.other-text',
        '提请审议的文稿不能在会议通知后更换',
        'The text of the item cannot be exchanged after the call',
        { called: item.text.hash },
        {
          zh: '请撤回议题或者休会，修改文稿后就新稿重新召集会议',
          en: 'Take the item back or adjourn, change the text, and call a meeting on the new one',
        },
      )
    : null;

function strange({ papers }: MeetingContext, { paper, replaces }: AddPaper): Refusal | null {
  if (replaces && !papers.some((known) => sameText(known, replaces)))
    return against('meeting.paper', '被替换的材料不在本次会议材料之中', 'There is no such paper to replace', {
      replaces: replaces.hash,
    });
  return papers.some((known) => sameText(known, paper))
    ? notNow('meeting.paper-sent', '该材料已在本次会议材料之中', 'This paper was sent already', {
        paper: paper.hash,
      })
    : null;
}
