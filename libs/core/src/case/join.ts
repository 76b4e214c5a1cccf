import { z } from 'zod';
import { Day, dayOf } from '../calendar.ts';
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
} from '../decider.ts';
import { Key, stagesOf } from '../procedure/definition.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { step } from '../machine.ts';
import { against, notNow, unknownText, unknownFile, type Refusal } from '../refusal.ts';
import { conversionOf, WORKING } from '../stages/manuscript/convert.ts';
import { streamName, type StreamName } from '../stream.ts';
import { FileRef, isTree, sameText, TextRef } from '../text-ref.ts';
import type { CaseFact, CaseState } from './case.ts';
import { enterWaiting, procedureOf } from './advance.ts';
import { joinNotices } from './join-notices.ts';
import { unjoinable } from './joining/joinable.ts';
import { opening, openingNeeds, OPENING, stateAfter, type Opening } from './open.ts';

const Earlier = z.strictObject({
  stage: Key.meta({ description: '环节标识 · id of the stage' }),
  outcome: Key.meta({ description: '办结情况 · how it ended' }),
  on: Day.meta({ description: '办结日期（以材料为准） · the day by the papers' }),
  number: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .nullable()
    .default(null)
    .meta({ description: '文号、会议届次等 · number of the paper' }),
  text: TextRef.nullable().default(null).meta({ description: '该环节形成的文稿 · the text that it left' }),
  scan: FileRef.nullable().default(null).meta({ description: '材料扫描件 · the scan' }),
  words: z.string().trim().max(2000).default('').meta({ description: '情况说明 · what the papers say' }),
});
type Earlier = z.infer<typeof Earlier>;

export const JoinCase = z
  .strictObject({
    ...OPENING,
    stage: Key.meta({ description: '从哪个环节接入 · the stage at which it is taken over' }),
    manuscript: TextRef.nullable().meta({ description: '现行规划文稿 · the plan as it stands' }),
    earlier: z
      .array(Earlier)
      .max(80)
      .meta({ description: '接入前各环节 · the stages before, in their order' }),
  })
  .meta({ id: 'JoinCase', description: '中途接入 · takes over a case that is under way' });
type Body = z.infer<typeof JoinCase>;

/**
 * 中途接入: the stages before are recorded from their papers, marked 接入前 for ever and never shown as done here. The
 * case stands still until another person, the director of the office, has confirmed them.
 */
export const joinCase: Command<'case', Body> = {
  verb: 'case.join',
  on: 'case',
  needs: (known, id, body): readonly Need[] => [
    ...openingNeeds(known, id, body),
    ...textsOf(body).map((text) => ({ text })),
    ...body.earlier.flatMap(({ scan }) => (scan ? [{ file: scan }] : [])),
  ],
  decide(given, id, body) {
    const begun = opening(given, body);
    if ('refusal' in begun) return begun;
    const refusal = missingPaper(given, body) ?? toCome(given, body);
    if (refusal) return refuse(refusal);
    const joined = takenOver(given, id, begun, body);
    if ('refusal' in joined) return joined;
    const { kind } = begun.procedure.stage(body.stage).kind;
    return { ...asTree(given, id, { facts: joined.facts, kind }, body), made: streamName('case', id) };
  },
};

/** At a gate nobody could convert the plan any more, so it becomes a tree at once; elsewhere the office does it. */
function asTree(
  given: Given,
  id: string,
  { facts, kind }: { readonly facts: readonly Recorded[]; readonly kind: string },
  { manuscript }: Body,
): Decision {
  if (WORKING.has(kind)) return { facts };
  const stream = facts.find(({ fact }) => fact.type === 'ManuscriptTakenOver')?.stream;
  const conversion = stream && manuscript && !isTree(manuscript) ? conversionOf(given, manuscript) : null;
  if (!stream || !conversion) return { facts };
  const { data, tree } = conversion;
  const { from, to, by } = data;
  const inCase: CaseFact = { type: 'TextConverted', data: { subject: 'manuscript', from, to, by } };
  return {
    facts: [
      ...facts,
      record(stream, { type: 'TextConverted', data }),
      record(streamName('case', id), inCase),
    ],
    trees: [tree],
  };
}

