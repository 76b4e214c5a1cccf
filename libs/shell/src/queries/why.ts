import { CAPACITY_WORDS, VERB_WORDS, wordsOf, type Why as WhyView, type WhyQuery } from '@mouding/contract';
import {
  asksStepUp,
  basisOf,
  bodyOf,
  capacitiesOf,
  commandOf,
  permit,
  streamName,
  visible,
  why,
  whyWithoutBody,
  type Capacity,
  type CapacityKind,
  type Command,
  type Kind,
  type Moment,
  type Said,
  type Why,
} from '@mouding/core';
import { sha256 } from '@mouding/ledger';
import { randomBytes, randomUUID } from 'node:crypto';
import { authorityKnown } from '../commands/authority-known.ts';
import { reach } from '../commands/reaching.ts';
import { pointerOf, sentenceOf } from '../problem/issue-sentence.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { contentHash, derivedId } from '../reading/derived-id.ts';
import { World } from '../reading/world.ts';
import { standingIn } from '../reading/world-now.ts';
import { asked, inOwnRight, type Reader } from './reader.ts';

/** Who may ask what another person could do. */
const ASKING_FOR_OTHERS: ReadonlySet<CapacityKind> = new Set<CapacityKind>([
  'office',
  'office-director',
  'auditor',
  'administrator',
]);

/** A stream that is about to be made has no id yet. */
export const NEW = 'new';

/**
 * 能否办理: the same policy, machine and decision as of the act itself, asked without doing it: nothing is appended and no
 * refusal recorded. Without a body, as much as can be said without one.
 *
 * @throws ProblemError not-found where the reader may not see the stream, or asks for another without leave;
 * invalid-query for what is no verb of this kind or no JSON
 */
export async function whyNot(reader: Reader, kind: Kind, id: string, query: WhyQuery): Promise<WhyView> {
  const command = commandOf(query.command);
  if (!command || command.on !== kind)
    throw wrong('command', '没有这个办理事项', 'no such verb of this resource');
  await checkSight(reader, command, id === NEW ? null : id);
  const question = await asking(reader, command, id === NEW ? randomUUID() : id, query);
  const parsed = parseBody(command.verb, query.body);
  const answer = await answerTo(reader, question, parsed);
  const stepUp = await asked(reader, (known) => asksStepUp(known.org, command.verb));
  const lacks = 'lacks' in parsed ? [...parsed.lacks] : [];
  const words = wordsOf(VERB_WORDS, command.verb);
  const view = viewOf(answer);
  const said = view.rule === LACKING && question.person !== reader.visitor.person ? THEY_LACK : view.said;
  return { ...view, said, command: command.verb, words, stepUp, body: lacks };
}

/** Nobody is told of another person what is theirs. */
const LACKING = 'policy.capacity';
const THEY_LACK: Said = {
  zh: '该人员现有的身份不能办理此事项',
  en: 'None of their capacities allows this',
};

/** Whose question it is: one's own, or, for those who may, another's. @throws ProblemError not-found */
async function asking(
  reader: Reader,
  command: Command<Kind, unknown>,
  id: string,
  query: WhyQuery,
): Promise<Asking> {
  const { person = reader.visitor.person, post = null } = query;
  if (person !== reader.visitor.person && !inOwnRight(reader).some(({ as }) => ASKING_FOR_OTHERS.has(as)))
    throw new ProblemError('not-found');
  const held = await asked(reader, (known) => capacitiesOf(known.org, person));
  const acting = held.filter((each) => post === null || each.post === post);
  return { command, id, person, post, held: acting };
}

const answerTo = (reader: Reader, question: Asking, parsed: Parsed): Promise<Why | null> =>
  'body' in parsed
    ? decided(reader, { ...question, body: parsed.body })
    : asked(reader, (known) => whyWithoutBody(known, question));

interface Asking {
  readonly command: Command<Kind, unknown>;
  readonly id: string;
  readonly person: string;
  readonly post: string | null;
  readonly held: readonly Capacity[];
}

