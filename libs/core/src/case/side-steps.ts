import { sameText } from '../text-ref.ts';
import { clockGuards, type Asked } from './pause.ts';
import { exemptedFor, type CaseContext, type CaseFact } from './case.ts';

/**
 * What happens to a case beside its stages: it is held and released, a gate is exempted, a change is classed. The same
 * in every procedure and every stage; none of it opens or ends one.
 */
export const sideTransitions = {
  ItemScheduled: { guard: 'running' as const, actions: 'aside' as const },
  ConditionsImposed: { guard: 'running' as const, actions: 'aside' as const },
  ListCopied: { guard: 'running' as const, actions: 'aside' as const },
  StepHeld: { guard: 'running' as const, actions: 'aside' as const },
  StepReleased: { guard: 'holding' as const, actions: 'aside' as const },
  ExemptionProposed: { guard: 'current' as const, actions: 'aside' as const },
  ExemptionGranted: { guard: 'seconded' as const, actions: 'aside' as const },
  JoiningConfirmed: { guard: 'joining' as const, actions: 'aside' as const },
  ChangeClassed: { guard: 'classes' as const, actions: 'aside' as const },
  StagePaused: { guard: 'pauses' as const, actions: 'clocked' as const },
  StageResumed: { guard: 'resumes' as const, actions: 'clocked' as const },
};

export const sideGuards = {
  ...clockGuards,
  joining: ({ context, event }: Asked): boolean =>
    event.type === 'JoiningConfirmed' &&
    context.joined?.confirmed === false &&
    context.joined.by !== event.data.by,
  running: ({ context }: Asked): boolean => context.title !== '',
  holding: ({ context, event }: Asked): boolean =>
    event.type === 'StepReleased' && context.holds.some(({ by }) => by === event.data.by),
  /** An exemption is asked for a text that the case has now. */
  current: ({ context, event }: Asked): boolean =>
    event.type === 'ExemptionProposed' &&
    !exemptedFor(context, event.data.gate, event.data.text) &&
    Object.values(context.texts).some((text) => sameText(text, event.data.text)),
  /** Granted by another person than whoever proposed it, for the same text. */
  seconded: ({ context, event }: Asked): boolean => {
    if (event.type !== 'ExemptionGranted') return false;
    const proposed = context.exemptions[event.data.gate];
    return (
      proposed !== undefined && proposed.by !== event.data.by && sameText(proposed.text, event.data.text)
    );
  },
};

/** The context after one of these facts. */
export function sideSteps(context: CaseContext, event: CaseFact): Partial<CaseContext> {
  switch (event.type) {
    case 'StepHeld':
      return { holds: [...context.holds, { by: event.data.by, rules: event.data.rules }] };
    case 'StepReleased':
      return { holds: context.holds.filter(({ by }) => by !== event.data.by) };
    case 'ExemptionProposed': {
      const { gate, text, by } = event.data;
      return { exemptions: { ...context.exemptions, [gate]: { text, by, granted: false } } };
    }
    case 'ExemptionGranted':
      return granted(context, event.data.gate);
    case 'JoiningConfirmed':
      return context.joined ? { joined: { ...context.joined, confirmed: true } } : {};
    case 'ChangeClassed':
      return carried(context, event.data);
    default:
      return ofMeetings(context, event);
  }
}

/** Which meeting a stage was last called to, and what a body asked for when it agreed in principle. */
function ofMeetings({ meetings, conditions }: CaseContext, event: CaseFact): Partial<CaseContext> {
  if (event.type === 'ItemScheduled')
    return { meetings: { ...meetings, [event.data.stage]: event.data.meeting } };
  return event.type === 'ConditionsImposed' ? { conditions: [...conditions, ...event.data.conditions] } : {};
}

function granted({ exemptions }: CaseContext, gate: string): Partial<CaseContext> {
  const proposed = exemptions[gate];
  return proposed ? { exemptions: { ...exemptions, [gate]: { ...proposed, granted: true } } } : {};
}

type Classed = Extract<CaseFact, { type: 'ChangeClassed' }>['data'];

/** What the kept gates decided on the old text stands for the new one. */
const carried = ({ decided }: CaseContext, classed: Classed): Partial<CaseContext> => ({
  decided: Object.fromEntries(
    Object.entries(decided).map(([gate, last]) => [
      gate,
      classed.keeps.includes(gate) ? carriedOver(last, classed) : last,
    ]),
  ),
  classed: { class: classed.class, from: classed.from, to: classed.to },
});

/** An approval that asked for changes stands for the changed text, never for the one that it wanted changed. */
function carriedOver(
  { provided, ...last }: CaseContext['decided'][string],
  { from, to }: Classed,
): CaseContext['decided'][string] {
  const own = last.own ?? from;
  if (provided && sameText(provided, from) && !sameText(from, to)) return { ...last, text: to, own };
  if (sameText(last.text, from)) return { ...last, text: to, own };
  return provided ? { ...last, provided } : last;
}
