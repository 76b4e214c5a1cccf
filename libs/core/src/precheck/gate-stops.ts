import { decidedOn, type CaseContext, type Subject } from '../case/case.ts';
import { bindingOf } from '../procedure/classing.ts';
import { stageOf, stagesOf, type Stage } from '../procedure/definition.ts';
import { basisOf } from '../procedure/effects.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { Said } from '../refusal.ts';
import { fileParams } from '../stages/file/params.ts';
import type { TextRef } from '../text-ref.ts';
import { said, stop, type Door, type Stop, type Takes } from './stop.ts';

const SAME_TEXT = basisOf('issue.same-text') ?? null;
const DOORS: readonly Door[] = ['restore', 'editorial', 'exempt'];

/** What is looked at: where the case stands, and the text that would be issued. */
export interface Gates {
  readonly procedure: Procedure;
  readonly context: CaseContext;
  readonly subject: Subject;
  readonly text: TextRef | null;
}

/** Every gate that has not decided exactly the text that would be issued. */
export function gateStops({ procedure, context, subject, text }: Gates): readonly Stop[] {
  const { classing, definition } = procedure;
  const named = stagesOf(definition).flatMap(({ id }) => classing.meaning(id).gates ?? []);
  const gates = new Set([
    ...bindingOf(classing, subject),
    ...named.filter((id) => classing.meaning(id).subject === subject),
  ]);
  return [...gates]
    .filter((gate) => !decidedOn(context, gate, text))
    .map((gate) => gateStop({ procedure, context, subject, text }, stageOf(definition, gate)));
}

function gateStop({ procedure, context, text }: Gates, stage: Stage): Stop {
  const decided = context.decided[stage.id]?.text ?? null;
  const texts = decided && text && { decided, current: text };
  return stop({
    rule: 'issue.same-text',
    said: texts ? anotherText(stage) : notDecided(stage, context.open.includes(stage.id)),
    basis: stage.basis ?? SAME_TEXT,
    facts: { gate: stage.id, ...hashes(decided, text) },
    by: [holderOf(stage)],
    takes: takesOf(procedure, stage),
    texts,
    doors: texts ? DOORS : ['exempt'],
  });
}

const hashes = (decided: TextRef | null, current: TextRef | null) => ({
  decided: decided?.hash ?? null,
  current: current?.hash ?? null,
});

const anotherText = ({ title }: Stage): Said =>
  said(`“${title}”审议通过的是另一文稿`, `${title} decided another text`);

const notDecided = ({ title }: Stage, open: boolean): Said =>
  said(
    `“${title}”${open ? '正在办理，' : ''}尚未审议通过现行文稿`,
    `${title} has not decided the current text`,
  );

function holderOf({ kind, with: params }: Stage): string {
  const { body } = params;
  return kind.startsWith('file@') || typeof body !== 'string' ? 'office' : `secretary@${body}`;
}

/** A body takes its notice before the meeting, an authority the time that it has for its answer. */
function takesOf({ definition }: Procedure, { kind, with: params }: Stage): Takes | null {
  if (kind.startsWith('file@')) return answerOf(params);
  const body = typeof params['body'] === 'string' ? definition.bodies[params['body']] : undefined;
  if (!body || body.notice.n === 0 || body.notice.effect === 'off') return null;
  const { n, unit } = body.notice;
  const days = unit === 'working' ? '个工作日' : '日';
  return {
    n,
    unit,
    said: said(`${body.title}须提前${n}${days}通知`, `${body.title} is called ${n} ${unit} days ahead`),
  };
}

function answerOf(params: Stage['with']): Takes | null {
  const { answerWithin } = fileParams.safeParse(params).data ?? {};
  if (!answerWithin) return null;
  const { n, unit } = answerWithin;
  const days = unit === 'working' ? '个工作日' : '日';
  return {
    n,
    unit,
    said: said(`主管部门答复期限为${n}${days}`, `the authority has ${n} ${unit} days to answer`),
  };
}
