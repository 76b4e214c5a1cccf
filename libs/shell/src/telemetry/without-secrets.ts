/** Names under which a secret stands, whatever surrounds them: `newPassword`, `set-cookie`, `recovery_codes`. */
const SECRET_NAME =
  /pass(word|wd|phrase)|secret|token|cookie|authori[sz]ation|credential|api-?key|private-?key|key-?file|\botp\b|totp|recovery|session|wrapped|database-?url|^code$|^codes$|^next$|^current$/i;

/** Names under which an error of the database quotes what a person wrote. */
const QUOTING = new Set(['detail', 'where', 'parameters', 'internalQuery', 'query', 'hint', 'dataType']);

const HIDDEN = '[hidden]';
const DEEPEST = 8;

/** Secrets that show themselves: a session's token, a password in an address, a TOTP address, an argon2 string. */
const SECRET_VALUES: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{43}/g, HIDDEN],
  [/([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s/@]+@/gi, `$1${HIDDEN}@`],
  [/otpauth:\/\/\S+/g, HIDDEN],
  [/\$argon2id?\$\S+/g, HIDDEN],
  [/\b(Bearer|Basic) [\w+/=.~-]{8,}/g, `$1 ${HIDDEN}`],
  [/((?:__Host-)?mouding)=[^;\s"]+/g, `$1=${HIDDEN}`],
];

/** A text without the secrets that show themselves. */
export const masked = (text: string): string =>
  SECRET_VALUES.reduce((left, [pattern, instead]) => left.replaceAll(pattern, instead), text);

/** A line of the log without anything that is, or is called, a secret. Errors become data. */
export function withoutSecrets(line: object): { [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(line).map(([name, value]) => [
      name,
      SECRET_NAME.test(dashed(name)) ? HIDDEN : clean(value, 1),
    ]),
  );
}

/** `newApiKey` as `new-Api-Key`, so that one pattern finds all spellings. */
const dashed = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').replaceAll('_', '-');

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return masked(value);
  if (typeof value !== 'object' || value === null) return value;
  return depth > DEEPEST || ArrayBuffer.isView(value) ? HIDDEN : cleanObject(value, depth);
}

function cleanObject(value: object, depth: number): unknown {
  if (value instanceof Error) return cleanError(value, depth);
  if (Array.isArray(value)) return value.map((each) => clean(each, depth + 1));
  if (value instanceof Date) return value.toISOString();
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_NAME.test(dashed(name)) ? HIDDEN : clean(inner, depth + 1),
    ]),
  );
}

/** `22P02`, `ECONNREFUSED`: what kind of error it is, never a word of anybody. */
const CODE = /^(?=.*[A-Z0-9])[A-Z0-9_]{2,40}$/;

/** An error with its trace. Of the database's, the message stays without what stands in quotes: rows may speak there. */
function cleanError(error: Error, depth: number): object {
  const known = error as Error & { readonly code?: unknown; readonly severity?: unknown };
  const message = known.severity === undefined ? error.message : error.message.replaceAll(/"[^"]*"/g, '"…"');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const more = Object.entries(error).filter(([name]) => !QUOTING.has(name) && name !== 'cause');
  return {
    ...withoutSecrets(Object.fromEntries(depth < 3 ? more.filter(([, value]) => isPlain(value)) : [])),
    ...(CODE.test(String(known.code)) ? { code: known.code } : {}),
    type: error.name,
    message: masked(message),
    stack: masked(frames.join('\n')),
    ...(error.cause instanceof Error && depth < DEEPEST ? { cause: cleanError(error.cause, depth + 1) } : {}),
  };
}

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
