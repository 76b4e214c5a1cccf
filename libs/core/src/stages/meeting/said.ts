import type { Given, Recorded } from '../../decider.ts';
import type { Vote } from './facts.ts';
import type { Held, RecordMeeting } from './held.ts';
import type { Seat } from './roll.ts';

/** What one post said; a written opinion carries its vote, which no fact has. */
type Said = { readonly post: string; readonly statement?: string; readonly written?: Vote };

type Words = Omit<Said, 'post'> & { readonly reason?: string; readonly others?: readonly Said[] };

function saidIn({ stated, written }: Held): readonly Said[] {
  const aloud = stated.votes.flatMap(({ post, statement }) => (statement ? [{ post, statement }] : []));
  const letters = written.map(({ post, vote, statement }): Said => ({
    post,
    written: vote,
    ...(statement ? { statement } : {}),
  }));
  return [...aloud, ...letters];
}

/**
 * The words of a recorded meeting: the reason under whoever recorded it, what was said under the person who said it. A
 * fact has one sealed body for each person, so what posts said that nobody on the roll holds, and what one person said
 * in a second post, stands in a list with its post.
 */
export function sealedWords(
  given: Given,
  roll: readonly Seat[],
  { reason }: RecordMeeting,
  held: Held,
): Recorded['sealed'] {
  const recorder = given.actor.person;
  const words = new Map<string, Words>(reason !== undefined && recorder ? [[recorder, { reason }]] : []);
  for (const said of saidIn(held)) {
    const speaker = roll.find(({ post }) => post === said.post)?.person;
    const subject = speaker ?? recorder;
    if (subject !== null) words.set(subject, heard(words.get(subject), said, speaker !== undefined));
  }
  return [...words].map(([subject, plain]) => ({ subject, plain }));
}

function heard(before: Words | undefined, { post, ...words }: Said, own: boolean): Words {
  if (own && before?.statement === undefined && before?.written === undefined) return { ...before, ...words };
  return { ...before, others: [...(before?.others ?? []), { post, ...words }] };
}
