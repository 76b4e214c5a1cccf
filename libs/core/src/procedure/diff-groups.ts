import { isTogether, type Definition, type Together } from './definition.ts';
import type { Change } from './diff.ts';
import { fieldChanges } from './diff-fields.ts';
import { stepTitle } from './diff-names.ts';

const groupsOf = ({ steps }: Definition): readonly Together[] => steps.filter(isTogether);

/** 同时办理: groups of stages that came, went, are called otherwise, or lead elsewhere. */
export function groupChanges(a: Definition, b: Definition): readonly Change[] {
  const before = new Map(groupsOf(a).map((group) => [group.id, group]));
  const after = new Set(groupsOf(b).map(({ id }) => id));
  return [
    ...groupsOf(b).flatMap((group) => groupChange([a, b], before.get(group.id), group)),
    ...groupsOf(a)
      .filter(({ id }) => !after.has(id))
      .map(({ id, title }): Change => ({
        what: 'stage-removed',
        at: `steps.${id}`,
        zh: `“${title}”各环节不再同时办理`,
        en: `the stages of ${id} run side by side no more`,
      })),
  ];
}

function groupChange(
  [a, b]: readonly [Definition, Definition],
  was: Together | undefined,
  { id, title, then }: Together,
): readonly Change[] {
  const at = `steps.${id}`;
  const next = stepTitle(b, then);
  if (!was)
    return [
      {
        what: 'stage-added',
        at,
        zh: `新增同时办理的“${title}”，全部办结之后为“${next}”`,
        en: `the group ${id} is new and leads to ${then}`,
      },
    ];
  const name = { zh: `同时办理的“${title}”`, en: id };
  const called = fieldChanges('stage-changed', { at, name }, { title: was.title }, { title });
  if (was.then === then) return called;
  return [
    ...called,
    {
      what: 'route-changed',
      at: `${at}.then`,
      zh: `“${title}”全部办结之后，由“${stepTitle(a, was.then)}”改为“${next}”`,
      en: `after ${id}: ${then} instead of ${was.then}`,
    },
  ];
}
