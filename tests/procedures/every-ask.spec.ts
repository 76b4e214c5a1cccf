import {
  COMMANDS,
  compileProcedure,
  givenFrom,
  isTree,
  keyOfText,
  knownFrom,
  parseStream,
  permit,
  stagesOf,
  streamKind,
  streamName,
  walk,
  type Command,
  type Decision,
  type emptyState,
  type Kind,
  type Procedure,
  type Refusal,
  type StreamName,
  type Visited,
} from '@mouding/core';
import { sha256 } from '@mouding/ledger';
import { mintFrom, treeDocument, treeOf } from '@mouding/text';
import { readProcedure } from 'mouding/procedures';
import { validBody } from './body.ts';
import { CASE, currentText, DEPARTMENT, folded, HOLDERS, moment, NOW, sceneOf, type Scene } from './scene.ts';

/** How often each thing came of asking. */
interface Tally {
  states: number;
  asked: number;
  /** Refused because no capacity allows it. */
  policy: number;
  /** Refused by a rule or by where things stand. */
  refused: number;
  carriedOut: number;
}

/** Every verb is asked by every capacity in every abstract state, with a body that its schema takes. */
const ASKED: { readonly [id: string]: Tally } = {
  'hospital-five-year-plan': {
    asked: 1709310,
    carriedOut: 18899,
    policy: 1491062,
    refused: 199349,
    states: 454,
  },
  'hospital-party-final': { asked: 926190, carriedOut: 10352, policy: 807932, refused: 107906, states: 246 },
  university: { asked: 960075, carriedOut: 11231, policy: 837271, refused: 111573, states: 255 },
};

const PLACED = 'ffffffff-0000-4000-8000-000000000000';

/** What the clockwork says of itself: the moment that came, and what an original gave that was read. */
const BY_THE_CLOCK = {
  due: NOW,
  original: { scheme: 'file-sha256@1', hash: 'f'.repeat(64) },
  department: null,
  outcome: { found: 'revisions', revisions: 1, comments: 0 },
};

/** A scene to be asked: the case in one state of the walk, its streams as far as commands have brought them. */
interface Waiting {
  readonly visited: Visited;
  readonly scene: Scene;
}

/**
 * Asks in every abstract state of the case, and from there on in every state that a command of a content stream leads
 * to: two of them are the same when their streams stand in the same states and owe the same, however many there are of
 * each.
 */
function askAll(procedure: Procedure): Tally {
  const tally: Tally = { states: 0, asked: 0, policy: 0, refused: 0, carriedOut: 0 };
  const waiting: Waiting[] = walk(procedure).visited.map((visited) => ({
    visited,
    scene: sceneOf(procedure, visited),
  }));
  const seen = new Set(waiting.map((one) => standing(procedure, one)));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { visited } = next;
    tally.states++;
    for (const scene of COMMANDS.flatMap((command) => askOne(procedure, next, command, tally))) {
      const led = { visited, scene };
      const key = standing(procedure, led);
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(led);
    }
  }
  return tally;
}

/** What tells two scenes apart: the stages that are open, where each of their streams stands, and what it owes to whom. */
function standing(procedure: Procedure, { visited, scene: { loaded, streams } }: Waiting): string {
  const each = streams.filter(isFollowed).map((name) => {
    const { kind, id } = parseStream(name);
    const state = loaded.states.get(name) as ReturnType<typeof emptyState>;
    const { obligations } = streamKind(kind, procedure).rows(id, state);
    return JSON.stringify([kind, state.value, obligations.map(({ holder, verb }) => `${holder} ${verb}`)]);
  });
  return [visited.state.context.open.join(), ...new Set(each.toSorted())].join();
}

/** Asks one verb in every capacity; answers the scenes that it leads to while the case stays where it is. */
function askOne(
  procedure: Procedure,
  { visited, scene }: Waiting,
  command: Command<Kind, unknown>,
  tally: Tally,
): readonly Scene[] {
  const { on, verb } = command;
  const id = scene.streams.find((name) => name.startsWith(`${on}/`))?.slice(on.length + 1) ?? PLACED;
  const body = validBody(verb, namesIn(procedure, visited, verb)) ?? BY_THE_CLOCK;
  load(scene, command, id, body);
  return HOLDERS.flatMap((capacity) => {
    tally.asked++;
    if ('refusal' in permit(verb, on, id, [capacity], knownFrom(scene.loaded))) {
      tally.policy++;
      return [];
    }
    const decision = command.decide(givenFrom(scene.loaded, moment(capacity)), id, body);
    if ('refusal' in decision) {
      tally.refused++;
      expectOnlyRefusal(decision);
      return [];
    }
    tally.carriedOut++;
    return after(procedure, scene, decision);
  });
}

