import { z } from 'zod';
import type { Capacity } from '../../capacity.ts';
import {
  record,
  refuse,
  sealedBy,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
  type Recorded,
} from '../../decider.ts';
import { doneBy, Elsewhere, elsewhereNeeds, latest, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow } from '../../refusal.ts';
import { streamName, type Fact } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { claimed, peopleOf } from '../collect/record.ts';
import {
  Carrier,
  cameOf,
  claimedEarlier,
  HANDED_IN,
  handedInNeeds,
  isSomething,
  notHere,
  SOMETHING,
} from '../handed-in.ts';
import { headOf, leaderAt, unheld } from '../head-of.ts';
import { chapterNeeds, silent } from './chapter.ts';
import { citedNeeds, countersignBreaches } from './countersigns.ts';
import { notOpen, notSupporting } from './input.ts';
import { confirmedBreaches } from '../reading/unconfirmed.ts';
import type { ChapterState } from './machine.ts';
import { notSubmitted, textless, Words } from './sign-off.ts';
import { graceMark } from '../collect/submit.ts';
import { COMING_IN, comingIn, isLate, keeping, withoutInput } from './submit.ts';

/** The chapter, the case that the record may hold, and what the record cites. */
export const recordNeeds = (known: Known, id: string, elsewhere: Elsewhere): readonly Need[] => {
  const caseId = known.state('chapter', id)?.context.case;
  return [
    ...chapterNeeds(known, id),
    ...(caseId === undefined ? [] : [{ write: streamName('case', caseId) }]),
    ...elsewhereNeeds(elsewhere),
  ];
};

/** What a record of a chapter says. */
export interface Entered {
  readonly verb: string;
  readonly title: string;
  readonly elsewhere: Elsewhere;
  readonly fact: Fact;
  /** Who did it; null where nobody held the post then, and then it stands in the name of whoever records. */
  readonly by: Capacity | null;
  readonly breaches?: readonly Breach[];
  readonly sealed?: Recorded['sealed'];
}

/** The fact as a record: with its slip, attributed to whoever did it. */
export function entered(given: Given, id: string, { context }: ChapterState, it: Entered): Decision {
  const stream = streamName('chapter', id);
  const facts = [record(stream, it.fact, it.sealed)];
  const slip = {
    case: context.case,
    stage: context.stage,
    about: stream,
    verb: it.verb,
    title: `${it.title}：${context.title}`,
    elsewhere: it.elsewhere,
    people: peopleOf(it.by),
    breaches: [...(it.breaches ?? []), ...unheld(it.by)],
  };
  return asRecorded(given, slip, it.by ? doneBy(it.by, facts) : facts);
}

const Came = { ...HANDED_IN, carrier: Carrier, elsewhere: Elsewhere };

export const RecordChapter = z.strictObject(Came).refine(isSomething, SOMETHING).meta({
  id: 'RecordChapter',
  description: '代报篇章：以纸质、U盘、微信等报送的 · enters a chapter that was handed in elsewhere',
});

/**
 * 代报: late or not by the moment that is claimed, unless something came late before; marked as entered, and the writing
 * department's head is told.
 */
export const recordChapter: Command<'chapter', z.infer<typeof RecordChapter>> = {
  verb: 'chapter.record',
  on: 'chapter',
  needs: (known, id, body) => [
    ...recordNeeds(known, id, body.elsewhere),
    ...citedNeeds(known, id),
    ...handedInNeeds(body),
  ],
  during: COMING_IN,
  decide(given, id, { carrier, elsewhere, ...handedIn }) {
    const state = comingIn(given, id);
    if (!state) return refuse(notOpen(given.state('chapter', id)));
    const refusal = notHere(given, handedIn);
    if (refusal) return refuse(refusal);
    const received = claimed(given, elsewhere);
    const marks = { late: isLate(state.context, received), ...graceMark(state.context, received) };
    const came = cameOf(handedIn);
    const kept = keeping(given, state.context, came.text);
    const data = { ...came, received, ...marks, carrier, ...kept };
    return entered(given, id, state, {
      verb: 'chapter.record',
      title: '代报篇章',
      elsewhere,
      fact: { type: 'ChapterSubmitted', data },
      by: headOf(given.org, state.context.desk, elsewhere),
      breaches: [
        ...withoutInput(given, silent(state.context)).map((notice) => ({ notice, effect: 'warn' as const })),
        ...claimedEarlier('chapter', state.context, received),
      ],
    });
  },
};

