import { isInstant } from './instant.ts';

/** What was parsed and not yet judged. */
type Loose = { readonly [key: string]: unknown };
type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param keys sorted */
function hasExactly(value: unknown, keys: readonly string[]): value is Loose {
  if (!isObject(value)) return false;
  const has = Object.keys(value);
  if (has.length !== keys.length) return false;
  // A log is long: a loop costs less than a function for each key, and entries have their keys in order already.
  for (let i = 0; i < keys.length; i++)
    if (has[i] !== keys[i] && !Object.hasOwn(value, keys[i] ?? '')) return false;
  return true;
}

// A pattern alone would take a list of one matching string for the string itself.
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** What passed last passes again unseen: in a log, much of one institution, stream and person follows each other. */
function remembering(check: Check): Check {
  let passed: unknown;
  return (value) => {
    if (typeof value === 'string' && value === passed) return true;
    if (!check(value)) return false;
    passed = value;
    return true;
  };
}

const isUuid = matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const isStream = remembering(
  matches(/^[a-z]{2,20}\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
);
const isHash = matches(/^[0-9a-f]{64}$/);
const isType = matches(/^[A-Z][A-Za-z]{2,59}$/);
const isCapacity = matches(/^(?=.{1,40}$)[a-z]+(-[a-z]+)*$/);
const isVerb = matches(/^(?=.{1,60}$)[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
const isKey = matches(/^[ -~]{1,200}$/);

/** Counts fit 32 bits with a sign, the integer that every store and language has. */
const isCount: Check = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= 2_147_483_647;

const isInstitution = remembering(isUuid);
const isPerson = orNull(remembering(isUuid));
const isPost = orNull(remembering(isUuid));
const isUuidOrNull = orNull(isUuid);
const isKeyOrNull = orNull(isKey);

const isActor: Check = (value) =>
  hasExactly(value, ['as', 'by', 'for', 'post', 'recorder']) &&
  isCapacity(value['as']) &&
  isPerson(value['by']) &&
  isUuidOrNull(value['for']) &&
  isPost(value['post']) &&
  isUuidOrNull(value['recorder']);

const isCommand: Check = (value) =>
  hasExactly(value, ['key', 'verb']) && isKeyOrNull(value['key']) && isVerb(value['verb']);

const isBody = (value: unknown): value is Loose =>
  hasExactly(value, ['cm', 'ct', 'subject']) &&
  isHash(value['cm']) &&
  isHash(value['ct']) &&
  isUuid(value['subject']);

const isSealed: Check = (value) =>
  Array.isArray(value) &&
  (value.length === 0 ||
    (value.every(isBody) && new Set(value.map((body) => body['subject'])).size === value.length));

/** Each field, what it must be, and the words for the case that it is not. In the order of docs/format.md. */
const FIELDS: readonly (readonly [string, Check, string])[] = [
  ['v', (value) => value === 1, 'v is 1'],
  ['institution', isInstitution, 'institution is a UUID in lower case'],
  ['stream', isStream, 'stream is kind/uuid'],
  ['version', isCount, 'version is an integer from 1 to 2^31-1'],
  ['type', isType, 'type is a name in PascalCase'],
  ['sv', isCount, 'sv is an integer from 1 to 2^31-1'],
  [
    'at',
    (value) => typeof value === 'string' && isInstant(value),
    'at is an instant in UTC with milliseconds',
  ],
  ['prev', orNull(isHash), 'prev is null or 64 hex digits'],
  ['actor', isActor, 'actor has as (a capacity), by, for, post, recorder (UUIDs or null)'],
  [
    'command',
    isCommand,
    'command has key (null or 1 to 200 printable ASCII characters) and verb (resource.verb)',
  ],
  ['data', isObject, 'data is an object'],
  ['sealed', isSealed, 'sealed lists {cm, ct, subject}, one body a subject'],
];

const NAMES = FIELDS.map(([name]) => name).toSorted();

const namesNobody = ({ actor }: Loose): boolean =>
  isObject(actor) && [actor['by'], actor['for'], actor['post'], actor['recorder']].every((id) => id === null);

const actsAs = ({ actor }: Loose, capacity: string): boolean => isObject(actor) && actor['as'] === capacity;

const withoutKey = ({ command }: Loose): boolean => isObject(command) && command['key'] === null;

/** 00:00 of a day in Beijing. */
const isDay = ({ at }: Loose): boolean => typeof at === 'string' && at.endsWith('T16:00:00.000Z');

const ACROSS: readonly (readonly [(entry: Loose) => boolean, string])[] = [
  [({ prev, version }) => (prev === null) === (version === 1), 'prev is null at version 1 and only there'],
  [(entry) => !actsAs(entry, 'clock') || namesNobody(entry), 'the clock names nobody'],
  [(entry) => !actsAs(entry, 'anonymous') || namesNobody(entry), 'an anonymous act names nobody'],
  [(entry) => !actsAs(entry, 'anonymous') || withoutKey(entry), 'an anonymous act has no key'],
  [(entry) => !actsAs(entry, 'anonymous') || isDay(entry), 'an anonymous act is dated to the Beijing day'],
];

/** The first rule of docs/format.md that a value breaks as an entry, or nothing. */
export function firstBroken(value: unknown): string | undefined {
  if (!hasExactly(value, NAMES)) return 'an entry has exactly its twelve fields';
  for (const field of FIELDS) if (!field[1](value[field[0]])) return field[2];
  for (const rule of ACROSS) if (!rule[0](value)) return rule[1];
  return undefined;
}
