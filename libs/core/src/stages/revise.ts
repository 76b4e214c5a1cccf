import { canonical, utf8Length } from '@mouding/evidence';
import { z } from 'zod';
import { closeStage, procedureOf } from '../case/advance.ts';
import { streamOf } from '../case/case.ts';
import { both, record, refuse, sealedBy, type Command, type Decision, type Given } from '../decider.ts';
import { notNow, type Notice, type Refusal } from '../refusal.ts';
import { parseStream, streamName, type StreamName } from '../stream.ts';
import { sameText, TextRef } from '../text-ref.ts';
import { DraftLabel, manuscriptOf } from './compile.ts';
import { manuscriptNeeds, type ManuscriptState } from './manuscript.ts';
import { opinionNeeds, opinionsOf } from './opinion.ts';
import type { StageKind } from './stage-kind.ts';
import { applyChanges, editToChange, type Change } from './text-changes.ts';

/** Bytes of changes in one fact: an entry of the log holds 65,535, and the rest of it needs room. */
const MOST_BYTES = 48_000;

const passage = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine((text) => text.isWellFormed(), 'well-formed Unicode');

const EditBody = z.strictObject({
  quote: passage(1, 8000).meta({
    description: '原文，须在现稿中恰好出现一次 · the passage; must occur exactly once',
  }),
  replacement: passage(0, 12_000).meta({ description: '改为 · what stands there instead' }),
  cites: z
    .templateLiteral([z.enum(['opinion', 'meeting', 'filing']), '/', z.uuid()])
    .nullable()
    .meta({ description: '修改所依据的意见、会议或批复 · what the change answers' }),
  reason: z.string().trim().max(500).meta({ description: '修改说明 · why' }),
});

export const ReviseManuscript = z
  .strictObject({
    base: TextRef.meta({ description: '修改所依据的现稿 · the text that is being changed' }),
    label: DraftLabel,
    edits: z.array(EditBody).max(100),
    done: z.boolean().meta({ description: '修改完毕，办结本环节 · ends the stage' }),
  })
  .meta({ id: 'ReviseManuscript', description: '修改文稿 · changes the text passage by passage' });

type Body = z.infer<typeof ReviseManuscript>;
type ManuscriptContext = ManuscriptState['context'];

const notRevising = (state: ManuscriptState | undefined): Refusal =>
  notNow('manuscript.revising', '修改环节未在办理中', 'The text is not being revised now', {
    status: state?.value ?? 'absent',
  });

/**
 * 修改文稿: passages by quote become changes in bytes, each to the text that the one before left, so that anyone can
 * apply them again. With `done` the revising stage ends with the text reached.
 */
export const reviseManuscript: Command<'manuscript', Body> = {
  verb: 'manuscript.revise',
  on: 'manuscript',
  needs(known, id, { edits }) {
    const context = known.state('manuscript', id)?.context;
    return [
      ...manuscriptNeeds(known, id),
      ...(context?.text ? [{ text: context.text }] : []),
      ...cited(edits).map((read) => ({ read })),
      ...(context ? opinionNeeds(known, context.case, 'read') : []),
    ];
  },
  during: ['revising'],
  decide(given, id, body) {
    const state = given.state('manuscript', id);
    if (!state?.matches('revising')) return refuse(notRevising(state));
    const { context } = state;
    const unfit = unfitting(given, context, body);
    if (unfit || context.text === null) return refuse(unfit ?? stale(null, body.base));
    const changes = place(given.text(context.text), body.edits);
    if ('rule' in changes) return refuse(changes);
    const to = given.refOf(applyChanges(given.text(context.text), changes));
    const revised = revision(given, id, { round: context.round, from: context.text, to }, changes, body);
    return body.done ? both(revised, end(given, context, to, changes)) : revised;
  },
};

function revision(
  given: Given,
  id: string,
  texts: { readonly round: number; readonly from: TextRef; readonly to: TextRef },
  changes: readonly Change[],
  { label, done, edits }: Body,
): Decision {
  const stream = streamName('manuscript', id);
  const fact = { type: 'ManuscriptRevised', data: { ...texts, label, changes: [...changes], done } };
  if (changes.length === 0) return { facts: [record(stream, fact)] };
  const why = sealedBy(given.actor, { reasons: edits.map(({ reason }) => reason) });
  return { facts: [record(stream, fact, why)], texts: [applyChanges(given.text(texts.from), changes)] };
}

const cited = (edits: Body['edits']): readonly StreamName[] =>
  edits.flatMap(({ cites }) => (cites === null ? [] : [cites]));

