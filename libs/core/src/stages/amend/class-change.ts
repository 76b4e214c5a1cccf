import { z } from 'zod';
import { closeStage, procedureOf } from '../../case/advance.ts';
import { exemptedFor, type CaseFact } from '../../case/case.ts';
import { both, record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { keptBy } from '../../procedure/classing.ts';
import { Key, stagesOf } from '../../procedure/definition.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import { manuscriptNeeds, type ManuscriptState } from '../manuscript/manuscript.ts';
import { noClass } from './amend.ts';
import type { Amendment } from './facts.ts';
import { isLighter, waitingFor } from './least-class.ts';

export const ClassChange = z
  .strictObject({
    class: Key.meta({ description: '修改分类 · the class of the change' }),
    reason: z.string().trim().min(1).max(4000).meta({ description: '分类理由 · why' }),
  })
  .meta({ id: 'ClassChange', description: '认定修改分类 · classes the change and ends the amending stage' });

/**
 * 认定修改分类, by another hand than whoever changed the text: says which bodies decide the new text again, and for
 * which their decision stands. Heavier than the rule is always allowed; lighter only where every body that is passed
 * over was exempted (经批准例外) for the text as it was.
 *
 * @source 党政机关公文处理工作条例 §25 需作实质性修改的，应当报原签批人复审
 */
export const classChange: Command<'manuscript', z.infer<typeof ClassChange>> = {
  verb: 'manuscript.class-change',
  on: 'manuscript',
  during: ['amended'],
  needs: manuscriptNeeds,
  decide(given, id, { class: chosen, reason }) {
    const change = waitingChange(given, id);
    if ('rule' in change) return refuse(change);
    const refusal =
      ownHand(given, change) ?? unclassable(given, change, chosen) ?? tooLight(given, change, chosen);
    if (refusal) return refuse(refusal);
    const { caseId, stage, text, origin, proposed, least } = change;
    const by = given.actor.person ?? '';
    const classed = { type: 'AmendmentClassed', data: { text, class: chosen, proposed, least, by } };
    const keeps = keptBy(procedureOf(given, caseId).classing, 'manuscript', chosen);
    const carried: CaseFact = {
      type: 'ChangeClassed',
      data: { subject: 'manuscript', from: origin, to: text, class: chosen, keeps, by },
    };
    const sealed = sealedBy(given.actor, { reason });
    const leaving = { outcome: chosen, text, notices: unmet(change), first: [carried] };
    return both(
      { facts: [record(streamName('manuscript', id), classed, sealed)] },
      closeStage(given, caseId, stage, leaving),
    );
  },
};

/** A change that waits to be classed. */
interface Change extends Pick<Amendment, 'points' | 'met' | 'hands' | 'weight'> {
  readonly caseId: string;
  readonly stage: string;
  readonly text: TextRef;
  readonly origin: TextRef;
  readonly proposed: string;
  readonly least: string;
}

function waitingChange(given: Given, id: string): Change | Refusal {
  const state = given.state('manuscript', id);
  if (!state?.matches('amended')) return notAmended(state);
  const { case: caseId, stage, text, amendment } = state.context;
  if (!amendment || !text) return notAmended(state);
  const { origin, proposed, least } = amendment;
  if (!origin || !proposed || !least) return notAmended(state);
  return { ...amendment, caseId, stage, text, origin, proposed, least };
}

const notAmended = (state: ManuscriptState | undefined): Refusal =>
  notNow('manuscript.amended', '没有待认定分类的修改', 'No change waits to be classed', {
    status: state?.value ?? 'absent',
  });

/** 修改与认定分设. */
const ownHand = ({ actor }: Given, { hands }: Change): Refusal | null =>
  actor.person === null || hands.includes(actor.person)
    ? against(
        'amend.second-person',
        '修改文稿的人不能认定修改分类',
        'Another person than whoever changed the text classes it',
        {},
        { zh: '请规划办主任或院领导认定', en: 'The director of the office or a leader classes it' },
      )
    : null;

/** A class that the procedure has, and that is not lighter than an earlier change that still waits for a body. */
function unclassable(given: Given, { caseId }: Change, chosen: string): Refusal | null {
  const { classing } = procedureOf(given, caseId);
  const again = classing.classes.get(chosen);
  if (!again) return noClass(chosen, [...classing.classes.keys()]);
  const lost = waitingFor(given, caseId).filter((gate) => !again.includes(gate));
  if (lost.length === 0) return null;
  const titles = titlesOf(given, caseId, lost);
  return against(
    'amend.waiting',
    `此前的修改尚待${titles.join('、')}重新审议，本次修改不能归入更轻的类别`,
    'An earlier change still waits for a body; this one cannot be lighter',
    { gates: lost },
    { zh: '请归入须经上述环节审议的类别', en: 'Choose a class that has it decided again' },
  );
}

/** Gates that the rule asks for and the chosen class does not, without an exemption for the text as it was. */
function passedOver(given: Given, { caseId, least, origin }: Change, chosen: string): readonly string[] {
  const { classes } = procedureOf(given, caseId).classing;
  const state = given.state('case', caseId);
  const again = classes.get(chosen) ?? [];
  return (classes.get(least) ?? []).filter(
    (gate) => !again.includes(gate) && !(state && exemptedFor(state.context, gate, origin)),
  );
}

function tooLight(given: Given, change: Change, chosen: string): Refusal | null {
  const { caseId, least, weight } = change;
  if (!isLighter(procedureOf(given, caseId).classing, chosen, least)) return null;
  const gates = passedOver(given, change, chosen);
  if (gates.length === 0) return null;
  const titles = titlesOf(given, caseId, gates);
  return {
    ...against(
      'amend.least-class',
      `按规则本次修改应当由${titles.join('、')}重新审议，不能归入更轻的类别`,
      `By rule this change is decided again by ${gates.join(', ')}`,
      { class: chosen, least, weight: [...weight], gates },
      {
        zh: '请归入相应类别，或对上述环节报经批准例外',
        en: 'Choose that class, or have these gates exempted',
      },
    ),
    basis: '《党政机关公文处理工作条例》第二十五条',
  };
}

function titlesOf(given: Given, caseId: string, gates: readonly string[]): readonly string[] {
  const stages = stagesOf(procedureOf(given, caseId).definition);
  return gates.map((gate) => stages.find(({ id }) => id === gate)?.title ?? gate);
}

function unmet({ points, met }: Change): readonly Notice[] {
  const left = Array.from({ length: points }, (_, i) => i + 1).filter((no) => !met.includes(no));
  if (left.length === 0) return [];
  return [
    {
      rule: 'amend.points-met',
      said: {
        zh: `未注明对应修改的补正意见：第${left.join('、')}点`,
        en: `Points without a change: ${left.join(', ')}`,
      },
      facts: { points, left: left.length },
    },
  ];
}
