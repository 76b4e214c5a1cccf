import type { StreamName, TextRef } from '@mouding/core';
import type { Entry as Whole } from '@mouding/evidence';
import { entriesOf } from '../queries/entries.ts';
import type { Reader } from '../queries/reader.ts';

/** What a draft is told by. */
type Entry = Pick<Whole, 'type' | 'data' | 'version' | 'at'>;

/** What a change rests on, as a fact says it. */
export interface Ground {
  readonly cites?: StreamName | null | undefined;
  readonly ground?:
    | {
        readonly basis: string;
        readonly rule?: string;
        readonly meeting?: StreamName;
        readonly chapter?: StreamName;
        readonly no?: number;
      }
    | undefined;
}

/** One draft of a manuscript, in the order in which they came to be. */
export interface Draft {
  readonly ref: TextRef;
  /** 征求意见稿（第3稿） */
  readonly label: string;
  readonly at: string;
  /** The entry that made it. */
  readonly entry: Entry;
  /** 补充修改依据: what was said later of its changes, by their number from 1. */
  readonly later: ReadonlyMap<number, Ground>;
}

interface Made {
  readonly label?: string;
  readonly text?: TextRef | null;
  readonly to?: TextRef;
}

/** Facts that make a text. */
const MAKE: ReadonlySet<string> = new Set([
  'ManuscriptCompiled',
  'ManuscriptTakenOver',
  'ManuscriptRevised',
  'ManuscriptMandated',
  'ManuscriptAmended',
]);

/** Every draft of the case's manuscript, the first one first. 稿次 are counted through all of them. */
export async function draftsOf(reader: Reader, caseId: string): Promise<readonly Draft[]> {
  const items = await reader.ledger.itemsOfCase(reader.visitor.institution, caseId);
  const stream = items.find(({ kind }) => kind === 'manuscript')?.stream;
  return stream === undefined ? [] : draftsIn(await entriesOf(reader, stream));
}

/** The same out of the entries of the manuscript, in their order. */
export function draftsIn(entries: readonly Entry[]): readonly Draft[] {
  const made = entries.filter(({ type }) => MAKE.has(type));
  return entries.flatMap((entry): readonly Draft[] => {
    const ref = textIn(entry);
    const maker = entry.type === CONVERTED ? made.findLast(({ version }) => version < entry.version) : entry;
    const no = maker ? made.indexOf(maker) + 1 : 0;
    return ref && maker && no > 0
      ? [
          {
            ref,
            label: `${labelIn(maker)}（第${no}稿）`,
            at: maker.at,
            entry,
            later: laterOf(entries, stepOf(entries, entry)),
          },
        ]
      : [];
  });
}

/** The how-manyth fact it is that changed the text. */
const stepOf = (entries: readonly Entry[], { version }: Entry): number =>
  entries.filter((one) => one.version <= version && 'changes' in one.data && MAKE.has(one.type)).length;

interface Grounding {
  readonly changes?: readonly { readonly step?: number; readonly change?: number }[];
  readonly cites?: StreamName | null;
  readonly ground?: Ground['ground'];
}

function laterOf(entries: readonly Entry[], step: number): ReadonlyMap<number, Ground> {
  const given = entries.filter(({ type }) => type === 'ChangesGrounded').map(({ data }): Grounding => data);
  return new Map(
    given.flatMap(({ changes = [], cites = null, ground }) =>
      changes.flatMap((one): readonly (readonly [number, Ground])[] =>
        one.step === step && one.change !== undefined ? [[one.change, { cites, ground }]] : [],
      ),
    ),
  );
}

const textIn = ({ data }: Entry): TextRef | null => {
  const { to, text = null }: Made = data;
  return to ?? text;
};

const labelIn = ({ data }: Entry): string => {
  const { label = '' }: Made = data;
  return label;
};

/** The same words under another reference: no 稿次 of its own. */
const CONVERTED = 'TextConverted';

/** 稿次 of a text: by the drafts, otherwise by what it is. */
export function labelOf(drafts: readonly Draft[], ref: TextRef | null, otherwise: string): string {
  const found = ref && drafts.findLast((draft) => draft.ref.hash === ref.hash);
  return found ? found.label : otherwise;
}