const textsOf = ({ manuscript, earlier }: Body): readonly TextRef[] =>
  [manuscript, ...earlier.map(({ text }) => text)].filter((text) => text !== null);

function missingPaper(given: Given, body: Body): Refusal | null {
  const text = textsOf(body).find((ref) => !given.has(ref));
  if (text) return unknownText(text);
  const scan = body.earlier.flatMap(({ scan: ref }) => (ref ? [ref] : [])).find((ref) => !given.hasFile(ref));
  return scan ? unknownFile(scan, '扫描件', 'scan') : null;
}

function toCome(given: Given, { earlier }: Body): Refusal | null {
  const today = dayOf(given.now);
  const late = earlier.find(({ on }) => on > today);
  if (!late) return null;
  return against(
    'record.happened',
    '接入前环节的办结日期不能晚于今日',
    'A stage before cannot have ended on a day to come',
    { stage: late.stage, on: late.on, today },
  );
}

type Joined = { readonly facts: readonly Recorded[] } | { readonly refusal: Refusal };

/** The facts of every stage before, each one that the procedure's own machine takes after the last. */
function takenOver(given: Given, id: string, { opened, procedure }: Opening, body: Body): Joined {
  const stream = streamName('case', id);
  const first = {
    ...opened,
    data: { ...opened.data, joined: { stage: body.stage, by: given.actor.person ?? '' } },
  };
  const facts: Recorded[] = [record(stream, first)];
  let state = stateAfter(procedure, first);
  const made: StreamName[] = [];
  for (const before of body.earlier) {
    if (!stagesOf(procedure.definition).some((stage) => stage.id === before.stage))
      return { refusal: outOfOrder(procedure, state, before.stage) };
    const own = ownStream(given, procedure, before, { caseId: id, made, text: body.manuscript });
    for (const fact of endedBefore(procedure, state, { before, all: body.earlier }, own)) {
      if (!state.can(fact)) return { refusal: outOfOrder(procedure, state, before.stage) };
      state = step(procedure.machine, state, fact).state as CaseState;
      facts.push(record(stream, fact, wordsOf(given, before, fact)));
    }
    facts.push(...own);
    made.push(...own.map(({ stream: name }) => name));
  }
  const refusal = notThere(procedure, state, body);
  return refusal ? { refusal } : { facts };
}

interface Own {
  readonly caseId: string;
  readonly made: readonly StreamName[];
  /** The plan as it stands, whichever stage before left it last. */
  readonly text: TextRef | null;
}

/** The text's own stream, made by the first stage before that left one, so that later stages find it. */
function ownStream(
  given: Given,
  procedure: Procedure,
  { stage: id, text: left }: Earlier,
  { caseId, made, text }: Own,
): readonly Recorded[] {
  const { kind, params, stage } = procedure.stage(id);
  const { makesText, subject } = kind.meaning(params);
  if (!makesText || subject !== 'manuscript' || !left || !text || made.length > 0) return [];
  const data = { case: caseId, stage: id, label: stage.title, text };
  return [record(streamName('manuscript', given.id('manuscript')), { type: 'ManuscriptTakenOver', data })];
}

function endedBefore(
  procedure: Procedure,
  state: CaseState,
  { before, all }: { readonly before: Earlier; readonly all: readonly Earlier[] },
  own: readonly Recorded[],
): readonly CaseFact[] {
  const { stage, outcome, text, on, number, scan } = before;
  const { kind, params } = procedure.stage(stage);
  const means = kind.meaning(params);
  const { subject, makesText } = means;
  const current = subject ? state.context.texts[subject] : null;
  const round = (state.context.entered[stage]?.round ?? 0) + 1;
  const streams = own.map(({ stream }) => stream);
  return [
    { type: 'StageEntered', data: { stage, round, due: null, streams } },
    {
      type: 'StageClosed',
      data: {
        stage,
        round,
        outcome,
        text: makesText ? text : current,
        notices: [...joinNotices(means, before, all)],
        sum: {},
        before: { on, number, scan },
      },
    },
  ];
}

