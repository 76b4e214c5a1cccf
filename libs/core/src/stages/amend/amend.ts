import { z } from 'zod';
import { procedureOf } from '../../case/advance.ts';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { Key } from '../../procedure/definition.ts';
import { notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { DraftLabel } from '../manuscript/compile.ts';
import { manuscriptNeeds, type ManuscriptState } from '../manuscript/manuscript.ts';
import { groundsOf, reach } from '../manuscript/changing.ts';
import { namedAgain } from '../manuscript/gone.ts';
import { TreeEdits } from '../manuscript/operation-body.ts';
import { cited, EditBody, stale, strangeCites } from '../manuscript/passages.ts';
import type { Change } from '../manuscript/text-changes.ts';
import { isLighter, leastClass, type Least } from './least-class.ts';
import { WEIGHTS } from './weights.ts';

export const AmendManuscript = z
  .strictObject({
    base: TextRef.meta({ description: '修改所依据的现稿 · the text that is being changed' }),
    label: DraftLabel,
    edits: z.array(EditBody).max(100),
    operations: TreeEdits,
    class: Key.meta({ description: '拟定的修改分类 · the class that is proposed' }),
    points: z
      .array(z.int().min(1).max(200))
      .max(200)
      .default([])
      .meta({ description: '本次修改回应的补正意见序号 · points that it meets, from 1' }),
  })
  .meta({ id: 'AmendManuscript', description: '补正修改 · changes the text after the authority’s answer' });

type Body = z.infer<typeof AmendManuscript>;

/** 补正修改: passages by quote, the points that they meet, and the class that is proposed; another person classes it. */
export const amendManuscript: Command<'manuscript', Body> = {
  verb: 'manuscript.amend',
  on: 'manuscript',
  during: ['amending', 'amended'],
  needs(known, id, body) {
    const context = known.state('manuscript', id)?.context;
    const origin = context?.amendment?.origin;
    return [
      ...manuscriptNeeds(known, id),
      ...(context?.text ? [{ text: context.text }] : []),
      ...(origin ? [{ text: origin }] : []),
      ...cited(groundsOf(body)),
    ];
  },
  decide(given, id, body) {
    const state = given.state('manuscript', id);
    if (!amending(state)) return refuse(notAmending(state));
    const { text, amendment } = state.context;
    const unfit = unfitting(given, state, body);
    if (unfit || !text || !amendment?.origin) return refuse(unfit ?? notAmending(state));
    const reached = reach(given, text, body);
    if ('rule' in reached) return refuse(reached);
    const least = leastClass(given, state.context.case, amendment.origin, reached.after);
    const facts = reached.steps.map((step) => {
      const data = amended(given, state, body, { ...step, least });
      const why = sealedBy(given.actor, { reasons: [...step.reasons] });
      return record(streamName('manuscript', id), { type: 'ManuscriptAmended', data }, why);
    });
    return { facts, ...reached.made, notices: tooLight(given, state.context.case, body.class, least) };
  },
};

const amending = (state: ManuscriptState | undefined): state is ManuscriptState =>
  state !== undefined && (state.matches('amending') || state.matches('amended'));

const notAmending = (state: ManuscriptState | undefined): Refusal =>
  notNow('manuscript.amending', '补正修改环节未在办理中', 'The text is not being amended now', {
    status: state?.value ?? 'absent',
  });

interface Step {
  readonly changes: readonly Change[];
  readonly from: TextRef;
  readonly to: TextRef;
  readonly least: Least;
}

const amended = (
  given: Given,
  { context }: ManuscriptState,
  { label, points, class: proposed }: Body,
  { changes, from, to, least }: Step,
) => ({
  round: context.round,
  from,
  to,
  label,
  changes: [...changes],
  points,
  class: proposed,
  least: least.class,
  weight: [...least.weight],
  by: given.actor.person ?? '',
});

function unfitting(given: Given, { context }: ManuscriptState, body: Body): Refusal | undefined {
  if (!sameText(context.text, body.base)) return stale(context.text, body.base);
  const { classes } = procedureOf(given, context.case).classing;
  if (!classes.has(body.class)) return noClass(body.class, [...classes.keys()]);
  const most = context.amendment?.points ?? 0;
  const stray = body.points.filter((no) => no > most);
  if (stray.length > 0)
    return notNow(
      'amend.points',
      `没有第${stray.join('、')}点补正意见`,
      `The answer raised ${most} points, not ${stray.join(', ')}`,
      { most, points: stray },
    );
  return unfitEdits(given, context, body);
}

function unfitEdits(given: Given, context: ManuscriptState['context'], body: Body): Refusal | undefined {
  const { edits, operations = [] } = body;
  if (edits.length + operations.length === 0)
    return notNow(
      'manuscript.nothing',
      '没有任何修改',
      'Nothing is changed',
      {},
      { zh: '请逐处填写补正修改', en: 'Say what is changed' },
    );
  return namedAgain(context.gone, operations) ?? strangeCites(given, context.case, groundsOf(body));
}

export const noClass = (asked: string, known: readonly string[]): Refusal =>
  notNow('amend.class', '程序中没有这一类修改', 'The procedure knows no such class of changes', {
    class: asked,
    classes: [...known],
  });

/** Whoever amends may propose less than the rule says; whoever classes it may not. */
function tooLight(given: Given, caseId: string, proposed: string, least: Least): readonly Notice[] {
  const { classing } = procedureOf(given, caseId);
  if (!isLighter(classing, proposed, least.class)) return [];
  return [
    {
      rule: 'amend.least-class',
      said: {
        zh: `所拟分类轻于按规则应归的类别（${least.weight.map((one) => WEIGHTS[one].zh).join('、')}），分类时以规则为准`,
        en: `The proposed class is lighter than the rule allows (${least.weight.map((one) => WEIGHTS[one].en).join(', ')})`,
      },
      facts: { proposed, least: least.class, weight: [...least.weight] },
    },
  ];
}
