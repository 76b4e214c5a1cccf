import { plainOf, rootOf, treeDocument, type Tree } from '@mouding/text';
import type { Capacity } from '../capacity.ts';
import type { Command, Decision, Known, Need } from '../decider.ts';
import { givenFrom, knownFrom, streamOfNeed, type Loaded, type Moment } from '../given.ts';
import { compileProcedure, readDefinition, type Procedure } from '../procedure/procedure.ts';
import { foldStream } from '../streams.ts';
import { parseStream, type Fact, type Kind, type StreamName } from '../stream.ts';
import { keyOfText, type FileRef, type TextRef } from '../text-ref.ts';

/** Random in a real system; fixed here so that a specification can name them. */
export const INSTITUTION = '00000000-0000-4000-8000-000000000001';
export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
/** A reference to the text `content`; in specifications a text's hash is its length and first code unit, padded. */
export const refOf = (content: string): TextRef => {
  let mix = 7;
  for (const unit of content) mix = (Math.imul(mix, 31) + (unit.codePointAt(0) ?? 0)) >>> 0;
  return {
    scheme: 'blob-sha256@1',
    hash: (mix.toString(16) + content.length.toString(16).padStart(8, '0')).padStart(64, '0'),
  };
};

/** Stands for SHA-256 in specifications: 32 bytes that depend on every byte and its place. */
export const mixed = (...parts: readonly Uint8Array[]): Uint8Array => {
  const lanes = Uint32Array.from({ length: 8 }, (_, lane) => 0x811c9dc5 ^ Math.imul(lane + 1, 0x9e3779b1));
  for (const part of parts)
    for (const byte of part)
      for (let lane = 0; lane < lanes.length; lane++) {
        const mix = Math.imul((lanes[lane] ?? 0) ^ byte, 0x01000193);
        lanes[lane] = (mix ^ (mix >>> (7 + lane))) >>> 0;
      }
  return new Uint8Array(lanes.buffer);
};

/** The reference to a tree. */
export const treeRefOf = (tree: Tree): TextRef => ({ scheme: 'tree@1', hash: rootOf(tree, mixed) });

/** A reference to the original whose bytes are `content`. */
export const fileOf = (content: string): FileRef => ({ scheme: 'file-sha256@1', hash: refOf(content).hash });

export interface Setting {
  /** What the ids begin with that a command makes: each command has its own in earnest. */
  readonly ids?: string;
  readonly now?: string;
  readonly received?: string;
  readonly actor?: Capacity;
  /** Contents that the institution has; a text that is a tree as its tree. */
  readonly texts?: readonly (string | Tree)[];
  /** Originals that the institution has and the actor may cite, by {@link fileOf}. */
  readonly files?: readonly string[];
  /** When the actor brought an original, by its content; long ago when left out. */
  readonly arrived?: { readonly [content: string]: string };
  /** Contents that the actor brought; all of `texts` when left out. */
  readonly brought?: readonly (string | Tree)[];
  /** Definitions by the hash that a case's first fact names. */
  readonly definitions?: { readonly [hash: string]: unknown };
}

type History = { readonly [stream: string]: readonly Fact[] };

/** A new stream and its facts in short, for comparing. */
export interface Expected {
  readonly stream: string;
  readonly type: string;
  readonly data?: object;
}

/**
 * given(history, setting).when(command, id, body).then(facts) — states are folded from facts by the real machines, and a
 * decision that looks at a stream which its `needs` did not name throws.
 */
export function given(history: History, setting: Setting = {}) {
  return {
    when<K extends Kind, Body>(command: Command<K, Body>, id: string, body: Body) {
      const decision = decideFrom(history, setting, command, id, body);
      return {
        decision,
        then(expected: readonly Expected[]): void {
          expect(decision).not.toHaveProperty('refusal');
          if ('refusal' in decision) return;
          expect(decision.facts.map(({ stream, fact }) => ({ stream, ...fact }))).toEqual(
            expected.map(({ stream, type, data }) => ({ stream, type, data: data ?? expect.anything() })),
          );
          applies(history, setting, decision);
        },
        /** The facts in short: `stream-kind Type`. */
        types(): readonly string[] {
          return 'refusal' in decision
            ? []
            : decision.facts.map(({ stream, fact }) => `${parseStream(stream).kind} ${fact.type}`);
        },
        refused(rule: string): void {
          expect('refusal' in decision ? decision.refusal.rule : decision).toBe(rule);
        },
      };
    },
  };
}

