import type { Walk } from './abstract.ts';
import { bindingOf } from './classing.ts';
import type { StageMeaning } from './compile.ts';
import { isTogether, stagesOf, type Definition, type Stage } from './definition.ts';
import { inWords, type ProcedureFault } from './fault.ts';
import type { Procedure } from './procedure.ts';

type Class = NonNullable<Definition['amendments']>['classes'][number];

/**
 * What is wrong with the classes of changes and with what renews a gate. That an issue is not reached past a gate that a
 * class asks for is the walk's to say; this says what the walk cannot see, because the table itself would allow it.
 */
export function unsoundClasses(procedure: Procedure, walk: Walk): readonly ProcedureFault[] {
  const classes = procedure.definition.amendments?.classes ?? [];
  const amending = stagesOf(procedure.definition).filter(({ id }) => procedure.classing.meaning(id).amends);
  return [
    ...classes.flatMap((one) => unknownGates(procedure, walk, one, amending)),
    ...outOfOrder(procedure, classes),
    ...amending.flatMap((stage) => classes.flatMap((one) => passedOver(procedure, walk, stage, one))),
    ...stagesOf(procedure.definition).flatMap((stage) => renewsNothing(procedure, walk, stage)),
  ];
}

/** The shortest way to a stage; empty when there is none. */
const pathTo = ({ visited }: Walk, id: string): readonly string[] =>
  visited.find(({ state }) => state.context.open.includes(id))?.path ?? [];

function unknownGates(
  { classing }: Procedure,
  walk: Walk,
  { title, gates }: Class,
  [amending]: readonly Stage[],
): readonly ProcedureFault[] {
  const path = amending ? [...pathTo(walk, amending.id), amending.title] : [];
  const binding = bindingOf(classing, 'manuscript');
  return gates
    .filter((gate) => !binding.includes(gate))
    .map((gate) => ({
      rule: 'class-unknown-gate',
      path,
      zh: `“${title}”须经的“${gate}”不是规划文稿的审议环节：${inWords(path)}`,
      en: `${title} needs ${gate}, which is no gate of the plan: ${inWords(path)}`,
    }));
}

/** Each class asks for what the lighter one asks for, and the heaviest for every gate. */
function outOfOrder({ classing }: Procedure, classes: readonly Class[]): readonly ProcedureFault[] {
  const steps = classes.map((one, i) => [one, classes[i + 1]?.gates ?? []] as const);
  const lighter = steps.slice(0, -1).flatMap(([{ title, gates }, heavier]) =>
    gates
      .filter((gate) => !heavier.includes(gate))
      .map((gate): ProcedureFault => ({
        rule: 'class-order',
        path: [],
        zh: `比“${title}”更重的一类修改没有写明须经“${gate}”`,
        en: `a class heavier than ${title} does not ask for ${gate}`,
      })),
  );
  const heaviest = classes.at(-1);
  if (!heaviest) return lighter;
  const missing = bindingOf(classing, 'manuscript').filter((gate) => !heaviest.gates.includes(gate));
  return [
    ...lighter,
    ...missing.map((gate): ProcedureFault => ({
      rule: 'class-order',
      path: [],
      zh: `最重的一类修改“${heaviest.title}”没有写明须经“${gate}”`,
      en: `the heaviest class, ${heaviest.title}, does not ask for ${gate}`,
    })),
  ];
}

/** A body stands on the way of a class, and the class does not ask for it: its no would mean nothing. */
function passedOver(
  procedure: Procedure,
  walk: Walk,
  stage: Stage,
  { id, title, gates }: Class,
): readonly ProcedureFault[] {
  return onTheWay(procedure, stage, id)
    .filter(({ gate }) => !gates.includes(gate))
    .map(({ gate, at }) => {
      const path = [...pathTo(walk, stage.id), `${stage.title}: ${id}`, at];
      return {
        rule: 'class-without-gate',
        path,
        zh: `“${title}”之后要经过“${at}”，而这一类修改没有写明须经“${gate}”：${inWords(path)}`,
        en: `${title} passes ${at} and does not ask for ${gate}: ${inWords(path)}`,
      };
    });
}

interface Passed {
  readonly gate: string;
  readonly at: string;
}

/** The gates on the way from a class to the issue, or to where the text changes again; not those that sent it here. */
function onTheWay({ definition, classing }: Procedure, from: Stage, of: string): readonly Passed[] {
  const passed: Passed[] = [];
  const seen = new Set<string>();
  let next = plain(definition, from.then[of]);
  while (next && !seen.has(next.id)) {
    seen.add(next.id);
    const means = classing.meaning(next.id);
    if (means.issues || means.makesText) break;
    const gate = decidedAt(next, means, from.id);
    if (gate) passed.push({ gate, at: next.title });
    next = plain(definition, next.then[means.approving[0] ?? '']);
  }
  return passed;
}

/** The gate that a stage decides or renews; none for one that sent the text here itself, and so decides again anyway. */
function decidedAt({ id, then }: Stage, { binds, renews }: StageMeaning, from: string): string | undefined {
  if (!binds) return renews;
  return Object.values(then).includes(from) ? undefined : id;
}

const plain = ({ steps }: Definition, id: string | undefined): Stage | undefined =>
  steps.flatMap((step) => (isTogether(step) ? [] : [step])).find((step) => step.id === id);

function renewsNothing(procedure: Procedure, walk: Walk, stage: Stage): readonly ProcedureFault[] {
  const { classing } = procedure;
  const { id, title } = stage;
  const { renews, subject } = classing.meaning(id);
  if (!renews) return [];
  const path = [...pathTo(walk, id), title];
  if (subject && bindingOf(classing, subject).includes(renews))
    return isSameBody(procedure, stage, renews) ? [] : [anotherBody(title, renews, path)];
  return [
    {
      rule: 'renews-no-gate',
      path,
      zh: `“${title}”要更新的“${renews}”不是同一文稿的审议环节：${inWords(path)}`,
      en: `${title} renews ${renews}, which is no gate of its text: ${inWords(path)}`,
    },
  ];
}

/** A gate is renewed by the body that it is of, deciding and not advising. */
function isSameBody({ definition }: Procedure, { with: own }: Stage, renews: string): boolean {
  const gate = stagesOf(definition).find(({ id }) => id === renews);
  return own['effect'] !== 'advisory' && own['body'] === gate?.with['body'];
}

const anotherBody = (title: string, renews: string, path: readonly string[]): ProcedureFault => ({
  rule: 'renews-no-gate',
  path,
  zh: `“${title}”不是“${renews}”的同一机构，或只是审议建议，不能更新其决定：${inWords(path)}`,
  en: `${title} is held by another body than ${renews}, or only advises, and cannot renew it: ${inWords(path)}`,
});
