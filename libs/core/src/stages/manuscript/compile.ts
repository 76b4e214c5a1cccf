import { z } from 'zod';
import { closeStage, procedureOf } from '../../case/advance.ts';
import { streamOf } from '../../case/case.ts';
import {
  both,
  record,
  refuse,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Recorded,
} from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import { manuscriptNeeds, type ManuscriptState, type Part } from './manuscript.ts';
import type { StageKind } from '../stage-kind.ts';
import { assemble, JOIN, TREE_JOIN } from './text-changes.ts';
import { joiningOf, joinTrees } from './tree-join.ts';
import {
  contributionsOf,
  ended,
  judged,
  missingIn,
  namesOf,
  noticeOf,
  sealedReasons,
  waivedBefore,
  Waiver,
  type Missing,
  type Without,
} from './waivers.ts';
import { chaptersOf } from '../write/chapter.ts';

/** 稿次: 初稿, 征求意见稿, 送审稿, 讨论稿, 报批稿 … */
export const DraftLabel = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .meta({ description: '稿次，如“初稿” · what the draft is called' });

export const CompileManuscript = z
  .strictObject({
    label: DraftLabel,
    without: z.array(Waiver).max(200).optional().meta({
      description: '缺报豁免，只由规划办主任作出 · what it does without; given by the director alone',
    }),
  })
  .meta({ id: 'CompileManuscript', description: '汇总成稿 · joins the accepted chapters into one text' });

const notDrafting = (state: ManuscriptState | undefined): Refusal =>
  notNow('manuscript.drafting', '成稿环节未在办理中', 'No draft is asked for now', {
    status: state?.value ?? 'absent',
  });

type Compiling = z.infer<typeof CompileManuscript>;

/**
 * 汇总成稿: pure assembly of what the leads signed off, by {@link TREE_JOIN}; nobody's hand touches the text. Held by name by
 * every department plan without an ending and every chapter that is not signed off, unless the director waives it; then
 * that is its ending. It makes the text, and the compiling stage ends with it.
 */
export const compileManuscript: Command<'manuscript', Compiling> = {
  verb: 'manuscript.compile',
  on: 'manuscript',
  needs(known, id, { without = [] }) {
    const caseId = known.state('manuscript', id)?.context.case;
    const state = caseId === undefined ? undefined : known.state('case', caseId);
    const chapters = chaptersOf(state);
    const before = known.state('manuscript', id)?.context.text;
    return [
      ...manuscriptNeeds(known, id),
      ...(before ? [{ text: before }] : []),
      ...[...chapters, ...contributionsOf(state)].map((name) =>
        without.length > 0 ? { write: name } : { read: name },
      ),
      ...partsOf(known, chapters).map(({ text }) => ({ text })),
    ];
  },
  during: ['drafting'],
  decide(given, id, { label, without = [] }) {
    const state = given.state('manuscript', id);
    if (!state?.matches('drafting')) return refuse(notDrafting(state));
    const { context } = state;
    const planned = given.state('case', context.case);
    const asked = judged(given, missingIn(given, planned), without);
    if ('refusal' in asked) return asked;
    const parts = partsOf(given, chaptersOf(planned));
    const refusal =
      parts.length === 0 ? nothingThere(asked.left) : held(asked.left, paramsOf(given, context));
    if (refusal) return refuse(refusal);
    const { decision, text } = draft(given, id, {
      label,
      parts,
      without: [...waivedBefore(given, planned), ...asked.without],
      sealed: sealedReasons(given, without),
    });
    const done = { facts: ended(given, planned, streamName('manuscript', id), asked.without) };
    const notices = [...asked.notices, ...shown(asked.left)];
    const closed = closeStage(given, context.case, context.stage, { outcome: 'compiled', text, notices });
    return both(both(decision, closed), done);
  },
};

const nothingThere = ({ chapters }: Missing): Refusal => incomplete({ departments: [], chapters });

/** What is left over holds the draft, where the procedure does not let it show only. Chapters always hold it. */
const held = ({ departments, chapters }: Missing, { missing }: Parameters): Refusal | null => {
  const holding = { departments: missing === 'block' ? departments : [], chapters };
  return namesOf(holding).length > 0 ? incomplete(holding) : null;
};

/** Departments' plans that are missing and only show. */
const shown = (left: Missing) =>
  left.departments.length === 0
    ? []
    : [noticeOf('compile.complete', { ...left, chapters: [] }, '缺报', 'Missing')];

interface Drafting {
  readonly label: string;
  readonly parts: readonly Part[];
  readonly without: readonly Without[];
  readonly sealed: Recorded['sealed'];
}

function draft(given: Given, id: string, { label, parts, without: missing, sealed }: Drafting) {
  const context = given.state('manuscript', id)?.context;
  const round = context?.round ?? 1;
  const without = missing.length === 0 ? {} : { without: [...missing] };
  const { text, joined, made } = assembled(given, {
    parts,
    seed: `${id} ${round}`,
    before: context?.text ?? null,
  });
  const data = { round, label, ...joined, text, parts: [...parts], ...without };
  const facts = [record(streamName('manuscript', id), { type: 'ManuscriptCompiled', data }, sealed)];
  const decision: Decision = { facts, ...made };
  return { decision, text };
}

interface Assembling {
  readonly parts: readonly Part[];
  readonly seed: string;
  readonly before: TextRef | null;
}

/** The text of the chapters, what it was joined by, and what is new to be kept. */
function assembled(given: Given, { parts, seed, before }: Assembling) {
  const joining = joiningOf(given, seed, before);
  const tree = joinTrees(given, parts, joining);
  if (tree)
    return { text: given.treeRef(tree), joined: { join: TREE_JOIN, ...joining }, made: { trees: [tree] } };
  const content = assemble(parts.map((part) => given.text(part.text)));
  return { text: given.refOf(content), joined: { join: JOIN }, made: { texts: [content] } };
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

const incomplete = (missing: Missing): Refusal => {
  const none = namesOf(missing).length === 0;
  const { said, facts } = noticeOf(
    'compile.complete',
    missing,
    '尚有科室发展规划未办结或篇章未审定，不能成稿',
    'Not yet accepted or signed off',
  );
  return against(
    'compile.complete',
    none ? '没有篇章，不能成稿' : said.zh,
    none ? 'There are no chapters' : said.en,
    facts,
    {
      zh: '逐一受理、审定，或由规划办主任注明缺报豁免',
      en: 'accept and sign off each, or have the director waive it with a reason',
    },
  );
};

const Params = z.strictObject({
  /** Whether a department plan without an ending holds the draft, unless it is waived, or only shows. */
  missing: z.enum(['warn', 'block']).default('block'),
});
type Parameters = z.infer<typeof Params>;

/** What the procedure says of the stage that asks for the draft. */
const paramsOf = (given: Given, { case: caseId, stage }: { case: string; stage: string }): Parameters =>
  Params.parse(procedureOf(given, caseId).stage(stage).params);

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
