import {
  compileProcedure,
  Definition,
  emptyState,
  givenFrom,
  kindFrom,
  knownFrom,
  nextState,
  NotNeeded,
  parseStream,
  procedureNamedBy,
  type Effect,
  type Fact,
  type Given,
  type Known,
  type Loaded,
  type Looked,
  type Lookup,
  type Moment,
  type Procedure,
  type StreamName,
} from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import { derivedId } from './derived-id.ts';
import { NOTHING_YET, type Folded, type StateCache } from './state-cache.ts';

/** Where a world reads from: the transaction of a command, or the ledger as it stands. */
export interface Source {
  entries(
    stream: string,
    after: number,
  ): Promise<readonly { readonly entry: string; readonly leafHash: string }[]>;
  /** A text by its key (`keyOfText`): of a blob the content, of a tree its document. */
  text(key: string): Promise<string | undefined>;
  /** A procedure's definition, where it does not come as any other text does. */
  definition?(hash: string): Promise<string | undefined>;
  /** Whether the original is here; a source without originals has none. */
  file?(hash: string): Promise<boolean>;
  /** Where a stream stands that this source holds still; undefined for any other. */
  held?(stream: string): { readonly version: number; readonly hash: string | null } | undefined;
  /** Where streams stand, where asking once is cheaper than reading each. */
  heads?(
    streams: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly version: number; readonly hash: string | null }>>;
}

/** What was looked at and not there. */
interface Misses {
  readonly streams: Set<StreamName>;
  readonly texts: Set<string>;
  readonly files: Set<string>;
}

/** The states, procedures and texts that one command or one query has loaded, of one institution. */
export class World {
  readonly institution: string;
  readonly folded = new Map<StreamName, Folded>();
  private readonly states = new Map<StreamName, unknown>();
  private readonly procedures = new Map<string, Procedure>();
  private readonly texts = new Map<string, string | null>();
  private readonly files = new Map<string, boolean>();
  private brought: ReadonlyMap<string, string> = new Map();
  private readonly source: Source;
  private readonly cache: StateCache;

  constructor(institution: string, source: Source, cache: StateCache) {
    this.institution = institution;
    this.source = source;
    this.cache = cache;
  }

  get loaded(): Loaded {
    const { institution, states, procedures, texts, files, brought } = this;
    const derive = (name: string): string => derivedId(institution, name);
    return { institution, states, procedures, texts, files, brought, derive };
  }

  has(stream: StreamName): boolean {
    return this.states.has(stream);
  }

  version(stream: StreamName): number {
    return this.folded.get(stream)?.version ?? 0;
  }

  /** Brings a stream up to what its source answers now. */
  async bring(stream: StreamName): Promise<void> {
    const known = this.folded.get(stream) ?? this.cache.state(this.institution, stream);
    const head = this.source.held?.(stream);
    if (standsAt(known, head)) {
      await this.bringProcedure(stream, known);
      return this.put(stream, known);
    }
    let folded = known;
    for (const { entry, leafHash } of await this.source.entries(stream, known.version)) {
      const { type, data, version } = JSON.parse(entry) as Entry;
      if (version !== folded.version + 1)
        throw new Error(`${stream}: version ${version} after ${folded.version}`);
      const fact = { type, data };
      const named = definitionNamedBy(stream, fact);
      if (named !== undefined) await this.procedure(named);
      folded = { ...this.stepOf(stream, folded, fact).folded, hash: leafHash };
    }
    await this.bringProcedure(stream, folded);
    this.put(stream, folded);
    this.cache.keep(this.institution, stream, folded);
  }

  /** Brings many streams; those that stand as they were folded before are not read again. */
  async bringAll(streams: readonly StreamName[]): Promise<void> {
    const heads = streams.length > 1 ? await this.source.heads?.(streams) : undefined;
    for (const stream of streams) {
      const kept = this.cache.state(this.institution, stream);
      const head = heads?.get(stream);
      if (standsAt(kept, head)) {
        await this.bringProcedure(stream, kept);
        this.put(stream, kept);
      } else await this.bring(stream);
    }
  }

  /**
   * Folds a fact that is about to be appended, and answers what its transition names.
   * @throws IllFittingFact when the machine of the stream cannot take it
   */
  append(stream: StreamName, fact: Fact): readonly Effect[] {
    const before = this.folded.get(stream);
    if (!before) throw new NotNeeded(`${stream} was not named in needs`);
    const { folded, effects } = this.stepOf(stream, before, fact);
    this.put(stream, folded);
    return effects;
  }

  /** Keeps what was appended, now that it stands in the log under this hash. */
  appended(stream: StreamName, version: number, hash: string): void {
    const folded = this.folded.get(stream);
    if (folded?.version === version) this.cache.keep(this.institution, stream, { ...folded, hash });
  }

  /** Forgets a stream whose head in the ledger is not the one that was folded, and folds it again. */
  async refold(stream: StreamName): Promise<void> {
    this.cache.forget(this.institution, stream);
    this.folded.set(stream, NOTHING_YET);
    await this.bring(stream);
  }

