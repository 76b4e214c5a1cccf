import { CAPACITY_WORDS, FACT_WORDS, wordsOf, type AuditActor, type AuditEvidence } from '@mouding/contract';
import type { Entry } from '@mouding/evidence';
import type { AuditAccess } from './access.ts';
import type { LogFact } from './case-log.ts';

/** Says who acted, in words. */
export interface Naming {
  actor(actor: Entry['actor']): AuditActor;
  /** An entry as a row rests on it. */
  evidence(fact: LogFact): AuditEvidence;
}

/** Names come from the one table that can be erased; who was erased has none. */
export async function namingOf(
  { reader, org }: AuditAccess,
  actors: readonly Entry['actor'][],
): Promise<Naming> {
  const persons = [...new Set(actors.flatMap(({ by }) => by ?? []))];
  const names = await reader.ledger.directory.get(reader.visitor.institution, persons);
  const titles = new Map(org.context.posts.map(({ id, title }) => [id, title]));
  const actorOf = ({ as, by, post, for: behalf, recorder }: Entry['actor']): AuditActor => ({
    as,
    words: wordsOf(CAPACITY_WORDS, as),
    post: post === null ? null : (titles.get(post) ?? null),
    person: by,
    name: by === null ? null : (names.get(by)?.name ?? null),
    onBehalfOf: behalf,
    recordedBy: recorder,
  });
  return {
    actor: actorOf,
    evidence({ idx, stream, version, type, at, leafHash, actor }) {
      const { post, words, name } = actorOf(actor);
      return {
        idx,
        stream,
        version,
        type,
        words: wordsOf(FACT_WORDS, type),
        at,
        by: post ?? words.zh,
        name,
        leafHash,
      };
    },
  };
}
