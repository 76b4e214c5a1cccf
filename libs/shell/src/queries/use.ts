import type { UseReport } from '@mouding/contract';
import {
  isTree,
  keyOfText,
  parseStream,
  sameText,
  streamName,
  streamOf,
  visible,
  withheld,
  type Known,
  type TextRef,
} from '@mouding/core';
import { mintFrom, pathsOf, readable, treeOf, usedIn, type Tree } from '@mouding/text';
import { sha256 } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { lookInto, type Looked } from './place-now.ts';
import { asked, sees, type Reader } from './reader.ts';

type UsedKind = 'contribution' | 'chapter';

/**
 * 材料采用情况: where what was handed in stands in the text of now, paragraph by paragraph. Whoever may see the contribution
 * is told; how a changed passage reads now is shown to those who read the text anyway.
 *
 * @throws ProblemError not-found
 */
export async function useOf(reader: Reader, kind: UsedKind, id: string): Promise<UseReport> {
  const exists = await asked(reader, (known) => known.state(kind, id) !== undefined);
  if (!exists || !(await sees(reader, kind, id))) throw new ProblemError('not-found');
  const found = await foundIn(reader, kind, id);
  const now = await nodesOf(reader, found.text);
  const paragraphs = (await Promise.all(found.handedIn.map((ref) => lookInto(reader, ref)))).flatMap(
    (looked) => paragraphsOf(looked),
  );
  const used = now ? usedIn(paragraphs, now) : [];
  const paths = now ? pathsOf(now) : new Map<string, string>();
  const texts = found.readsText
    ? new Map(now?.nodes.map((node) => [node.id, node.text]))
    : new Map<string, string>();
  const clauses = used.map(({ contributed, state, node }) => ({
    contributed,
    state,
    node: node !== null && isTree(found.text) ? node : null,
    path: node === null ? null : (paths.get(node) ?? null),
    now: shownOf(state, contributed, node === null ? null : (texts.get(node) ?? null)),
  }));
  const count = (wanted: UseReport['clauses'][number]['state']): number =>
    clauses.filter(({ state }) => state === wanted).length;
  return {
    stream: streamName(kind, id),
    version: found.text && keyOfText(found.text),
    label: found.label,
    same: count('same'),
    changed: count('changed'),
    dropped: count('dropped'),
    clauses,
    confirmed: found.confirmed,
  };
}

const shownOf = (state: string, contributed: string, now: string | null): string | null =>
  now ?? (state === 'same' ? contributed : null);

interface Found {
  readonly text: TextRef | null;
  readonly label: string | null;
  readonly handedIn: readonly TextRef[];
  /** Whether the reader sees the manuscript. */
  readonly readsText: boolean;
  readonly confirmed: UseReport['confirmed'];
}

/** A 配合部门 that gave something is shown that; everybody else what was handed in. */
function handedIn(known: Known, kind: UsedKind, id: string, own: ReadonlySet<string>): readonly TextRef[] {
  if (kind === 'contribution') return present(known.state('contribution', id)?.context.text);
  const chapter = known.state('chapter', id)?.context;
  const supported = Object.entries(chapter?.inputs ?? {}).flatMap(([department, input]) =>
    own.has(department) && !chapter?.owners.includes(department) ? present(input.text) : [],
  );
  return supported.length > 0 ? supported : present(chapter?.text);
}

const present = (text: TextRef | null | undefined): readonly TextRef[] => (text ? [text] : []);

async function foundIn(reader: Reader, kind: UsedKind, id: string): Promise<Found> {
  const own = new Set(reader.held.flatMap(({ department }) => department ?? []));
  return asked(reader, (known) => {
    const state = kind === 'chapter' ? known.state('chapter', id) : known.state('contribution', id);
    if (!state) throw new ProblemError('not-found');
    const { case: of, uses } = state.context;
    const standing = textOf(known, of, reader);
    return {
      ...standing,
      handedIn: handedIn(known, kind, id, own),
      confirmed: Object.entries(uses).map(([department, use]) => ({
        department: {
          id: department,
          name: known.org.context.departments.find((each) => each.id === department)?.name ?? '',
        },
        current: sameText(use.text, standing.text),
        objected: use.objected,
      })),
    };
  });
}

/** The text of now; none for who left for the item (回避): they read it through nothing. */
function textOf(
  known: Known,
  of: string,
  { visitor, held }: Reader,
): Pick<Found, 'text' | 'label' | 'readsText'> {
  const state = known.state('case', of);
  const manuscript = streamOf(state, 'manuscript');
  const text = state?.context.texts.manuscript ?? null;
  if (!manuscript || !text || withheld(known, of, visitor.person).has(text.hash))
    return { text: null, label: null, readsText: false };
  const { id } = parseStream(manuscript);
  return {
    text,
    label: known.state('manuscript', id)?.context.label ?? null,
    readsText: visible('manuscript', id, held, known),
  };
}

const paragraphsOf = (looked: Looked | null): readonly string[] =>
  looked === null
    ? []
    : (looked.tree?.nodes.map(({ text }) => text ?? '') ?? looked.plain.split('\n')).filter(
        (each) => each.trim() !== '',
      );

/** The text as nodes; one that has none is read as if it had, and its nodes are named to nobody. */
async function nodesOf(reader: Reader, ref: TextRef | null): Promise<Tree | null> {
  const looked = await lookInto(reader, ref);
  if (!looked) return null;
  return looked.tree ?? treeOf(readable(looked.plain), { salt: '00', mint: mintFrom(sha256, 'read') });
}
