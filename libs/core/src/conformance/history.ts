import type { Json } from '@mouding/evidence';
import type { Notice } from '../refusal.ts';
import type { StreamName } from '../stream.ts';

/** A fact as it stands in the log, with what a report cites of it: who by post, when, where, under which hash. */
export interface Witness {
  readonly stream: StreamName;
  readonly version: number;
  /** Leaf index in the institution's log. */
  readonly index: number;
  readonly leafHash: string;
  /** Law time of the entry, UTC: of what was recorded afterwards, the time of recording (录入时间). */
  readonly at: string;
  readonly type: string;
  readonly data: { readonly [key: string]: Json };
  readonly actor: { readonly as: string; readonly by: string | null; readonly post: string | null };
  /** What made the entry: entries of one command share key and verb. */
  readonly command: { readonly key: string | null; readonly verb: string };
}

/** live 当时办理 · record 补录 · before 接入前 · clock 到期自动 */
export type How = 'live' | 'record' | 'before' | 'clock';

/** The fact that shows something, as a report cites it. */
export interface Evidence {
  readonly type: string;
  readonly stream: StreamName;
  readonly version: number;
  readonly index: number;
  readonly leafHash: string;
  readonly at: string;
  readonly how: How;
  /** 发生时间, a claim of whoever recorded; null for what was done here and then. A day, or an instant (UTC). */
  readonly happened: string | null;
  readonly as: string;
  readonly post: string | null;
}

/** The history of one case, in the order of the log, and what can be asked of it. */
export interface History {
  readonly facts: readonly Witness[];
  /** The slips (补录单) of the case. */
  readonly slips: readonly Slip[];
  evidence(fact: Witness): Evidence;
  /** The day or instant at which it happened, as far as anybody says. */
  happened(fact: Witness): string;
  /** The stage that a fact belongs to; null for what belongs to none. */
  stageOf(fact: Witness): string | null;
}

/** What a slip says of itself. */
interface Stated {
  readonly title: string;
  readonly verb: string;
  readonly medium: string;
  readonly happened: string;
  /** Whether a scan or a page of the record book is given. */
  readonly proven: boolean;
  /** Rules that held the next step. */
  readonly holds: readonly string[];
}

/** A record command: its slip, and what became of what it broke. */
export interface Slip {
  readonly fact: Witness;
  readonly stage: string | null;
  readonly said: Stated;
  readonly repair: {
    readonly how: 'corrected' | 'exempted';
    readonly proposed: Witness;
    readonly confirmed: Witness;
  } | null;
}

const commandOf = ({ command: { key, verb } }: Witness): string => `${key ?? ''} ${verb}`;

/** Reads the facts of a case, in the order of the log. */
export function readHistory(facts: readonly Witness[]): History {
  const slips = facts.filter(({ type }) => type === 'RecordEntered').map((fact) => slipOf(fact, facts));
  const bySlip = new Map(slips.map(({ fact, said }) => [commandOf(fact), said]));
  const stages = stagesByStream(facts);
  const claimed = (fact: Witness): string | null =>
    beforeOf(fact) ?? bySlip.get(commandOf(fact))?.happened ?? null;
  const howOf = (fact: Witness): How => {
    if (beforeOf(fact) !== null) return 'before';
    if (bySlip.has(commandOf(fact))) return 'record';
    return fact.actor.as === 'clock' ? 'clock' : 'live';
  };
  return {
    facts,
    slips,
    happened: (fact) => claimed(fact) ?? fact.at,
    stageOf: (fact) => textOf(fact.data['stage']) ?? stages.get(fact.stream) ?? null,
    evidence: (fact) => {
      const { type, stream, version, index, leafHash, at, actor } = fact;
      const cited = { type, stream, version, index, leafHash, at };
      return { ...cited, how: howOf(fact), happened: claimed(fact), as: actor.as, post: actor.post };
    },
  };
}

/** 接入前: the day by the papers. */
const beforeOf = ({ type, data }: Witness): string | null => {
  const before = type === 'StageClosed' ? data['before'] : undefined;
  return isObject(before) ? textOf(before['on']) : null;
};

function slipOf(fact: Witness, facts: readonly Witness[]): Slip {
  const its = facts.filter(({ stream }) => stream === fact.stream);
  const confirmed = its.findLast(({ type }) => type === 'RepairConfirmed');
  const proposed = its.findLast(
    ({ type, version }) => type === 'RepairProposed' && version < (confirmed?.version ?? 0),
  );
  const how = confirmed?.data['how'] === 'exempted' ? 'exempted' : 'corrected';
  return {
    fact,
    stage: textOf(fact.data['stage']),
    said: statedIn(fact),
    repair: confirmed && proposed ? { how, proposed, confirmed } : null,
  };
}

const statedIn = ({ data }: Witness): Stated => ({
  title: textOf(data['title']) ?? '',
  verb: textOf(data['verb']) ?? '',
  medium: textOf(data['medium']) ?? '',
  happened: textOf(data['happened']) ?? '',
  proven: isObject(data['scan']) || textOf(data['book']) !== null,
  holds: Array.isArray(data['holds']) ? data['holds'].map(String) : [],
});

/** The stage for which a stream was made: its first fact says it, or the entry of the stage that named it. */
function stagesByStream(facts: readonly Witness[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { stream, data, type } of facts) {
    const stage = textOf(data['stage']);
    if (stage === null) continue;
    if (!stream.startsWith('case/') && !found.has(stream)) found.set(stream, stage);
    if (type === 'StageEntered' && Array.isArray(data['streams']))
      for (const made of data['streams']) found.set(String(made), stage);
  }
  return found;
}

/** 程序提示 that a fact carries. */
export const noticesOf = ({ data }: Witness): readonly Notice[] => {
  const { notices } = data;
  return Array.isArray(notices) ? (notices as readonly Json[]).filter(isNotice) : [];
};

const isNotice = (value: Json): value is Json & Notice =>
  isObject(value) && typeof value['rule'] === 'string' && isObject(value['said']);

export const isObject = (value: unknown): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
