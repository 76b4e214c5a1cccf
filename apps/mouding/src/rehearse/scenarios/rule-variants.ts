import type { Definition, Stage } from '@mouding/core';

const congressOf = ({ id, bodies }: Definition) => {
  const { congress } = bodies;
  if (!congress) throw new Error(`${id} has no congress`);
  return congress;
};

/** The shipped procedure in which 职代会 must keep the rule of further readings. */
export function withReadings(definition: Definition): Definition {
  const congress = congressOf(definition);
  const rules = {
    ...congress.rules,
    'meeting.second-reading': { effect: 'block' as const, reason: '职代会实施细则：未通过的修改后再次审议' },
  };
  return {
    ...definition,
    id: `${definition.id}-readings`,
    title: `${definition.title}（再次审议须按规定）`,
    bodies: { ...definition.bodies, congress: { ...congress, rules } },
  };
}

/** Who carries out the mandate of a gate, and what stands for what is changed under it. */
const mandateStage = (
  gate: string,
  title: string,
  more: { keeps: readonly string[]; next: string },
): Stage => ({
  id: `${gate}-mandate`,
  kind: 'mandate@1',
  title,
  with: { gate, keeps: more.keeps },
  then: { approved: more.next, returned: 'dean-meeting' },
});

/** The shipped procedure with two rules changed: half of all is enough, and both bodies may let the text be changed. */
export function withHalf(definition: Definition): Definition {
  const congress = congressOf(definition);
  const pass: typeof congress.pass = { base: 'all', num: 1, den: 2, strict: false };
  const added: { readonly [gate: string]: Stage } = {
    'dean-meeting': mandateStage('dean-meeting', '院长办公会授权修改', {
      keeps: [],
      next: 'party-committee',
    }),
    'party-committee': mandateStage('party-committee', '党委会授权修改', {
      keeps: ['dean-meeting'],
      next: 'congress',
    }),
  };
  const steps = definition.steps.flatMap((step) => {
    const mandate = added[step.id];
    if (!mandate || 'together' in step) return [step];
    return [{ ...step, then: { ...step.then, mandated: mandate.id } }, mandate];
  });
  return {
    ...definition,
    id: `${definition.id}-half`,
    title: `${definition.title}（职代会过半数含本数）`,
    bodies: { ...definition.bodies, congress: { ...congress, pass } },
    steps,
  };
}
