import {
  compileProcedure,
  foldStream,
  folder,
  parseStream,
  readDefinition,
  type ItemRow,
  type OrgState,
  type Procedure,
} from '@mouding/core';
import { canonical } from '@mouding/evidence';
import type { BundleFault } from './fault.ts';
import { BUNDLE_PATHS, type BundleCapacities, type BundleStates } from './layout.ts';
import type { Bundle, BundledEntry } from './read-bundle.ts';

/** The procedures that the bundle holds, by the hash of their definition. */
export function proceduresOf({ contents, files }: Pick<Bundle, 'contents' | 'files'>) {
  const known = new Map<string, Procedure | undefined>();
  const compiled = (hash: string): Procedure | undefined => {
    const path = contents.find((each) => each.scheme === 'blob-sha256@1' && each.hash === hash)?.path;
    const text = path == null ? undefined : files.text(path);
    const definition = text === undefined ? undefined : readDefinition(parsed(text));
    return definition && 'definition' in definition ? compileProcedure(definition.definition) : undefined;
  };
  return (hash: string): Procedure | undefined => {
    if (!known.has(hash)) known.set(hash, compiled(hash));
    return known.get(hash);
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Folds every stream anew, and compares where it stands with what the system said. */
export function stateFaults({ entries, states }: Bundle, procedure: (hash: string) => Procedure | undefined) {
  const rules = folder(procedure);
  const streams = Map.groupBy(entries, ({ entry }) => entry.stream);
  const faults = [...streams].flatMap(([stream, own]): readonly BundleFault[] => {
    const folding = rules.start(stream);
    for (const { entry } of own) {
      const applied = folding.apply(entry);
      if (!applied.ok) return [fault(`${stream} ${entry.version}`, applied.why)];
    }
    const said = states.find((each) => each.stream === stream);
    return stateFault(stream, own.at(-1)?.entry.version ?? 0, folding.rows().item, said);
  });
  const strays = states.filter(({ stream }) => !streams.has(stream));
  return [...faults, ...strays.map(({ stream }) => fault(stream, 'none of its entries is there'))];
}

function stateFault(
  stream: string,
  version: number,
  item: ItemRow | null,
  said: BundleStates[number] | undefined,
): readonly BundleFault[] {
  if (!said) return [fault(stream, `${BUNDLE_PATHS.states} does not name it`)];
  if (said.version !== version)
    return [fault(stream, `its entries end at ${version}, it stood at ${said.version}`)];
  return rowJson(item) === rowJson(said.item)
    ? []
    : [fault(stream, `folded ${rowJson(item)}, said ${rowJson(said.item)}`)];
}

// One instant can be written in more than one way.
const rowJson = (row: ItemRow | null): string => {
  if (!row) return 'absent';
  const { kind, id, case: of, stage, status, label, department, due, no } = row;
  return canonical({ kind, id, case: of, stage, status, label, department, due: instant(due), no });
};

const instant = (due: string | null): string | null =>
  due === null ? null : due.replace(/(:\d\d)Z$/, '$1.000Z');

/** Who held the posts in which the acts of the case were done, by the entries of the house at that moment. */
export function capacitiesThen(entries: readonly BundledEntry[]): BundleCapacities {
  const house = entries.filter(({ entry }) => parseStream(entry.stream).kind === 'org');
  const acts = entries.filter(
    ({ entry }) => parseStream(entry.stream).kind !== 'org' && entry.actor.by !== null,
  );
  const at = houseAt(house);
  return acts.map(({ entry: { actor }, index }) => {
    const { by, as, post } = actor;
    return { index, by: by ?? '', as, post, ...heldIn(at(index), post) };
  });
}

function heldIn(
  house: OrgState | null,
  id: string | null,
): Pick<BundleCapacities[number], 'title' | 'department' | 'holder'> {
  const post = house?.context.posts.find((one) => one.id === id);
  if (!house || !post) return { title: null, department: null, holder: null };
  const department = house.context.departments.find((one) => one.id === post.department);
  return { title: post.title, department: department?.name ?? null, holder: post.holder?.person ?? null };
}

/** The house as it stood before an index; folded once for each of its own entries, however often it is asked. */
function houseAt(house: readonly BundledEntry[]): (index: number) => OrgState | null {
  const known = new Map<number, OrgState | null>();
  return (index) => {
    const count = house.findLastIndex((one) => one.index < index) + 1;
    if (!known.has(count)) {
      const facts = house.slice(0, count).map(({ entry: { type, data } }) => ({ type, data }));
      known.set(count, foldStream('org', facts, () => undefined) as OrgState | null);
    }
    return known.get(count) ?? null;
  };
}

export function rosterFaults({ entries, capacities }: Bundle): readonly BundleFault[] {
  const said = new Map(capacities.map((line) => [line.index, line]));
  const then = capacitiesThen(entries);
  const wrong = then.flatMap((line): readonly BundleFault[] => {
    const given = said.get(line.index);
    if (given && canonical(given) === canonical(line)) return [];
    return [
      roster(line.index, given ? `${canonical(given)} instead of ${canonical(line)}` : 'it is not named'),
    ];
  });
  const acts = new Set(then.map(({ index }) => index));
  return [
    ...wrong,
    ...capacities.flatMap(({ index }) => (acts.has(index) ? [] : [roster(index, 'no such act')])),
  ];
}

const roster = (index: number, detail: string): BundleFault => ({
  kind: 'roster',
  where: `${BUNDLE_PATHS.capacities} ${index}`,
  detail,
});

const fault = (where: string, detail: string): BundleFault => ({ kind: 'state', where, detail });
