import { record, type Command, type Decision, type Given, type Known, type Need } from '../../decider.ts';
import { streamName, type Fact, type StreamName } from '../../stream.ts';
import type { FileRef, TextRef } from '../../text-ref.ts';
import { contributionNeeds } from '../collect/submit.ts';
import type { Cause } from '../handed-in.ts';
import { chapterNeeds } from '../write/chapter.ts';
import type { Recognised, Take, TextReading, Unread } from './text-reading.ts';

/** What came of reading an original, as the worker says it. */
export type ReadOutcome =
  | {
      readonly found: 'text';
      /** A tree that is kept already. */
      readonly text: TextRef;
      readonly recognised: Recognised;
      readonly take: Take | null;
      readonly pictures: readonly FileRef[];
    }
  | { readonly found: 'revisions'; readonly revisions: number; readonly comments: number }
  /** `cause`: why another one is asked for; null when it is kept as an attachment. */
  | { readonly found: 'nothing'; readonly cause: Cause | null; readonly trouble: Unread };

/** Of which original, and what. */
export interface ReadText {
  readonly original: FileRef;
  readonly department: string | null;
  readonly outcome: ReadOutcome;
}

const textNeeds = ({ outcome }: ReadText): readonly Need[] =>
  outcome.found === 'text' ? [{ text: outcome.text }] : [];

/** Whether a reading waits for exactly this original: what came twice, late or for what was taken back, says nothing. */
const waitsFor = (reading: TextReading | null | undefined, { original }: ReadText): boolean =>
  reading?.standing === 'waiting' && reading.original.hash === original.hash;

const NOTHING: Decision = { facts: [] };

/** The fact of an outcome; whoever asks for another original says so by a fact of its own. */
function factOf({ original, department, outcome }: ReadText): Fact {
  const which = { original, department };
  if (outcome.found === 'revisions') {
    const { revisions, comments } = outcome;
    return { type: 'RevisionsFound', data: { ...which, revisions, comments } };
  }
  if (outcome.found === 'nothing') {
    const { cause, trouble } = outcome;
    return { type: 'TextNotRead', data: { ...which, cause, trouble } };
  }
  const { text, recognised, take, pictures } = outcome;
  return { type: 'TextRead', data: { ...which, text, recognised, take, pictures: [...pictures] } };
}

const said = (stream: StreamName, fact: Fact): Decision => ({ facts: [record(stream, fact)] });

/**
 * 读入原件: the clockwork says what an original gave. When it was received is not touched by it. What cannot be read is
 * sent back for another one, whose time is that of the first; nobody does that twice.
 */
export const readContribution: Command<'contribution', ReadText> = {
  verb: 'contribution.read-text',
  on: 'contribution',
  needs: (known, id, body) => [...contributionNeeds(known, id), ...textNeeds(body)],
  decide(given, id, body) {
    const state = given.state('contribution', id);
    if (!state || !waitsFor(state.context.reading, body)) return NOTHING;
    const stream = streamName('contribution', id);
    const cause = causeOf(body);
    if (cause !== null && state.matches('received'))
      return said(stream, { type: 'ContributionQuarantined', data: asked(body, cause) });
    // What was accepted by its original alone is not asked for again.
    const accepted = state.matches('accepted');
    return state.matches('received') || accepted
      ? said(stream, factOf(accepted ? kept(body) : body))
      : NOTHING;
  },
};

/** The same of a chapter, and of the material that a 配合部门 gave for it. */
export const readChapter: Command<'chapter', ReadText> = {
  verb: 'chapter.read-text',
  on: 'chapter',
  needs: (known: Known, id: string, body) => [...chapterNeeds(known, id), ...textNeeds(body)],
  decide(given, id, body) {
    const state = given.state('chapter', id);
    if (!state) return NOTHING;
    return body.department === null
      ? readOwn(given, id, body)
      : waitsFor(state.context.inputReadings[body.department], body) && !state.matches('dispensed')
        ? said(streamName('chapter', id), factOf(state.matches('open') ? body : kept(body)))
        : NOTHING;
  },
};

function readOwn(given: Given, id: string, body: ReadText): Decision {
  const state = given.state('chapter', id);
  if (!state?.matches('submitted') || !waitsFor(state.context.reading, body)) return NOTHING;
  const cause = causeOf(body);
  const stream = streamName('chapter', id);
  return cause === null
    ? said(stream, factOf(body))
    : said(stream, { type: 'ChapterQuarantined', data: asked(body, cause) });
}

const causeOf = ({ outcome }: ReadText): Cause | null => (outcome.found === 'nothing' ? outcome.cause : null);

/** It stays as an attachment: nobody can be asked for another any more. */
const kept = (body: ReadText): ReadText =>
  body.outcome.found === 'nothing' ? { ...body, outcome: { ...body.outcome, cause: null } } : body;

const asked = ({ original, outcome }: ReadText, cause: Cause) => ({
  text: null,
  original,
  cause,
  ...(outcome.found === 'nothing' ? { trouble: outcome.trouble } : {}),
});