const wordsOf = (given: Given, { words }: Earlier, { type }: CaseFact): Recorded['sealed'] =>
  type === 'StageClosed' && words !== '' ? sealedBy(given.actor, { words }) : [];

const titlesOf = (procedure: Procedure, state: CaseState): readonly string[] =>
  stagesOf(procedure.definition)
    .filter(({ id }) => couldEnter(state, id))
    .map(({ title }) => title);

const couldEnter = (state: CaseState, stage: string): boolean =>
  state.can({ type: 'StageEntered', data: { stage, round: 1, due: null, streams: [] } });

const outOfOrder = (procedure: Procedure, state: CaseState, stage: string): Refusal =>
  against(
    'case.earlier-order',
    `接入前环节与程序的次序、结果或文稿不符；此处应为：${titlesOf(procedure, state).join('、') || '（已到终点）'}`,
    'A stage before does not fit the order, the outcomes or the texts of the procedure',
    { stage },
    {
      zh: '请按程序的次序补录，形成文稿的环节须附文稿',
      en: 'Give them in the order of the procedure, with the text where a stage leaves one',
    },
  );

/** The case must now stand before the stage at which it is taken over, with the plan as it was handed in. */
function notThere(procedure: Procedure, state: CaseState, { stage, manuscript }: Body): Refusal | null {
  if (!couldEnter(state, stage)) return outOfOrder(procedure, state, stage);
  const strange = unjoinable(procedure, stage);
  if (strange) return strange;
  const current = state.context.texts.manuscript;
  if (current === null ? manuscript === null : sameText(current, manuscript)) return null;
  return against(
    'case.joined-text',
    '现行规划文稿与接入前最后形成的文稿不一致',
    'The plan as it stands is not the text that the last stage before left',
    { stage },
  );
}

/** Whatever the stages write into that open with the confirmation. */
function nextNeeds(known: Known, id: string): readonly Need[] {
  const state = known.state('case', id);
  if (!state) return [];
  const procedure = procedureOf(known, id);
  const opening = stagesOf(procedure.definition).filter((stage) => couldEnter(state, stage.id));
  return opening.flatMap((stage) => procedure.stage(stage.id).kind.enterNeeds?.(known, id, stage) ?? []);
}

export const ConfirmJoining = z.strictObject({}).meta({
  id: 'ConfirmJoining',
  description: '确认中途接入 · confirms what was entered of the stages before',
});

/** 确认接入, by the director of the office and another person than whoever entered it; now the stage opens. */
export const confirmJoining: Command<'case', z.infer<typeof ConfirmJoining>> = {
  verb: 'case.confirm-joining',
  on: 'case',
  needs: (known, id) => [{ write: streamName('case', id) }, ...nextNeeds(known, id)],
  decide(given, id) {
    const state = given.state('case', id);
    const joined = state?.context.joined;
    if (!state || !joined || joined.confirmed)
      return refuse(
        notNow('case.joining', '没有待确认的中途接入', 'Nothing was taken over or it is confirmed'),
      );
    if (joined.by === given.actor.person)
      return refuse(
        against(
          'case.second-person',
          '须由录入人以外的人确认',
          'Another person than whoever entered it confirms',
        ),
      );
    const fact: CaseFact = {
      type: 'JoiningConfirmed',
      data: { stage: joined.stage, by: given.actor.person ?? '' },
    };
    const next = step(given.procedure(state.context.procedure.hash).machine, state, fact).state as CaseState;
    return { facts: [record(streamName('case', id), fact), ...enterWaiting(given, id, next)] };
  },
};
