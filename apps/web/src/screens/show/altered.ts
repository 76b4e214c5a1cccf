import {
  firstDifference,
  parseStream,
  precheck,
  type Kind,
  type Known,
  type StateOf,
  type Stop,
} from '@mouding/core';
import { hex } from '@mouding/evidence';
import { plainOf } from '@mouding/text';
import { MEANS } from '../../checker/means.ts';
import { folded, type CannedRecord } from './record.ts';

/** The text that every body has passed, before it is signed, with what 印发预检 says of any other. */
export interface Decided {
  readonly text: string;
  /** What would stop 印发 of this text today. */
  stopsOf(text: string): readonly Stop[];
  /** The first place at which another text differs; null for the same. */
  differenceOf(text: string): ReturnType<typeof firstDifference> | null;
}

/** Stands in the record right before 印发 begins. @throws Error where the record has no such moment */
export function decidedText(record: CannedRecord): Decided {
  const { entries, bundle } = record;
  const end = entries.findLastIndex(({ type }) => type === 'IssueDrafted');
  const known = knownAt(record, end);
  const caseId = bundle.manifest.case.id;
  const state = known.state('case', caseId);
  const decided = state?.context.texts.manuscript;
  const tree = decided && record.tree(decided.hash);
  if (!state || !decided || !tree) throw new Error('nothing was decided');
  const text = plainOf(tree);
  const withText = (hash: string): Known => {
    const texts = { ...state.context.texts, manuscript: { scheme: 'blob-sha256@1' as const, hash } };
    const altered: StateOf<'case'> = { ...state, context: { ...state.context, texts } };
    return {
      ...known,
      state: <K extends Kind>(kind: K, id: string) =>
        // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- its checker gives up on the union of all machines
        kind === 'case' && id === caseId ? (altered as StateOf<K>) : known.state(kind, id),
    };
  };
  return {
    text,
    stopsOf: (given) => {
      const asked = given === text ? known : withText(hex(MEANS.sha256(new TextEncoder().encode(given))));
      return (precheck(asked, caseId)?.stops ?? []).filter(({ rule }) => rule === 'issue.same-text');
    },
    differenceOf: (given) => (given === text ? null : firstDifference(text, given)),
  };
}

/** Everything that had been recorded before an entry, folded. */
function knownAt({ entries, procedure, org, bundle }: CannedRecord, end: number): Known {
  const facts = new Map<
    string,
    { readonly type: string; readonly data: (typeof entries)[number]['data'] }[]
  >();
  for (const { stream, type, data } of entries.slice(0, end)) {
    const own = facts.get(stream) ?? [];
    own.push({ type, data });
    facts.set(stream, own);
  }
  const house = [...facts.keys()].find((stream) => parseStream(stream).kind === 'org') ?? '';
  const orgState = folded('org', facts.get(house) ?? [], () => undefined);
  if (!orgState) throw new Error(`no house among ${org.departments.length} departments`);
  return {
    state: (kind, id) => folded(kind, facts.get(`${kind}/${id}`) ?? [], procedure),
    org: orgState,
    institution: bundle.manifest.institution.id,
    procedure(hash) {
      const found = procedure(hash);
      if (!found) throw new Error('the bundle has no such procedure');
      return found;
    },
    hasProcedure: (hash) => procedure(hash) !== undefined,
    derive: (name) => name,
  };
}
