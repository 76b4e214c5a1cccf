import { pathsOf } from '@mouding/text';
import { procedureOf } from '../../case/advance.ts';
import { streamOf } from '../../case/case.ts';
import type { Given, Known, Need } from '../../decider.ts';
import { effectOf, weigh, weighBreach, type Weighed } from '../../procedure/effects.ts';
import type { Breach } from '../../elsewhere.ts';
import { against, type Refusal } from '../../refusal.ts';
import { parseStream } from '../../stream.ts';
import { isTree } from '../../text-ref.ts';
import type { Bare } from './bare.ts';

/** Where an item stands that is to be put before a body. */
interface Putting {
  readonly case: string;
  readonly stage: string;
}

const RULE = 'text.grounds';
/** Clauses named in the sentence. */
const SAID = 10;
/** Clauses named in the facts, which must fit one entry of the log whatever was changed. */
const NAMED = 300;

/** The manuscript of the case with its text, by which the clauses are named. */
export function groundedNeeds(known: Known, caseId: string): readonly Need[] {
  const name = streamOf(known.state('case', caseId), 'manuscript');
  if (!name) return [];
  const text = known.state('manuscript', parseStream(name).id)?.context.text;
  return [{ read: name }, ...(text ? [{ text }] : [])];
}

/** Changes of the case's manuscript that answer nothing and rest on nothing. */
export const ungrounded = (given: Given, caseId: string): Refusal | null => {
  const name = streamOf(given.state('case', caseId), 'manuscript');
  const context = name && given.state('manuscript', parseStream(name).id)?.context;
  if (!context || context.bare.length === 0) return null;
  const { bare, text } = context;
  const nodes = [...new Set(bare.flatMap((one) => one.nodes))];
  const paths = text && isTree(text) ? pathsOf(given.tree(text)) : new Map<string, string>();
  return held(
    bare,
    nodes,
    nodes.flatMap((node) => paths.get(node) ?? []),
  );
};

function held(bare: readonly Bare[], nodes: readonly string[], clauses: readonly string[]): Refusal {
  const some = clauses.slice(0, SAID);
  const zh = some.length === 0 ? '' : `：${some.join('；')}${clauses.length > SAID ? '等' : ''}`;
  const en = some.length === 0 ? '' : `: ${some.join('; ')}`;
  return against(
    RULE,
    `送审文稿有${bare.length}处修改未注明依据${zh}`,
    `${bare.length === 1 ? '1 change of the text rests' : `${bare.length} changes of the text rest`} on nothing yet${en}`,
    {
      changes: bare.length,
      touched: nodes.length,
      nodes: nodes.slice(0, NAMED),
      clauses: clauses.slice(0, NAMED),
    },
    {
      zh: '请逐处或批量补充修改依据：所答复的意见、会议决议、领导批示、上级规划衔接、数据更正、编辑性修改',
      en: 'Say what they rest on, one by one or in bulk',
    },
  );
}

const stageIn = (given: Given, { case: caseId, stage }: Putting) =>
  procedureOf(given, caseId).stage(stage).stage;

/** 上会: the text is not put before a body while changes rest on nothing, as the stage weighs it. */
export const weighGrounds = (given: Given, putting: Putting, subject: string): Weighed =>
  subject === 'manuscript'
    ? weigh(stageIn(given, putting), ungrounded(given, putting.case))
    : { notices: [] };

/** The same of a meeting that was held elsewhere: it shows, and holds nothing. */
export function groundsShown(given: Given, putting: Putting, subject: string): readonly Breach[] {
  if (subject !== 'manuscript' || effectOf(stageIn(given, putting), RULE) === 'off') return [];
  return weighBreach(
    { rules: { [RULE]: { effect: 'warn', reason: '补录' } } },
    ungrounded(given, putting.case),
  );
}