export const RecordInput = z
  .strictObject({
    ...Came,
    department: z.uuid().meta({ description: '配合部门 · the supporting department' }),
  })
  .refine(isSomething, SOMETHING)
  .meta({ id: 'RecordInput', description: '代录配合材料 · enters a supporting department’s material' });

/** 代录配合材料. */
export const recordInput: Command<'chapter', z.infer<typeof RecordInput>> = {
  verb: 'chapter.record-input',
  on: 'chapter',
  needs: (known, id, body) => [...recordNeeds(known, id, body.elsewhere), ...handedInNeeds(body)],
  during: ['open'],
  decide(given, id, { carrier, elsewhere, department, ...handedIn }) {
    const state = given.state('chapter', id);
    if (!state?.matches('open')) return refuse(notOpen(state));
    if (!state.context.support.includes(department)) return refuse(notSupporting(department));
    const refusal = notHere(given, handedIn);
    if (refusal) return refuse(refusal);
    const data = { department, ...cameOf(handedIn), received: claimed(given, elsewhere), carrier };
    return entered(given, id, state, {
      verb: 'chapter.record-input',
      title: '代录配合材料',
      elsewhere,
      fact: { type: 'ChapterInputGiven', data },
      by: headOf(given.org, department, elsewhere),
    });
  },
};

export const RecordSignOff = z
  .strictObject({
    text: TextRef.meta({ description: '送签单所附的文稿 · the text that the signed sheet is about' }),
    words: Words.optional(),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordSignOff', description: '补录审定（送签单） · records a sign-off on paper' });

/**
 * 补录审定: the lead signed the sheet. It is the lead's deed, who is told and may object. A sheet that is about another
 * text than the one that was handed in signs nothing here: that text is entered first.
 */
export const recordSignOff: Command<'chapter', z.infer<typeof RecordSignOff>> = {
  verb: 'chapter.record-sign-off',
  on: 'chapter',
  needs: (known, id, { elsewhere }) => recordNeeds(known, id, elsewhere),
  during: ['submitted'],
  decide(given, id, { text, words, elsewhere }) {
    const state = given.state('chapter', id);
    if (!state?.matches('submitted')) return refuse(notSubmitted(state));
    if (state.context.text === null) return refuse(textless());
    if (!sameText(state.context.text, text))
      return refuse(
        notNow(
          'chapter.same-text',
          '送签单所附的文稿不是现在的报送稿',
          'The sheet is about another text than the one that was handed in',
          { submitted: state.context.text.hash, signed: text.hash },
          {
            zh: '请先撤回或退回，再代报送签单所附的文稿',
            en: 'Have it taken or sent back, and enter the text that was signed',
          },
        ),
      );
    const by = leaderAt(given.org, state.context.lead, elsewhere);
    return entered(given, id, state, {
      verb: 'chapter.record-sign-off',
      title: '补录审定',
      elsewhere,
      fact: { type: 'ChapterSignedOff', data: { text } },
      by,
      ...(words === undefined ? {} : { sealed: sealedBy(by ?? given.actor, { words }) }),
      breaches: [
        ...signedBefore(state, elsewhere),
        ...countersignBreaches(given, state.context),
        ...confirmedBreaches(given, state.context),
      ],
    });
  },
};

/** 倒签: the sheet bears a day before the chapter was handed in. It shows. */
function signedBefore({ context: { received } }: ChapterState, elsewhere: Elsewhere): readonly Breach[] {
  if (received === null || latest(elsewhere) >= received) return [];
  const said = {
    zh: '送签单的日期早于报送之时',
    en: 'The sheet was signed before the chapter was handed in',
  };
  const facts = { happened: elsewhere.happened, received };
  return [{ effect: 'warn', notice: { rule: 'chapter.signed-before', said, facts } }];
}
