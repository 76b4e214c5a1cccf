import { z } from 'zod';
import { record, refuse, type Command, type Given, type Known, type Need } from '../../decider.ts';
import { Elsewhere } from '../../elsewhere.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { inOrder, unknownClauses } from '../../returns/clauses.ts';
import { streamName, type Fact } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { headOf } from '../head-of.ts';
import { chapterNeeds, type ChapterContext } from './chapter.ts';
import { askedOf } from './countersigns.ts';
import type { ChapterState } from './machine.ts';
import { entered, recordNeeds } from './record.ts';
import { Clauses } from './return.ts';
import { notSubmitted, textless } from './sign-off.ts';

const Seen = {
  text: TextRef.meta({
    description: '所会签的文稿，须与报送稿一致 · the text that was read; must be the one handed in',
  }),
  clauses: Clauses.optional(),
};

/** The text whose clauses are counted. */
const textNeeds = (known: Known, id: string): readonly Need[] => {
  const text = known.state('chapter', id)?.context.text;
  return text ? [{ text }] : [];
};

interface Countersigning {
  readonly department: string | null;
  readonly text: TextRef;
  readonly clauses?: readonly number[] | undefined;
}

/** The countersign, or why there cannot be one. */
function countersigned(
  given: Given,
  state: ChapterState | undefined,
  seen: Countersigning,
): { readonly state: ChapterState; readonly fact: Fact } | { readonly refusal: Refusal } {
  if (!state?.matches('submitted')) return { refusal: notSubmitted(state) };
  const refusal = wrongDepartment(state.context, seen) ?? wrongText(given, state.context, seen);
  if (refusal) return { refusal };
  const { department, text, clauses } = seen;
  const data = { department, text, clauses: clauses ? inOrder(clauses) : null };
  return { state, fact: { type: 'ChapterCountersigned', data } };
}

function wrongDepartment(context: ChapterContext, { department }: Countersigning): Refusal | null {
  if (department === null || !askedOf(context).includes(department)) return notAsked(department);
  return department in context.countersigns ? already(department) : null;
}

function wrongText(
  given: Given,
  { text: submitted }: ChapterContext,
  { text, clauses }: Countersigning,
): Refusal | null {
  if (submitted === null) return textless();
  return sameText(submitted, text) ? stray(given, submitted, clauses) : otherText(submitted, text);
}

const notAsked = (department: string | null): Refusal =>
  notNow(
    'chapter.countersigner',
    '该科室不是本篇章的会签科室',
    'The department is not asked to countersign',
    {
      department,
    },
  );

const already = (department: string): Refusal =>
  notNow(
    'chapter.countersign-once',
    '该科室已会签，且所会签的内容未变，无须再签',
    'The department has countersigned, and what it saw has not changed',
    { department },
  );

const otherText = (submitted: TextRef, seen: TextRef): Refusal =>
  against(
    'chapter.same-text',
    '所会签的文稿与报送稿不一致，请重新阅看',
    'This is not the text that was handed in; read it again',
    { submitted: submitted.hash, signed: seen.hash },
  );

function stray(given: Given, text: TextRef, clauses: readonly number[] | undefined): Refusal | null {
  const unknown = clauses ? unknownClauses(clauses, given.text(text)) : [];
  if (unknown.length === 0) return null;
  return notNow(
    'chapter.clauses',
    `报送稿中没有第${unknown.join('、')}段`,
    `The text that was handed in has no clause ${unknown.join(', ')}`,
    { unknown: [...unknown] },
  );
}

export const CountersignChapter = z
  .strictObject(Seen)
  .meta({ id: 'CountersignChapter', description: '会签篇章 · a department countersigns a chapter' });

/** 会签: on the text that was read, or on the clauses of it that are the department's business. */
export const countersignChapter: Command<'chapter', z.infer<typeof CountersignChapter>> = {
  verb: 'chapter.countersign',
  on: 'chapter',
  needs: (known, id) => [...chapterNeeds(known, id), ...textNeeds(known, id)],
  during: ['submitted'],
  decide(given, id, seen) {
    const { department } = given.actor;
    const done = countersigned(given, given.state('chapter', id), { department, ...seen });
    return 'refusal' in done
      ? refuse(done.refusal)
      : { facts: [record(streamName('chapter', id), done.fact)] };
  },
};

export const RecordCountersign = z
  .strictObject({
    department: z.uuid().meta({ description: '会签科室 · the department' }),
    ...Seen,
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordCountersign', description: '补录会签 · records a countersign on paper' });

/** 补录会签: the sheet that a department signed. A sheet about another text than the one handed in signs nothing here. */
export const recordCountersign: Command<'chapter', z.infer<typeof RecordCountersign>> = {
  verb: 'chapter.record-countersign',
  on: 'chapter',
  needs: (known, id, { elsewhere }) => [...recordNeeds(known, id, elsewhere), ...textNeeds(known, id)],
  during: ['submitted'],
  decide(given, id, { elsewhere, ...seen }) {
    const done = countersigned(given, given.state('chapter', id), seen);
    if ('refusal' in done) return refuse(done.refusal);
    return entered(given, id, done.state, {
      verb: 'chapter.record-countersign',
      title: '补录会签',
      elsewhere,
      fact: done.fact,
      by: headOf(given.org, seen.department, elsewhere),
    });
  },
};
