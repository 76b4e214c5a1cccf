import { hashOfKey } from '@mouding/core';
import type { Statement } from './connection.ts';
import { bytesOf } from './hashing.ts';
import { BROUGHT, textBy } from './statements.ts';

/** What was read in the round trip that opened a command, after its locks were got. */
export interface ReadAhead {
  /** By key; undefined where the institution does not have it. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** Which of these texts the asker brought, with the law time at which first. */
  readonly brought: ReadonlyMap<string, string>;
}

/** The statements that read these texts, and what of them the person brought. */
export const aheadStatements = (person: string, keys: readonly string[]): readonly Statement[] =>
  keys.length === 0 ? [] : [broughtStatement(person, keys), ...keys.map(textBy)];

/** What {@link aheadStatements} answered. */
export function readAhead(keys: readonly string[], answers: readonly (readonly object[])[]): ReadAhead {
  const [brought = [], ...texts] = answers;
  return {
    texts: new Map(keys.map((key, i) => [key, textIn(texts[i] ?? [])])),
    brought: broughtIn(brought),
  };
}

/** The content of a text, or nothing. */
export const textIn = (rows: readonly object[]): string | undefined =>
  (rows as readonly { readonly content: Buffer }[])[0]?.content.toString('utf8');

export const broughtStatement = (person: string, keys: readonly string[]): Statement => ({
  ...BROUGHT,
  values: [person, keys.map((key) => bytesOf(hashOfKey(key)))],
});

/** Law times by hash. */
export const broughtIn = (rows: readonly object[]): ReadonlyMap<string, string> =>
  new Map(
    (rows as readonly { readonly hash: Buffer; readonly received: Date }[]).map(({ hash, received }) => [
      hash.toString('hex'),
      received.toISOString(),
    ]),
  );