function decideFrom<K extends Kind, Body>(
  history: History,
  setting: Setting,
  command: Command<K, Body>,
  id: string,
  body: Body,
): Decision {
  const procedures = proceduresOf(setting);
  const org: StreamName = `org/${INSTITUTION}`;
  const named = new Map<StreamName, unknown>([[org, fold(history, procedures, org)]]);
  const texts = new Map<string, string | null>();
  const files = new Map<string, boolean>();
  const contents = new Map((setting.texts ?? []).map(kept));
  const loaded: Loaded = {
    institution: INSTITUTION,
    states: named,
    procedures,
    texts,
    files,
    brought: broughtIn(setting),
    derive: (name) => refOf(name).hash.slice(-36),
  };
  const known: Known = knownFrom(loaded);
  const size = (): number => named.size + texts.size + files.size;
  for (let before = -1; before !== size();) {
    before = size();
    for (const need of command.needs(known, id, body))
      load(need, { history, procedures, named, texts, contents, files, kept: setting.files ?? [] });
  }
  return command.decide(givenFrom(loaded, momentIn(setting)), id, body);
}

const momentIn = ({
  now = '2025-11-20T02:00:00.000Z',
  received = now,
  actor = SOMEBODY,
  ids = 'new-',
}: Setting): Moment => ({
  now,
  received,
  actor,
  id: (name) => ids + name,
  refOf,
  sha256: mixed,
});

const SOMEBODY: Capacity = { as: 'office', person: uuid(999), post: uuid(998), department: null };

const refTo = (text: string | Tree): TextRef => (typeof text === 'string' ? refOf(text) : treeRefOf(text));

/** A text under its key, as a store has it. */
const kept = (text: string | Tree): readonly [string, string] => [
  keyOfText(refTo(text)),
  typeof text === 'string' ? text : treeDocument(text),
];

const broughtIn = ({ brought, texts = [], files = [], arrived = {} }: Setting): ReadonlyMap<string, string> =>
  new Map(
    [...(brought ?? texts), ...files].map((text) => [
      refTo(text).hash,
      arrived[typeof text === 'string' ? text : plainOf(text)] ?? '2020-01-01T00:00:00.000Z',
    ]),
  );

interface Loading {
  readonly history: History;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly named: Map<StreamName, unknown>;
  readonly texts: Map<string, string | null>;
  readonly contents: ReadonlyMap<string, string>;
  readonly files: Map<string, boolean>;
  readonly kept: readonly string[];
}

function load(need: Need, { history, procedures, named, texts, contents, files, kept }: Loading): void {
  if ('file' in need)
    files.set(
      need.file.hash,
      kept.some((content) => refOf(content).hash === need.file.hash),
    );
  if ('text' in need) texts.set(keyOfText(need.text), contents.get(keyOfText(need.text)) ?? null);
  const stream = streamOfNeed(need);
  if (stream && !named.has(stream.name)) named.set(stream.name, fold(history, procedures, stream.name));
}

function proceduresOf(setting: Setting): ReadonlyMap<string, Procedure> {
  return new Map(
    Object.entries(setting.definitions ?? {}).map(([hash, written]) => {
      const read = readDefinition(written);
      if ('faults' in read) throw new Error(JSON.stringify(read.faults));
      return [hash, compileProcedure(read.definition)];
    }),
  );
}

function fold(history: History, procedures: ReadonlyMap<string, Procedure>, name: StreamName): unknown {
  const facts = history[name];
  if (!facts?.[0]) return null;
  return foldStream(parseStream(name).kind, facts, (hash) => procedures.get(hash));
}

/** Every fact that a decision answers must fit the machine of its stream. */
function applies(history: History, setting: Setting, decision: Extract<Decision, { facts: unknown }>): void {
  const grown: { [stream: string]: readonly Fact[] } = { ...history };
  for (const { stream, fact } of decision.facts) grown[stream] = [...(grown[stream] ?? []), fact];
  const procedures = proceduresOf(setting);
  for (const { stream } of decision.facts) fold(grown, procedures, stream);
}
