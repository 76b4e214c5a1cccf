import { sameText, type TextRef } from '../text-ref.ts';
import { clockGuards, type Asked } from './pause.ts';
import { converted } from './converted.ts';
import { exemptedFor, type CaseContext, type CaseFact, type SettledText } from './case.ts';
import { withUrged } from './urged.ts';

/**
 * What happens to a case beside its stages: it is held and released, a gate is exempted, a change is classed. The same
 * in every procedure and every stage; none of it opens or ends one.
 */
export const sideTransitions = {
  ItemScheduled: { guard: 'running' as const, actions: 'aside' as const },
  ConditionsImposed: { guard: 'running' as const, actions: 'aside' as const },
  MandateImposed: { guard: 'running' as const, actions: 'aside' as const },
  ListCopied: { guard: 'running' as const, actions: 'aside' as const },
  Urged: { guard: 'running' as const, actions: 'aside' as const },
  StepHeld: { guard: 'running' as const, actions: 'aside' as const },
  StepReleased: { guard: 'holding' as const, actions: 'aside' as const },
  ExemptionProposed: { guard: 'current' as const, actions: 'aside' as const },
  ExemptionGranted: { guard: 'seconded' as const, actions: 'aside' as const },
  JoiningConfirmed: { guard: 'joining' as const, actions: 'aside' as const },
  ChangeClassed: { guard: 'classes' as const, actions: 'aside' as const },
  TextSettled: { guard: 'settles' as const, actions: 'aside' as const },
  TextConverted: { guard: 'converts' as const, actions: 'aside' as const },
  StageRedated: { guard: 'redates' as const, actions: 'aside' as const },
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
  redates: ({ context, event }: Asked): boolean =>
    event.type === 'StageRedated' &&
    context.open.includes(event.data.stage) &&
    context.entered[event.data.stage]?.paused === undefined,
  settles: ({ context, event }: Asked): boolean =>
    event.type === 'TextSettled' &&
    !sameText(event.data.to, event.data.from) &&
    sameText(event.data.from, context.texts[event.data.subject]),
  converts: ({ context, event }: Asked): boolean =>
    event.type === 'TextConverted' && sameText(event.data.from, context.texts[event.data.subject]),
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

/** What two persons settled beside the procedure: a date that was wrong, the text at 印发. */
function byTwo(context: CaseContext, event: CaseFact): Partial<CaseContext> {
  if (event.type === 'StageRedated') return redated(context, event.data);
  if (event.type === 'TextConverted') return converted(context, event.data);
  return event.type === 'TextSettled' ? settled(context, event.data) : {};
}

/** Which meeting a stage was last called to, what a body asked for when it agreed in principle, and what it lets be changed. */
function ofMeetings(context: CaseContext, event: CaseFact): Partial<CaseContext> {
  const { meetings, conditions, mandates, urged } = context;
  if (event.type === 'Urged') return { urged: withUrged(urged, event.data) };
  if (event.type === 'ItemScheduled')
    return { meetings: { ...meetings, [event.data.stage]: event.data.meeting } };
  if (event.type === 'MandateImposed') {
    const { stage, mandate, due } = event.data;
    return { mandates: { ...mandates, [stage]: { mandate, due } } };
  }
  if (event.type === 'ConditionsImposed') return { conditions: [...conditions, ...event.data.conditions] };
  return byTwo(context, event);
}

function granted({ exemptions }: CaseContext, gate: string): Partial<CaseContext> {
  const proposed = exemptions[gate];
  return proposed ? { exemptions: { ...exemptions, [gate]: { ...proposed, granted: true } } } : {};
}

/** 更正环节时限: the day alone; the round and its streams stand. */
function redated(
  { entered }: CaseContext,
  { stage, due }: Extract<CaseFact, { type: 'StageRedated' }>['data'],
): Partial<CaseContext> {
  const now = entered[stage];
  return now ? { entered: { ...entered, [stage]: { ...now, due } } } : {};
}

/** The text at 印发 with what the gates decided: theirs again where it is restored, carried over where it was edited. */
function settled({ texts, decided }: CaseContext, change: SettledText): Partial<CaseContext> {
  const { subject, to, how } = change;
  return {
    texts: { ...texts, [subject]: to },
    decided: how === 'editorial' ? standing(decided, change) : restored(decided, to),
  };
}

/** A gate that decided this text itself has decided it again. */
const restored = (decided: CaseContext['decided'], to: TextRef): CaseContext['decided'] =>
  Object.fromEntries(
    Object.entries(decided).map(([gate, last]) => {
      if (!sameText(last.own, to) || sameText(last.provided, to)) return [gate, last];
      const { own, ...rest } = last;
      return [gate, { ...rest, text: own ?? to }];
    }),
  );

type Classed = Extract<CaseFact, { type: 'ChangeClassed' }>['data'];

const carried = ({ decided }: CaseContext, classed: Classed): Partial<CaseContext> => ({
  decided: standing(decided, classed),
  classed: { class: classed.class, from: classed.from, to: classed.to },
});

/** What the kept gates decided on the old text stands for the new one. */
export const standing = (
  decided: CaseContext['decided'],
  carry: Pick<Classed, 'keeps' | 'from' | 'to'>,
): CaseContext['decided'] =>
  Object.fromEntries(
    Object.entries(decided).map(([gate, last]) => [
      gate,
      carry.keeps.includes(gate) ? carriedOver(last, carry) : last,
    ]),
  );

/**
 * An approval that asked for changes stands for the changed text, never for the one that it wanted changed: which one
 * that was stays known (`provided`), so that restoring it does not approve it.
 */
function carriedOver(
  last: CaseContext['decided'][string],
  { from, to }: Pick<Classed, 'from' | 'to'>,
): CaseContext['decided'][string] {
  const own = last.own ?? from;
  const provides = last.text === null && sameText(last.provided, from) && !sameText(from, to);
  return provides || sameText(last.text, from) ? { ...last, text: to, own } : last;
}
