import type { Problem } from '../../api/generated/types.gen.ts';

/** One thing that happened in the room, as the console noted it: kept here until the server has it. */
export interface Entry {
  /** Its Idempotency-Key: however often it is sent, it is on the record once. */
  readonly key: string;
  /** `meeting.record-attendance`. */
  readonly verb: string;
  /** The resource that it is sent to. */
  readonly id: string;
  readonly body: EntryBody;
  /** 发生时间: the instant of law time that the console claims. */
  readonly at: string;
  /** What it says, as the secretary saw it when pressing. */
  readonly said: string;
  readonly state: EntryState;
}

/** The body of the command. What it names beside these goes out as it is. */
export interface EntryBody {
  readonly post?: string;
  readonly what?: 'coming' | 'leaving';
  /** Of whoever was not recused after all: whether the member was there at the vote. */
  readonly present?: boolean;
  readonly vote?: Vote;
  readonly yes?: number;
  readonly no?: number;
  readonly abstain?: number;
  readonly [field: string]: unknown;
}

export type Vote = 'yes' | 'no' | 'abstain';
export const VOTES: readonly Vote[] = ['yes', 'no', 'abstain'];
export const isVote = (word: string): word is Vote => VOTES.some((vote) => vote === word);

export type EntryState =
  /** 待同步: not sent, or sent without an answer. */
  | { readonly at: 'waiting' }
  /** 被拒: the server said no; what comes after it waits for the secretary. */
  | { readonly at: 'refused'; readonly problem: Problem }
  /** 已记录: on the record since this instant. */
  | { readonly at: 'recorded'; readonly since: string | null }
  /** 已有记录: somebody else noted the same; nothing is doubled. */
  | { readonly at: 'known' }
  /** 不再提交: taken out by the secretary after a refusal; kept on this machine with the reason. */
  | { readonly at: 'dropped'; readonly problem: Problem };

/** What has not reached the record yet. */
export const isOpen = ({ state }: Entry): boolean => state.at === 'waiting' || state.at === 'refused';

/** What is to be sent next; null when nothing is, or when a refusal comes before it. */
export function nextOf(entries: readonly Entry[]): Entry | null {
  const first = entries.find(isOpen);
  return first?.state.at === 'waiting' ? first : null;
}

/** Refusals that say: it is on the record like this already. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'meeting.record-attendance': ['meeting.signed', 'meeting.present'],
  'sitting.record-attendance': ['meeting.signed', 'meeting.present'],
  'meeting.record-recusal': ['meeting.recused'],
  'meeting.withdraw-recusal': ['meeting.not-recused'],
};

/** What the record has of a meeting, as far as an entry may say the same. */
export interface OnRecord {
  readonly data?: { readonly votes?: readonly { readonly post: string; readonly vote: string }[] };
}

/** What a refusal makes of an entry: what another machine noted before is no trouble, all else is the secretary's to see. */
export const refusedAs = (
  entry: Pick<Entry, 'verb' | 'body'>,
  problem: Problem,
  onRecord: OnRecord = {},
): EntryState =>
  SAME[entry.verb]?.includes(problem.rule ?? '') || hasVote(entry, onRecord)
    ? { at: 'known' }
    : { at: 'refused', problem };

/** Another machine noted the very vote; another vote of the same member is a contradiction. */
const hasVote = ({ verb, body }: Pick<Entry, 'verb' | 'body'>, { data }: OnRecord): boolean =>
  verb === 'meeting.record-vote' &&
  (data?.votes ?? []).some(({ post, vote }) => post === body.post && vote === body.vote);

/** What is kept, and after it what was pressed this moment and is still being written. */
export const withUnwritten = (kept: readonly Entry[], shown: readonly Entry[]): readonly Entry[] => [
  ...kept,
  ...shown.filter(({ key, state }) => state.at === 'waiting' && kept.every((entry) => entry.key !== key)),
];

/** The entries with one of them changed. */
export const withEntry = (
  entries: readonly Entry[],
  key: string,
  change: Partial<Pick<Entry, 'key' | 'state'>>,
): readonly Entry[] => entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry));

const HELD_IN_THE_ROOM: ReadonlySet<string> = new Set([
  'meeting.open',
  'meeting.put',
  'meeting.count',
  'sitting.open',
  'sitting.take-up',
]);

/** Whether what was refused of this verb can be recorded as part of the meeting as it was held. */
export const canRecordInstead = (verb: string): boolean => HELD_IN_THE_ROOM.has(verb);
