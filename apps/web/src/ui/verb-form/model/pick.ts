import type { Shape } from './shape.ts';

/** What a value is chosen from, where it names a thing of the house or of the case. */
export type Pick =
  | { readonly from: 'department' | 'post' | 'person' | 'body' | 'institution' | 'procedure' | 'case' }
  | {
      readonly from:
        | 'stage'
        | 'clause'
        | 'paragraph'
        | 'row'
        | 'delegation'
        | 'planned'
        | 'verb'
        | 'letter'
        | 'aide'
        | 'owed';
    }
  /** A thing of the case: by its id, or by `kind/id` where several kinds may be meant. */
  | { readonly from: 'thing'; readonly kinds: readonly string[]; readonly named: 'id' | 'stream' };

/** Where a value stands: of which verb, under which names, lists left out. */
export interface Place {
  readonly verb: string;
  readonly path: readonly string[];
}

const thing = (...kinds: readonly string[]): Pick => ({ from: 'thing', kinds, named: 'id' });

const DEPARTMENTS = ['department', 'writer', 'departments', 'recipients', 'heir'];
const POSTS = [
  'post',
  'posts',
  'approvedBy',
  'lead',
  'approver',
  'keeper',
  'signer',
  'filler',
  'reviewer',
  'leader',
  'checker',
  'read',
  'present',
  'recused',
  'chair',
  'sponsor',
];

const all = (names: readonly string[], pick: Pick): readonly (readonly [string, Pick])[] =>
  names.map((name) => [name, pick]);

/** Ids by the name of their field. */
const IDS: ReadonlyMap<string, Pick> = new Map<string, Pick>([
  ...all(DEPARTMENTS, { from: 'department' }),
  ...all(POSTS, { from: 'post' }),
  ['person', { from: 'person' }],
  ['to', { from: 'department' }],
  ['chapter', thing('chapter')],
  ['meeting', thing('meeting')],
  ['reconsiders', thing('meeting')],
  ['upon', thing('meeting')],
  ['tabling', thing('tabling')],
  ['consultation', thing('consultation')],
  ['opinion', thing('opinion')],
  ['into', thing('opinion')],
  ['row', { from: 'row' }],
  ['rows', { from: 'row' }],
  ['case', { from: 'case' }],
  ['cases', { from: 'case' }],
  ['delegation', { from: 'delegation' }],
  ['act', { from: 'planned' }],
  ['letter', { from: 'letter' }],
  ['aide', { from: 'aide' }],
  ['authority', { from: 'institution' }],
]);

/** What has another meaning in one verb than its name has elsewhere. */
const THERE: ReadonlyMap<string, Pick> = new Map<string, Pick>([
  ['deposit.issue id', thing('contribution', 'chapter')],
  ['org.delegate to', { from: 'person' }],
  ['meeting.call sitting id', thing('sitting')],
  ['meeting.carry-over sitting id', thing('sitting')],
  ['case.urge things name', { from: 'owed' }],
]);

/** Key words by the name of their field; others are typed. */
const KEYS: ReadonlyMap<string, Pick> = new Map<string, Pick>([
  ['stage', { from: 'stage' }],
  ['gate', { from: 'stage' }],
  ['mapping', { from: 'stage' }],
  ['body', { from: 'body' }],
  ['procedure', { from: 'procedure' }],
]);

/** `^(meeting|filing)\/…`, `^(meeting\/)…` and `^meeting\/…`. */
const STREAMS = /^\^\(?(?<kinds>[a-z]+(?:\|[a-z]+)*)(?:\)\\?\/|\\\/\)?)/u;

/** What a pattern of the house begins with, and what is chosen by it. */
const PATTERNS: readonly (readonly [begins: string, pick: Pick])[] = [
  ['^n[0-9a-z]', { from: 'clause' }],
  ['^(?:all|', { from: 'verb' }],
  ['^[a-z]{2,20}', { from: 'thing', kinds: [], named: 'stream' }],
];

/** From what a text is chosen; null for what is written. */
export function pickOf(shape: Shape, { verb, path }: Place): Pick | null {
  const name = path.at(-1) ?? '';
  const { format, pattern = '' } = shape;
  const there = THERE.get([verb, ...path].join(' '));
  if (there) return there;
  if (format === 'uuid') return IDS.get(name) ?? null;
  return PATTERNS.find(([begins]) => pattern.startsWith(begins))?.[1] ?? keyOrStream(pattern, name);
}

const keyOrStream = (pattern: string, name: string): Pick | null =>
  pattern === '' || pattern.startsWith('^[a-z]') ? (KEYS.get(name) ?? null) : streamsOf(pattern);

function streamsOf(pattern: string): Pick | null {
  const kinds = STREAMS.exec(pattern)?.groups?.['kinds'];
  return kinds === undefined ? null : { from: 'thing', kinds: kinds.split('|'), named: 'stream' };
}

/** Numbers that are places of a text rather than amounts. */
export const isParagraph = ({ path }: Place): boolean => path.at(-1) === 'clauses';