const stale = (current: TextRef | null, base: TextRef): Refusal =>
  notNow(
    'manuscript.base',
    '现稿已有变动，请在最新文稿上修改',
    'The text has changed since; work on the newest',
    {
      current: current?.hash ?? null,
      base: base.hash,
    },
  );

/** Why a request does not fit the manuscript as it stands, before any passage is looked for. */
function unfitting(
  given: Given,
  context: ManuscriptContext,
  { base, edits, done }: Body,
): Refusal | undefined {
  if (!sameText(context.text, base)) return stale(context.text, base);
  if (edits.length === 0 && !done) return notNow('manuscript.nothing', '没有任何修改', 'Nothing is changed');
  const strange = cited(edits).filter((name) => caseServed(given, name) !== context.case);
  if (strange.length === 0) return undefined;
  return notNow(
    'manuscript.cites',
    '所依据的意见、会议或批复不属于本规划',
    'What a change cites is not of this case',
    { cites: strange },
  );
}

function caseServed(given: Given, name: StreamName): string | null {
  const { kind, id } = parseStream(name);
  const context = given.state(kind, id)?.context;
  return context && 'case' in context && typeof context.case === 'string' ? context.case : null;
}

/** Every edit as a change of the text that the one before left, or the first one that has no place. */
function place(before: string, edits: Body['edits']): readonly Change[] | Refusal {
  const changes: Change[] = [];
  let text = before;
  for (const [i, edit] of edits.entries()) {
    const change = editToChange(text, edit);
    if ('found' in change) return unplaced(i + 1, change.found);
    changes.push(change);
    text = applyChanges(text, [change]);
  }
  const bytes = utf8Length(canonical(changes));
  if (bytes <= MOST_BYTES) return changes;
  return notNow(
    'manuscript.too-much',
    '一次修改的内容过多，请分次提交',
    'Too many changes at once; hand them in by parts',
    { bytes, most: MOST_BYTES },
  );
}

const unplaced = (no: number, found: 0 | 2): Refusal =>
  found === 0
    ? notNow(
        'manuscript.quote',
        `第${no}处修改的原文在现稿中没有找到`,
        `The passage of edit ${no} does not occur`,
        { no, found },
      )
    : notNow(
        'manuscript.quote',
        `第${no}处修改的原文在现稿中不止一处，请多引几个字`,
        `The passage of edit ${no} occurs more than once`,
        { no, found },
      );

/** Ends the revising stage. An opinion that was adopted should have left a trace in the text. */
function end(
  given: Given,
  { case: caseId, stage, cited: before }: ManuscriptContext,
  text: TextRef,
  changes: readonly Change[],
): Decision {
  const answered = new Set([...before, ...changes.map(({ cites }) => cites)]);
  const missing = adopted(given, caseId).filter((name) => !answered.has(name));
  const notices = missing.length > 0 ? [untraced(given, missing)] : [];
  const { uncited } = Params.parse(procedureOf(given, caseId).stage(stage).params);
  if (notices[0] && uncited === 'block') return refuse({ ...notices[0], because: 'rule' });
  return closeStage(given, caseId, stage, { outcome: 'revised', text, notices });
}

const adopted = (given: Given, caseId: string): readonly StreamName[] =>
  opinionsOf(given, caseId).filter((name) => {
    const disposition = given.state('opinion', parseStream(name).id)?.context.disposition;
    return disposition === 'adopted' || disposition === 'partly';
  });

function untraced(given: Given, opinions: readonly StreamName[]): Notice {
  const numbers = opinions.map((name) => given.state('opinion', parseStream(name).id)?.context.no ?? 0);
  return {
    rule: 'revise.adopted',
    said: {
      zh: `已采纳的意见未见对应修改：第${numbers.join('、')}号`,
      en: `Adopted opinions without a change: ${numbers.join(', ')}`,
    },
    facts: { opinions: [...opinions] },
  };
}

const Params = z.strictObject({
  /** Whether an adopted opinion that no change cites shows, or holds the stage. */
  uncited: z.enum(['warn', 'block']).default('warn'),
});

/** 修改: the case's one manuscript, changed passage by passage. */
export const revise: StageKind<z.infer<typeof Params>> = {
  kind: 'revise@1',
  params: Params,
  outcomes: ['revised'],
  meaning: () => ({ subject: 'manuscript', makesText: true, approving: [], binds: false, issues: false }),
  enterNeeds: (known, caseId) => manuscriptOf(known, caseId).map((write) => ({ write })),
  enter: ({ given, caseId, case: state, stage, round, due }) => [
    record(streamOf(state, 'manuscript') ?? streamName('manuscript', given.id('manuscript')), {
      type: 'RevisionRequested',
      data: { case: caseId, stage: stage.id, round, due, text: state.context.texts.manuscript },
    }),
  ],
};
