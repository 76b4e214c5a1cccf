import type { Statement } from './connection.ts';
import { bytesOf } from './hashing.ts';
import { BROUGHT, TEXT } from './statements.ts';

/** What was read in the round trip that opened a command, after its locks were got. */
export interface ReadAhead {
  /** By hash; undefined where the institution does not have it. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** Which of these texts the asker brought, with the law time at which first. */
  readonly brought: ReadonlyMap<string, string>;
}

/** The statements that read these texts, and what of them the person brought. */
export const aheadStatements = (person: string, hashes: readonly string[]): readonly Statement[] =>
  hashes.length === 0
    ? []
    : [broughtStatement(person, hashes), ...hashes.map((hash) => ({ ...TEXT, values: [bytesOf(hash)] }))];

/** What {@link aheadStatements} answered. */
export function readAhead(hashes: readonly string[], answers: readonly (readonly object[])[]): ReadAhead {
  const [brought = [], ...texts] = answers;
  return {
    texts: new Map(hashes.map((hash, i) => [hash, textIn(texts[i] ?? [])])),
    brought: broughtIn(brought),
  };
}

/** The content of a text, or nothing. */
export const textIn = (rows: readonly object[]): string | undefined =>
  (rows as readonly { readonly content: Buffer }[])[0]?.content.toString('utf8');

export const broughtStatement = (person: string, hashes: readonly string[]): Statement => ({
  ...BROUGHT,
  values: [person, hashes.map(bytesOf)],
});

/** Law times by hash. */
export const broughtIn = (rows: readonly object[]): ReadonlyMap<string, string> =>
  new Map(
    (rows as readonly { readonly hash: Buffer; readonly received: Date }[]).map(({ hash, received }) => [
      hash.toString('hex'),
      received.toISOString(),
    ]),
  );
