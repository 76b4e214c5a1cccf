import { z } from 'zod';
import { closeStage, procedureOf } from '../../case/advance.ts';
import { streamOf } from '../../case/case.ts';
import { both, record, refuse, sealedBy, type Command, type Decision, type Given } from '../../decider.ts';
import { notNow, type Notice, type Refusal } from '../../refusal.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { DraftLabel, manuscriptOf } from './compile.ts';
import { manuscriptNeeds, type ManuscriptState } from './manuscript.ts';
import { weigh } from '../../procedure/effects.ts';
import { opinionNeeds, opinionsOf } from '../opinion/opinion.ts';
import { unsettled } from '../opinion/opinion-final.ts';
import { namedAgain } from './gone.ts';
import { numbersSaid } from '../numbers-said.ts';
import type { StageKind } from '../stage-kind.ts';
import { groundsOf, reach, settle, unitsOf, type Reached } from './changing.ts';
import { TreeEdits } from './operation-body.ts';
import { cited, EditBody, stale, strangeCites } from './passages.ts';
import { isOlder, notOlder, onto } from './rebase.ts';

export const ReviseManuscript = z
  .strictObject({
    base: TextRef.meta({ description: '修改所依据的文稿 · the text that is being changed' }),
    label: DraftLabel,
    edits: z.array(EditBody).max(100),
    operations: TreeEdits,
    done: z.boolean().meta({ description: '修改完毕，办结本环节 · ends the stage' }),
  })
  .meta({ id: 'ReviseManuscript', description: '修改文稿 · changes the text passage by passage' });

type Body = z.infer<typeof ReviseManuscript>;
type ManuscriptContext = ManuscriptState['context'];

const notRevising = (state: ManuscriptState | undefined): Refusal =>
  notNow(
    'manuscript.revising',
    '修改环节未在办理中',
    'The text is not being revised now',
    {
      status: state?.value ?? 'absent',
    },
    {
      zh: '文稿只在修改环节修改；须再修改的，请由审议机构退回修改',
      en: 'The text is changed in a revising stage alone; a body may send it back to one',
    },
  );

/**
 * 修改文稿: passages by quote become changes in bytes, or operations on nodes where the text is a tree, each to the text
 * that the one before left, so that anyone can apply them again. What was changed on an older text of a tree is taken
 * onto the newest, unless another hand met it at the same clause. With `done` the stage ends with the text reached.
 */
export const reviseManuscript: Command<'manuscript', Body> = {
  verb: 'manuscript.revise',
  on: 'manuscript',
  needs(known, id, body) {
    const context = known.state('manuscript', id)?.context;
    return [
      ...manuscriptNeeds(known, id),
      ...(context?.text ? [{ text: context.text }] : []),
      ...(context && isOlder(context, body.base) ? [{ text: body.base }] : []),
      ...cited(groundsOf(body)),
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
    const reached = reachFrom(given, context.text, body);
    if ('rule' in reached) return refuse(reached);
    const revised = revision(given, id, context.round, reached, body);
    return body.done ? both(revised, end(given, context, reached)) : revised;
  },
};

interface Newest extends Reached {
  readonly notices?: readonly Notice[];
}

/** The changes on the newest text, whichever text of its line they were made on. */
function reachFrom(given: Given, text: TextRef, body: Body): Newest | Refusal {
  if (sameText(text, body.base)) return reach(given, text, body);
  const units = unitsOf(given, given.tree(body.base), body);
  if ('rule' in units) return units;
  const taken = onto(given, { base: body.base, text }, units);
  return 'rule' in taken ? taken : { ...settle(given, text, taken.units), notices: taken.notices };
}

function revision(
  given: Given,
  id: string,
  round: number,
  { steps, made, notices = [] }: Newest,
  { label, done }: Body,
): Decision {
  const stream = streamName('manuscript', id);
  const facts = steps.map(({ from, to, changes, reasons }, i) => {
    const last = i === steps.length - 1;
    const data = { round, from, to, label, changes: [...changes], done: done && last };
    const why = changes.length === 0 ? [] : sealedBy(given.actor, { reasons: [...reasons] });
    return record(stream, { type: 'ManuscriptRevised', data }, why);
  });
  return { facts, ...made, notices };
}

/** Why a request does not fit the manuscript as it stands, before any passage is looked for. */
function unfitting(given: Given, context: ManuscriptContext, body: Body): Refusal | undefined {
  const { base, edits, operations = [], done } = body;
  const old = sameText(context.text, base) ? undefined : notOlder(context, base);
  if (old) return old;
  if (edits.length + operations.length === 0 && !done)
    return notNow(
      'manuscript.nothing',
      '没有任何修改',
      'Nothing is changed',
      {},
      { zh: '请填写修改，或者勾选修改完毕以办结本环节', en: 'Hand in a change, or end the stage' },
    );
  return namedAgain(context.gone, operations) ?? strangeCites(given, context.case, groundsOf(body));
}

/** Ends the revising stage. An opinion that was adopted should have left a trace in the text. */
function end(given: Given, context: ManuscriptContext, { to: text, steps }: Reached): Decision {
  const { case: caseId, stage, cited: before, citedBefore } = context;
  const answered = new Set([...before, ...steps.flatMap(({ changes }) => changes.map(({ cites }) => cites))]);
  const missing = adopted(given, caseId).filter((name) => !answered.has(name));
  const never = missing.filter((name) => !citedBefore.includes(name));
  const { uncited } = Params.parse(procedureOf(given, caseId).stage(stage).params);
  if (never.length > 0 && uncited === 'block') return refuse({ ...untraced(given, never), because: 'rule' });
  const again = missing.filter((name) => citedBefore.includes(name));
  const notices = [
    ...(never.length > 0 ? [untraced(given, never)] : []),
    ...(again.length > 0 ? [tracedBefore(given, again)] : []),
  ];
  const final = weigh(procedureOf(given, caseId).stage(stage).stage, unsettled(given, caseId));
  if ('refusal' in final) return final;
  return closeStage(given, caseId, stage, {
    outcome: 'revised',
    text,
    notices: [...notices, ...final.notices],
  });
}

/** What was merged into another opinion is answered with that one. */
const adopted = (given: Given, caseId: string): readonly StreamName[] =>
  opinionsOf(given, caseId).filter((name) => {
    const { disposition, into } = given.state('opinion', parseStream(name).id)?.context ?? { into: null };
    return into === null && (disposition === 'adopted' || disposition === 'partly');
  });

const numbersOf = (given: Given, opinions: readonly StreamName[]): readonly number[] =>
  opinions.map((name) => given.state('opinion', parseStream(name).id)?.context.no ?? 0);

function untraced(given: Given, opinions: readonly StreamName[]): Notice {
  const numbers = numbersOf(given, opinions);
  return {
    rule: 'revise.adopted',
    said: {
      zh: `已采纳的意见未见对应修改：第${numbersSaid(numbers)}号`,
      en: `Adopted opinions without a change: ${numbers.join(', ')}`,
    },
    facts: { opinions: [...opinions] },
  };
}

/** The text was compiled anew since: whether the chapters took the changes over, somebody has to look. */
function tracedBefore(given: Given, opinions: readonly StreamName[]): Notice {
  const numbers = numbersOf(given, opinions);
  return {
    rule: 'revise.traced-before',
    said: {
      zh: `已采纳的意见在重新成稿前有对应修改，请核对现稿是否仍已体现：第${numbersSaid(numbers)}号`,
      en: `Adopted opinions were answered in a text that has been compiled anew since; see whether it still holds: ${numbers.join(', ')}`,
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
