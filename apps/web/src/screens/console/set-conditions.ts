import { useQueries } from '@tanstack/react-query';
import { resourceQuery } from '../../api/resource.ts';
import { CONSOLE } from '../../words/console.ts';
import { dayWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { isOpen, type Entry } from './entry.ts';
import { useScene, type Scene } from './scene.ts';

/** A condition as one entry says it. */
export interface SetCondition {
  readonly no: number;
  readonly wording: string;
  /** A department, or a post. */
  readonly owner: Readonly<Record<string, string>>;
  readonly due: string;
}

/** One condition of the decision: as it stands, what was entered before, and whether another entry waits here. */
export interface Conditioned {
  readonly now: SetCondition;
  readonly before: readonly (SetCondition & { readonly why: string | null })[];
  readonly isWaiting: boolean;
}

/** What the decision asks for, with its words; null while they are fetched. */
export function useConditions(): readonly Conditioned[] | null {
  const { thing, room, entries } = useScene();
  const { conditions } = thing.data;
  const found = useQueries({
    queries: conditions.map(({ condition }) => resourceQuery('conditions', condition.split('/')[1] ?? '')),
  });
  if (found.some(({ isPending }) => isPending)) return null;
  return conditions.map((each, at) => {
    const { wording = [] } = found[at]?.data?.data ?? {};
    const [worded, why] = [textsOf(wording, 'wording'), textsOf(wording, 'reason')];
    const before = room.corrections.flatMap((one) =>
      one.of === 'condition' && one.no === each.no && isCharge(one.was) ? [one.was] : [],
    );
    const noted: SetCondition = { ...each, wording: worded.at(-1) ?? '' };
    const waiting = waitingFor(entries.all, each.no);
    return {
      now: waiting ?? noted,
      before: [
        ...before.map((was, i) => ({ ...was, no: each.no, wording: worded[i] ?? '', why: why[i] ?? null })),
        ...(waiting ? [{ ...noted, why: null }] : []),
      ],
      isWaiting: waiting !== null,
    };
  });
}

type Wording = Scene['thing']['wording'];

/** What was said of the condition as it was entered and each time it was put right, and why that was. */
const textsOf = (wording: Wording, field: 'wording' | 'reason'): readonly string[] =>
  [...wording]
    .sort((a, b) => a.version - b.version)
    .flatMap(({ type, said }) => {
      const text = SAYS.has(type) ? said?.[field] : undefined;
      return typeof text === 'string' ? [text] : [];
    });

const SAYS: ReadonlySet<string> = new Set(['ConditionDrafted', 'ConditionCorrected']);

type Was = Scene['room']['corrections'][number]['was'];

const isCharge = (was: Was): was is Extract<Was, { due: string }> =>
  typeof was === 'object' && was !== null && 'due' in was;

function waitingFor(entries: readonly Entry[], no: number): SetCondition | null {
  const waiting = entries.filter((entry) => entry.verb === 'meeting.correct-decision' && isOpen(entry));
  const all = waiting.flatMap(({ body }) => (body['conditions'] ?? []) as readonly SetCondition[]);
  return [...all].reverse().find((one) => one.no === no) ?? null;
}

/** A condition in a sentence: what, of whom, by when. */
export function useConditionSaid(): (condition: SetCondition) => string {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { org, nameOf } = useScene();
  return ({ wording, owner, due }) => {
    const department = org.departments.find(({ id }) => id === owner['department'])?.name;
    return words.conditionSaid(wording, department ?? nameOf(owner['post'] ?? ''), dayWords(due, language));
  };
}
