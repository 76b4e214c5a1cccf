import type { Known, Recorded } from '../decider.ts';
import type { Effect } from '../effects.ts';
import type { ObligationRow } from '../rows.ts';
import { parseStream, type StreamName } from '../stream.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';

/** Something that was approved of a text, and by whom. */
export type Approval =
  /** 会签, 配合材料: of a chapter, by a department. */
  | { readonly of: 'countersign' | 'input'; readonly stream: StreamName; readonly department: string }
  /** 审定: of a chapter, by its lead. */
  | { readonly of: 'sign-off'; readonly stream: StreamName; readonly post: string }
  /** 审议、论证: of the whole manuscript, by a stage of the case. */
  | { readonly of: 'gate'; readonly stage: string }
  /** 表决: a meeting that was called on the text and has not decided. */
  | { readonly of: 'vote'; readonly stream: StreamName };

/**
 * Why an approval falls or stands. cited: what it is about is cited · whole: it is about all of the text, or all of the
 * text is returned · rewrites: its department writes on itself · policy: the procedure keeps nothing · open: nothing
 * was decided yet · untouched: what it is about is left alone · given: what was given is given.
 */
export type Because = 'cited' | 'whole' | 'rewrites' | 'policy' | 'open' | 'untouched' | 'given';

export type Judged = { readonly approval: Approval; readonly because: Because };

/** What somebody owes to a stream. */
export type Owing = {
  readonly stream: StreamName;
  readonly name: string;
  readonly holder: string;
  readonly verb: string;
};

/** A clock that runs from now on, and until when (law time, UTC). */
export type Restart = {
  readonly stream: StreamName;
  readonly name: string;
  readonly from: string;
  readonly due: string;
};

/** What a return does to everything else, said before it is confirmed and committed exactly so. */
export type Effects = {
  readonly falls: readonly Judged[];
  readonly stands: readonly Judged[];
  readonly closes: readonly Owing[];
  readonly opens: readonly Owing[];
  readonly restarts: readonly Restart[];
  /** Holders who find something new on their list, each once. */
  readonly told: readonly string[];
};

/** What was judged of the approvals. */
export type Judgement = Pick<Effects, 'falls' | 'stands'>;

/**
 * What facts do when they are appended: nothing is said of obligations and clocks but what the streams' own machines
 * and rows say. Every stream must be known, and none of them is a case.
 *
 * @param from law time of today, from which a clock runs that starts
 */
export function effectsOf(
  known: Known,
  facts: readonly Recorded[],
  { falls, stands }: Judgement,
  from: string,
): Effects {
  const changed = [...new Set(facts.map(({ stream }) => stream))].map((stream) => {
    const own = facts.filter((each) => each.stream === stream).map(({ fact }) => fact);
    return { stream, ...replayed(known, stream, own) };
  });
  const opens = changed.flatMap(({ before, after }) => less(after, before));
  const restarts = changed.flatMap(({ stream, ran }) =>
    ran.flatMap((effect) => (effect.type === 'deadline' ? [{ stream, from, ...clock(effect) }] : [])),
  );
  return {
    falls,
    stands,
    closes: changed.flatMap(({ before, after }) => less(before, after)),
    opens,
    restarts,
    told: [...new Set(opens.map(({ holder }) => holder))],
  };
}

const clock = ({ params: { name, due } }: Extract<Effect, { type: 'deadline' }>) => ({ name, due });

interface Replayed {
  readonly before: readonly Owing[];
  readonly after: readonly Owing[];
  readonly ran: readonly Effect[];
}

function replayed(known: Known, stream: StreamName, facts: readonly Recorded['fact'][]): Replayed {
  const { kind, id } = parseStream(stream);
  const of = streamKind(kind);
  const ran: Effect[] = [];
  const state: ReturnType<typeof emptyState> = known.state(kind, id) ?? emptyState(of);
  const last = facts.reduce((now, fact) => {
    const next = nextState(of, now, fact);
    ran.push(...next.effects);
    return next.state;
  }, state);
  const owed = (now: typeof state): readonly Owing[] =>
    of.rows(id, now).obligations.map((row) => owing(stream, row));
  return { before: owed(state), after: owed(last), ran };
}

const owing = (stream: StreamName, { name, holder, verb }: ObligationRow): Owing => ({
  stream,
  name,
  holder,
  verb,
});

const less = (these: readonly Owing[], those: readonly Owing[]): readonly Owing[] =>
  these.filter(
    ({ name, holder, verb }) =>
      !those.some((other) => other.name === name && other.holder === holder && other.verb === verb),
  );
