import {
  capacitiesOf,
  CLOCK,
  keyOfText,
  knownFrom,
  permit,
  streamName,
  streamOfNeed,
  visible,
  type Capacity,
  type Command,
  type Kind,
  type Known,
  type Need,
  type StreamName,
} from '@mouding/core';
import type { World } from '../reading/world.ts';

/** A command aimed at one stream by somebody. */
export interface Aimed {
  readonly command: Command<Kind, unknown>;
  readonly id: string;
  readonly body: unknown;
  /** The person who asks; null for the clock. */
  readonly person: string | null;
  /** The post in whose capacity the person wants to act; null for any. */
  readonly post: string | null;
}

/** The capacities that the asker holds now: what counts for seeing. */
export const heldBy = (person: string | null, known: Known): readonly Capacity[] =>
  person === null ? [CLOCK] : capacitiesOf(known.org, person);

export interface Leave {
  readonly permitted: ReturnType<typeof permit>;
  readonly seen: boolean;
}

/** What a command and the policy behind it look at: locked before anything is decided. */
export interface Reached {
  readonly streams: ReadonlyMap<StreamName, 'read' | 'write'>;
  readonly leave: Leave;
}

/** Loads, without locks, whatever the command needs and the policy looks at, until neither names anything new. */
export async function reach(world: World, aimed: Aimed): Promise<Reached> {
  const org = streamName('org', world.institution);
  if (!world.has(org)) await world.bring(org);
  const needs = await reachNeeds(world, aimed);
  const { answer, streams } = await world.reach((known) => leaveOf(aimed, known));
  const modes = new Map<StreamName, 'read' | 'write'>([org, ...streams].map((name) => [name, 'read']));
  for (const { name, mode } of needs.flatMap((need) => streamOfNeed(need) ?? []))
    if (modes.get(name) !== 'write') modes.set(name, mode);
  if (byDelegate(answer)) modes.set(org, 'write');
  return { streams: modes, leave: answer };
}

/** What a delegate does is told in the organisation's stream. */
const byDelegate = ({ permitted }: Leave): boolean =>
  'capacities' in permitted && permitted.capacities.some(({ delegation }) => delegation !== undefined);

function leaveOf({ command: { verb, on }, id, person, post }: Aimed, known: Known): Leave {
  const held = heldBy(person, known);
  const acting = held.filter((capacity) => post === null || capacity.post === post);
  return { permitted: permit(verb, on, id, acting, known), seen: visible(on, id, held, known) };
}

async function reachNeeds(world: World, { command, id, body }: Aimed): Promise<readonly Need[]> {
  for (;;) {
    const needs = command.needs(knownFrom(world.loaded), id, body);
    const loads = needs.filter((need) => !has(world, need));
    if (loads.length === 0) return needs;
    for (const need of loads) await load(world, need);
  }
}

function has({ loaded }: World, need: Need): boolean {
  if ('text' in need) return loaded.texts.has(keyOfText(need.text));
  if ('file' in need) return loaded.files.has(need.file.hash);
  if ('procedure' in need) return loaded.procedures.has(need.procedure);
  return loaded.states.has('write' in need ? need.write : need.read);
}

async function load(world: World, need: Need): Promise<void> {
  if ('text' in need) await world.bringText(keyOfText(need.text));
  else if ('file' in need) await world.bringFile(need.file.hash);
  else if ('procedure' in need) await world.procedure(need.procedure);
  else await world.bring('write' in need ? need.write : need.read);
}