  /** @param key of `keyOfText` */
  async bringText(key: string): Promise<void> {
    if (!this.texts.has(key)) this.texts.set(key, (await this.source.text(key)) ?? null);
  }

  async bringFile(hash: string): Promise<void> {
    if (!this.files.has(hash)) this.files.set(hash, (await this.source.file?.(hash)) ?? false);
  }

  /** Notes which of the texts and originals that are here the asker brought, and when. @param of finds them among keys */
  async bringUploads(of: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>): Promise<void> {
    const here = [
      ...[...this.texts].flatMap(([key, content]) => (content === null ? [] : [key])),
      ...[...this.files].flatMap(([hash, kept]) => (kept ? [hash] : [])),
    ];
    if (here.length > 0) this.brought = await of(here);
  }

  async procedure(hash: string): Promise<Procedure> {
    const kept = this.procedures.get(hash) ?? this.cache.procedure(hash);
    const procedure = kept ?? compileProcedure(Definition.parse(JSON.parse(await this.definition(hash))));
    this.cache.keepProcedure(hash, procedure);
    this.procedures.set(hash, procedure);
    return procedure;
  }

  /**
   * Asks a pure question again and again, loading what it looked at and did not find, until it finds everything.
   * @returns the answer, and the streams that had to be loaded for it
   */
  async reach<T>(
    question: (known: Known) => T,
  ): Promise<{ readonly answer: T; readonly streams: readonly StreamName[] }> {
    return this.asking((loaded) => question(knownFrom(loaded)));
  }

  /** The same for a question that also needs the moment and texts. */
  async reachGiven<T>(moment: Moment, question: (given: Given) => T): Promise<T> {
    return (await this.asking((loaded) => question(givenFrom(loaded, moment)))).answer;
  }

  private async asking<T>(
    question: (loaded: Lookup) => T,
  ): Promise<{ answer: T; streams: readonly StreamName[] }> {
    const streams: StreamName[] = [];
    for (;;) {
      const misses: Misses = { streams: new Set(), texts: new Set(), files: new Set() };
      const answer = attempt(() => question(this.watched(misses)), misses);
      if (sizeOf(misses) === 0 && answer) return { answer: answer.value, streams };
      await this.bringAll([...misses.streams]);
      for (const key of misses.texts) await this.bringText(key);
      for (const hash of misses.files) await this.bringFile(hash);
      streams.push(...misses.streams);
    }
  }

  /** What is loaded, noting what was asked for in vain; a miss reads as absent for this one attempt. */
  private watched({ streams, texts, files }: Misses): Lookup {
    return {
      ...this.loaded,
      states: noting(this.states, streams, null),
      texts: noting(this.texts, texts, null),
      files: noting(this.files, files, false),
    };
  }

  private stepOf(
    stream: StreamName,
    before: Folded,
    fact: Fact,
  ): { readonly folded: Folded; readonly effects: readonly Effect[] } {
    const of = kindFrom(parseStream(stream).kind, before.of, fact, (hash) => this.procedures.get(hash));
    const { state, effects } = nextState(of, before.state ?? emptyState(of), fact);
    return { folded: { version: before.version + 1, hash: null, of, state }, effects };
  }

  private async bringProcedure(stream: StreamName, { state }: Folded): Promise<void> {
    if (!state || parseStream(stream).kind !== 'case') return;
    const { procedure } = state.context as { procedure?: { hash?: string } };
    if (procedure?.hash) await this.procedure(procedure.hash);
  }

  private put(stream: StreamName, folded: Folded): void {
    this.folded.set(stream, folded);
    this.states.set(stream, folded.state);
  }

  private async definition(hash: string): Promise<string> {
    const { source } = this;
    const text = await (source.definition ? source.definition(hash) : source.text(hash));
    if (text === undefined) throw new Error(`the definition ${hash} is not in the institution`);
    return text;
  }
}

type Head = Pick<Folded, 'version' | 'hash'>;

/** Whether a stream stands where it was folded. */
const standsAt = ({ version, hash }: Head, head: Head | undefined): boolean =>
  head?.version === version && head.hash === hash;

/** The hash of the definition that a fact of a case names; other streams have none. */
const definitionNamedBy = (stream: StreamName, fact: Fact): string | undefined =>
  parseStream(stream).kind === 'case' ? procedureNamedBy(fact) : undefined;

const sizeOf = ({ streams, texts, files }: Misses): number => streams.size + texts.size + files.size;

/** A look at a map that notes the keys it does not have, and answers `absent` for them. */
const noting = <K, V>(kept: ReadonlyMap<K, V>, misses: Set<K>, absent: V): Looked<K, V> => ({
  get(key) {
    const found = kept.get(key);
    if (found === undefined && !kept.has(key)) misses.add(key);
    return found ?? absent;
  },
  has(key) {
    if (!kept.has(key)) misses.add(key);
    return true;
  },
});

/** Runs a question; when something was missing, that it failed does not matter yet. */
function attempt<T>(question: () => T, misses: Misses): { readonly value: T } | undefined {
  try {
    return { value: question() };
  } catch (error) {
    if (sizeOf(misses) > 0) return undefined;
    throw error;
  }
}