const wrong = (pointer: string, zh: string, en: string): ProblemError =>
  new ProblemError('invalid-query', { errors: [{ pointer: `/${pointer}`, said: { zh, en } }] });

/** What the reader may neither see nor ask is not there. */
async function checkSight(
  { world, held }: Reader,
  { on, verb }: Command<Kind, unknown>,
  id: string | null,
): Promise<void> {
  if (id === null) return;
  const { answer: there } = await world.reach(
    (known) =>
      known.state(on, id) !== undefined &&
      (visible(on, id, held, known) || 'capacities' in permit(verb, on, id, held, known)),
  );
  if (!there) throw new ProblemError('not-found');
}

type Parsed = { readonly body: unknown } | { readonly lacks: WhyView['body'] };

/** What would be sent, or what it lacks; nothing sent is an empty body. */
function parseBody(verb: string, sent: string | undefined): Parsed {
  const schema = bodyOf(verb);
  if (!schema) return { lacks: [] };
  const parsed = schema.safeParse(sent === undefined ? {} : jsonIn(sent));
  if (parsed.success) return { body: parsed.data };
  return {
    lacks: parsed.error.issues.map((issue) => ({ pointer: pointerOf(issue.path), said: sentenceOf(issue) })),
  };
}

function jsonIn(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    throw wrong('body', '办理内容不是 JSON', 'the body is no JSON');
  }
}

/** Asks as the act itself would be asked, in a world of its own that reads what stands in the ledger now. */
async function decided(reader: Reader, question: Asking & { readonly body: unknown }): Promise<Why> {
  const { ledger, visitor } = reader;
  const { institution } = visitor;
  const barred = await authorityKnown(ledger, {
    verb: question.command.verb,
    body: question.body,
    institution,
  });
  const world = new World(
    institution,
    {
      ...standingIn(ledger, institution),
      file: async (hash) => (await ledger.file(institution, hash)) !== undefined,
    },
    reader.cache,
  );
  await reach(world, question);
  if (!world.has(streamName(question.command.on, question.id)))
    await world.bring(streamName(question.command.on, question.id));
  await world.bringUploads((hashes) => ledger.brought(institution, question.person, hashes));
  const now = await ledger.lawNow(institution);
  const answer = why(world.loaded, question, momentAt(now));
  return barred && answer.as ? { allowed: false, as: answer.as, refusal: barred } : answer;
}

function momentAt(now: string): (actor: Capacity) => Moment {
  const seed = randomBytes(32);
  return (actor) => ({
    now,
    received: now,
    actor,
    id: (name) => derivedId(seed, name),
    refOf: (content) => ({ scheme: 'blob-sha256@1', hash: contentHash(content) }),
    sha256,
  });
}

const ALLOWED: Said = { zh: '可以办理', en: 'This can be done' };
const DEPENDS: Said = {
  zh: '可以提出，能否办理取决于办理内容',
  en: 'It may be asked; the rest depends on what is sent',
};

function viewOf(answer: Why | null): Omit<WhyView, 'command' | 'words' | 'stepUp' | 'body'> {
  const as = answer?.as ? wordsOf(CAPACITY_WORDS, answer.as.as) : null;
  const nothing = { because: null, rule: null, facts: {}, needs: null, basis: null, notices: [] };
  if (!answer) return { ...nothing, allowed: null, as, said: DEPENDS };
  if (answer.allowed)
    return {
      ...nothing,
      allowed: true,
      as,
      said: ALLOWED,
      notices: answer.notices.map((each) => ({ ...each })),
    };
  const { because, rule, said, facts, needs, basis } = answer.refusal;
  return {
    ...nothing,
    allowed: false,
    as,
    because,
    rule,
    said,
    facts: { ...facts },
    needs: needs ?? null,
    basis: basis ?? basisOf(rule) ?? null,
  };
}
