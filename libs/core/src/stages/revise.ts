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
import { cited, EditBody, place, stale, strangeCites } from './passages.ts';
import { applyChanges, type Change } from './text-changes.ts';

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

/** Why a request does not fit the manuscript as it stands, before any passage is looked for. */
function unfitting(
  given: Given,
  context: ManuscriptContext,
  { base, edits, done }: Body,
): Refusal | undefined {
  if (!sameText(context.text, base)) return stale(context.text, base);
  if (edits.length === 0 && !done) return notNow('manuscript.nothing', '没有任何修改', 'Nothing is changed');
  return strangeCites(given, context.case, edits);
}

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

/** What was merged into another opinion is answered with that one. */
const adopted = (given: Given, caseId: string): readonly StreamName[] =>
  opinionsOf(given, caseId).filter((name) => {
    const { disposition, into } = given.state('opinion', parseStream(name).id)?.context ?? { into: null };
    return into === null && (disposition === 'adopted' || disposition === 'partly');
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
