import type { Capacity } from '../capacity.ts';
import { bodyOf, commandOf } from '../commands.ts';
import type { Decision, Given, Recorded } from '../decider.ts';
import { givenFrom, knownFrom, type Loaded } from '../given.ts';
import { permit } from '../policy/permit.ts';
import { compileProcedure, readDefinition } from '../procedure/procedure.ts';
import type { ObligationRow } from '../rows.ts';
import type { ChapterState } from '../stages/write/machine.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';
import { parseStream, type Fact, type StreamName } from '../stream.ts';
import { CHAPTER, CHAPTER_STREAM } from './countersigned.ts';
import { INSTITUTION, mixed, refOf, uuid } from './given.ts';
import { caseIn, CASE, house, procedure } from './plan-case.ts';

const NOW = '2026-01-12T02:00:00.000Z';

const PROCEDURE = plan();

function plan(): ReturnType<typeof compileProcedure> {
  const read = readDefinition(procedure());
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return compileProcedure(read.definition);
}

function folded(name: StreamName, facts: readonly Fact[]): unknown {
  const of = streamKind(parseStream(name).kind, PROCEDURE);
  return facts.reduce((state, fact) => nextState(of, state, fact).state, emptyState(of));
}

const ORG: StreamName = `org/${INSTITUTION}`;
const RUNNING = folded(`case/${CASE}`, caseIn('write', { streams: { write: [CHAPTER_STREAM] } }));

/** One chapter in its case, to which people do things one after the other: states are folded once and kept. */
export class ChapterWorld {
  readonly facts: Recorded[] = [];
  private readonly states = new Map<StreamName, unknown>();
  private readonly texts = new Map<string, string | null>();
  private readonly loaded: Loaded;

  /** @param people facts of the house beside its departments and the lead's post */
  constructor(assigned: Fact, people: readonly Fact[] = []) {
    this.loaded = {
      institution: INSTITUTION,
      states: this.states,
      procedures: new Map([['plan', PROCEDURE]]),
      texts: this.texts,
      files: new Map(),
      brought: new Map(),
      derive: (name) => refOf(name).hash.slice(-36),
    };
    this.states.set(ORG, folded(ORG, [...house, ...people]));
    this.states.set(`case/${CASE}`, RUNNING);
    this.states.set(CHAPTER_STREAM, folded(CHAPTER_STREAM, [assigned]));
  }

  get chapter(): ChapterState {
    const state = knownFrom(this.loaded).state('chapter', CHAPTER);
    if (!state) throw new Error('no chapter');
    return state;
  }

  get owed(): readonly ObligationRow[] {
    return streamKind('chapter').rows(CHAPTER, this.chapter).obligations;
  }

  /** The content's reference; whoever hands it in has brought it. */
  keep(content: string) {
    const ref = refOf(content);
    this.texts.set(ref.hash, content);
    return ref;
  }

  given(actor: Capacity): Given {
    const given = givenFrom(this.loaded, {
      now: NOW,
      received: NOW,
      actor,
      id: (name) => `new-${name}`,
      refOf,
      sha256: mixed,
    });
    return { ...given, org: given.org, has: () => true };
  }

  /** Whether policy lets the actor ask the verb of the chapter, and the machine takes it where it stands. */
  may(verb: string, actor: Capacity): boolean {
    const during = commandOf(verb)?.during;
    const known = knownFrom(this.loaded);
    return (
      'capacities' in permit(verb, 'chapter', CHAPTER, [actor], known) &&
      (during?.some((value) => value === this.chapter.value) ?? true)
    );
  }

  /** Carries the command out, policy first, and folds what it answers. */
  does(verb: string, actor: Capacity, body: object): Decision {
    const command = commandOf(verb);
    if (!command) throw new Error(`no command ${verb}`);
    if (!this.may(verb, actor))
      return { refusal: { because: 'policy', rule: 'may', said: SILENT, facts: {} } };
    const decision = command.decide(this.given(actor), CHAPTER, bodyOf(verb)?.parse(body));
    if ('facts' in decision) for (const each of decision.facts) this.append(each);
    return decision;
  }

  private append(each: Recorded): void {
    const { kind } = parseStream(each.stream);
    if (kind !== 'chapter') return;
    const state = this.chapter;
    this.states.set(each.stream, nextState(streamKind('chapter'), state, each.fact).state);
    this.facts.push(each);
  }
}

const SILENT = { zh: '', en: '' };

/** Somebody who holds an obligation of the chapter. */
export function capacityOf(holder: string): Capacity {
  const [what = '', where = ''] = holder.split(/[@:]/);
  if (what === 'post') return { as: 'leader', person: uuid(0x77), post: where, department: null };
  if (what === 'office') return { as: 'office', person: uuid(0x99), post: uuid(0x98), department: null };
  return {
    as: 'department-head',
    person: `1${where.slice(1)}`,
    post: `2${where.slice(1)}`,
    department: where,
  };
}
