import { z } from 'zod';
import { closeStage } from '../case/advance.ts';
import { streamOf } from '../case/case.ts';
import { both, record, refuse, type Command, type Decision, type Given, type Known } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { parseStream, streamName, type StreamName } from '../stream.ts';
import { chaptersOf, unaccepted } from './chapter.ts';
import { manuscriptNeeds, type ManuscriptState, type Part } from './manuscript.ts';
import type { StageKind } from './stage-kind.ts';
import { assemble, JOIN } from './text-changes.ts';

/** 稿次: 初稿, 征求意见稿, 送审稿, 讨论稿, 报批稿 … */
export const DraftLabel = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .meta({ description: '稿次，如“初稿” · what the draft is called' });

export const CompileManuscript = z
  .strictObject({ label: DraftLabel })
  .meta({ id: 'CompileManuscript', description: '汇总成稿 · joins the accepted chapters into one text' });

const notDrafting = (state: ManuscriptState | undefined): Refusal =>
  notNow('manuscript.drafting', '成稿环节未在办理中', 'No draft is asked for now', {
    status: state?.value ?? 'absent',
  });

/**
 * 汇总成稿: pure assembly of what the leads signed off, by {@link JOIN}; nobody's hand touches the text. It makes the
 * text, and the compiling stage ends with it.
 */
export const compileManuscript: Command<'manuscript', z.infer<typeof CompileManuscript>> = {
  verb: 'manuscript.compile',
  on: 'manuscript',
  needs(known, id) {
    const caseId = known.state('manuscript', id)?.context.case;
    const chapters = caseId === undefined ? [] : chaptersOf(known.state('case', caseId));
    return [
      ...manuscriptNeeds(known, id),
      ...chapters.map((read) => ({ read })),
      ...partsOf(known, chapters).map(({ text }) => ({ text })),
    ];
  },
  during: ['drafting'],
  decide(given, id, { label }) {
    const state = given.state('manuscript', id);
    if (!state?.matches('drafting')) return refuse(notDrafting(state));
    const { context } = state;
    const chapters = chaptersOf(given.state('case', context.case));
    const missing = unaccepted(given, chapters);
    if (missing.length > 0 || chapters.length === 0) return refuse(incomplete(missing));
    const { decision, text } = draft(given, id, label, partsOf(given, chapters));
    return both(
      decision,
      closeStage(given, context.case, context.stage, { outcome: 'compiled', text, notices: [] }),
    );
  },
};

function draft(given: Given, id: string, label: string, parts: readonly Part[]) {
  const content = assemble(parts.map((part) => given.text(part.text)));
  const text = given.refOf(content);
  const round = given.state('manuscript', id)?.context.round ?? 1;
  const data = { round, label, join: JOIN, text, parts: [...parts] };
  const decision: Decision = {
    facts: [record(streamName('manuscript', id), { type: 'ManuscriptCompiled', data })],
    texts: [content],
  };
  return { decision, text };
}

/** The accepted chapters in the order of their numbers; of equal numbers, in the order of the plan. */
const partsOf = (known: Known, chapters: readonly StreamName[]): readonly Part[] =>
  chapters
    .flatMap((chapter): readonly Part[] => {
      const state = known.state('chapter', parseStream(chapter).id);
      if (!state?.matches('accepted') || state.context.text === null) return [];
      const { no, title, text } = state.context;
      return [{ chapter, no, title, text }];
    })
    .toSorted((a, b) => a.no - b.no);

const incomplete = (missing: readonly { readonly no: number; readonly title: string }[]): Refusal =>
  against(
    'compile.complete',
    missing.length > 0
      ? `尚有篇章未审定，不能成稿：${missing.map(({ title }) => title).join('、')}`
      : '没有篇章，不能成稿',
    missing.length > 0
      ? `Chapters not yet signed off: ${missing.map(({ title }) => title).join(', ')}`
      : 'There are no chapters',
    { missing: missing.map(({ no }) => no) },
    { zh: '全部篇章由牵头领导审定', en: 'every chapter signed off by its lead' },
  );

const Params = z.strictObject({});

/** 成稿: one manuscript per case; a later round compiles into the same one. */
export const compile: StageKind<z.infer<typeof Params>> = {
  kind: 'compile@1',
  params: Params,
  outcomes: ['compiled'],
  meaning: () => ({ subject: 'manuscript', makesText: true, approving: [], binds: false, issues: false }),
  enterNeeds: (known, caseId) => manuscriptOf(known, caseId).map((write) => ({ write })),
  enter: ({ given, caseId, case: state, stage, round, due }) => [
    record(streamOf(state, 'manuscript') ?? streamName('manuscript', given.id('manuscript')), {
      type: 'ManuscriptRequested',
      data: { case: caseId, stage: stage.id, round, due },
    }),
  ],
};

/** The case's manuscript, once there is one. */
export function manuscriptOf(known: Known, caseId: string): readonly StreamName[] {
  const name = streamOf(known.state('case', caseId), 'manuscript');
  return name ? [name] : [];
}