/** A refusal is an answer of its own: it has no place for facts, it names a rule and says it in two languages. */
function expectOnlyRefusal(decision: { readonly refusal: Refusal }): void {
  expect(Object.keys(decision)).toEqual(['refusal']);
  expect(decision.refusal).toMatchObject({
    rule: expect.stringMatching(/^[a-z-]+\.[a-z-]+$/),
    said: { zh: expect.any(String), en: expect.any(String) },
  });
}

/**
 * A slip owes the same whatever it is about, a tabled item and the figures wherever the case stands; a case is told by
 * its stages.
 */
const isFollowed = (stream: StreamName): boolean =>
  !['record', 'repair', 'precheck', 'tabling', 'indicator', 'case', 'org'].includes(parseStream(stream).kind);

/** Streams of the house itself are not followed: people and posts are not what a procedure is about. */
const ofTheCase = (stream: StreamName): boolean =>
  !['org', 'person', 'procedure', 'refusal'].includes(parseStream(stream).kind) &&
  stream !== `case/${PLACED}`;

/** The scene after facts that every machine must take; none where the case itself went on, which the walk does. */
function after(
  procedure: Procedure,
  { loaded }: Scene,
  { facts }: Extract<Decision, { readonly facts: unknown }>,
): readonly Scene[] {
  const states = new Map(loaded.states);
  folded(facts, procedure, states);
  const movesOn = facts.some(({ stream, fact }) => fact.type === 'StageClosed' || !ofTheCase(stream));
  if (facts.length === 0 || movesOn) return [];
  const copy = { ...loaded, states, texts: new Map(loaded.texts), files: new Map(loaded.files) };
  return [{ loaded: copy, streams: [...states.keys()].filter((name) => states.get(name) !== null) }];
}

/** Values by the names of fields: what a person would pick on the page in this state. */
function namesIn({ definition }: Procedure, visited: Visited, verb: string) {
  const { open } = visited.state.context;
  const stage = open[0] ?? stagesOf(definition)[0]?.id ?? '';
  const text = currentText(visited);
  return {
    case: CASE,
    stage,
    procedure: definition.id,
    department: DEPARTMENT,
    ...(text ? { text } : {}),
    ...(verb === 'manuscript.revise' && text ? { base: text } : {}),
  };
}

/** Loads what the command names, as absent where the scene does not have it. */
function load({ loaded }: Scene, command: Command<Kind, unknown>, id: string, body: unknown): void {
  for (let before = -1; before !== loaded.states.size + loaded.texts.size + loaded.files.size;) {
    before = loaded.states.size + loaded.texts.size + loaded.files.size;
    for (const need of command.needs(knownFrom(loaded), id, body)) {
      if ('text' in need) {
        const kept = isTree(need.text) ? TREE : '文稿';
        (loaded.texts as Map<string, string | null>).set(keyOfText(need.text), kept);
      } else if ('file' in need) (loaded.files as Map<string, boolean>).set(need.file.hash, true);
      else if ('read' in need) absent(loaded.states, need.read);
      else if ('write' in need) absent(loaded.states, need.write);
    }
  }
  absent(loaded.states, streamName(command.on, id));
}

/** Whatever tree is asked for. */
const TREE = treeDocument(treeOf('文稿', { salt: '00', mint: mintFrom(sha256, 'scene') }));

const absent = (states: Map<StreamName, unknown>, name: StreamName): void => {
  if (!states.has(name)) states.set(name, null);
};

test.each(['hospital-five-year-plan', 'hospital-party-final', 'university'])(
  '%s: every verb asked by every capacity in every state is either refused, with nothing else, or leaves facts that fit',
  (id) => {
    const tally = askAll(compileProcedure(readProcedure(id)));
    expect(tally.asked).toBe(tally.states * COMMANDS.length * HOLDERS.length);
    expect(tally.policy + tally.refused + tally.carriedOut).toBe(tally.asked);
    expect(tally).toEqual(ASKED[id]);
  },
);
