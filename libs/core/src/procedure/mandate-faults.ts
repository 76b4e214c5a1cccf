import { bindingOf } from './classing.ts';
import { stagesOf, type Stage } from './definition.ts';
import type { ProcedureFault } from './fault.ts';
import type { Procedure } from './procedure.ts';

/** How a gate ends that lets its text be changed (授权修改). */
const MANDATED = 'mandated';

/**
 * What is wrong with mandates: one that leads to no stage in which it is carried out, or such a stage that carries out
 * nobody's. That a gate is passed by is the walk's to say.
 */
export function strayMandates(procedure: Procedure): readonly ProcedureFault[] {
  const stages = stagesOf(procedure.definition);
  return [
    ...stages.flatMap((stage) => unrouted(procedure, stage)),
    ...stages.flatMap((stage) => ofNobody(procedure, stage)),
  ];
}

/** The gate whose mandate a stage carries out. */
const gateOf = ({ classing }: Procedure, id: string | undefined): string | undefined =>
  id === undefined ? undefined : classing.meaning(id).mandated?.gate;

function unrouted(procedure: Procedure, { id, title, then }: Stage): readonly ProcedureFault[] {
  const next = then[MANDATED];
  if (next === undefined) return [];
  const follows = stagesOf(procedure.definition).find((stage) => stage.id === next)?.id;
  const { renews } = procedure.classing.meaning(id);
  if (gateOf(procedure, follows) === id && renews === undefined) return [];
  return [
    {
      rule: 'mandate-without-route',
      path: [`${title}: ${MANDATED}`],
      zh: `“${title}”授权修改之后没有办理该授权的环节`,
      en: `the mandate of ${title} leads to no stage that carries it out`,
    },
  ];
}

function ofNobody(procedure: Procedure, { id, title }: Stage): readonly ProcedureFault[] {
  const { mandated } = procedure.classing.meaning(id);
  if (!mandated) return [];
  const stages = stagesOf(procedure.definition);
  const gives = stages.find((stage) => stage.id === mandated.gate)?.then[MANDATED] === id;
  const binding = bindingOf(procedure.classing, 'manuscript');
  const strange = mandated.keeps.filter((gate) => !binding.includes(gate));
  if (gives && strange.length === 0) return [];
  return [
    {
      rule: 'mandate-without-route',
      path: [title],
      zh: `“${title}”所办理的授权没有环节作出，或者所沿用决定的“${strange.join('、')}”不是规划文稿的审议环节`,
      en: `no stage gives the mandate of ${title}, or what it keeps is no gate of the plan: ${strange.join(', ')}`,
    },
  ];
}
