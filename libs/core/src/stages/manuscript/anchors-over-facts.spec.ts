import {
  anchorTo,
  applyOperations,
  find,
  isMisfit,
  mintFrom,
  plainOf,
  treeOf,
  type Anchor,
  type Operation,
  type Tree,
} from '@mouding/text';
import fc from 'fast-check';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { given, mixed, treeRefOf, uuid } from '../../testing/given.ts';
import { CASE, history, MEDICAL, procedure } from '../../testing/plan-case.ts';
import { manuscriptMachine } from './manuscript.ts';
import { reviseManuscript } from './revise.ts';

const ID = uuid(0x60);
const manuscript = `manuscript/${ID}` as const;
const opinion = `opinion/${uuid(0x700)}` as const;
const consultation = `consultation/${uuid(0x6f)}` as const;

/** A text of which every character is known by a number of its own, whatever happens to it. */
interface Known {
  readonly text: string;
  readonly ids: readonly number[];
}

interface World {
  readonly known: Known;
  readonly trees: readonly [Tree, ...Tree[]];
  readonly facts: readonly Fact[];
}

const PLAN = Array.from({ length: 8 }, (_, line) =>
  Array.from({ length: 30 }, (__, at) => String.fromCodePoint(0x4e00 + 13 * (line * 30 + at))).join(''),
).join('\n');

function begun(): World {
  const tree = treeOf(PLAN, { salt: 'ab'.repeat(16), mint: mintFrom(mixed, 'plan') });
  const text = treeRefOf(tree);
  return {
    known: { text: PLAN, ids: Array.from(PLAN, (_, at) => at) },
    trees: [tree],
    facts: [
      { type: 'ManuscriptRequested', data: { case: CASE, stage: 'compile', round: 1, due: null } },
      {
        type: 'ManuscriptCompiled',
        data: { round: 1, label: '初稿', join: 'join@1', text, parts: [] },
      },
      { type: 'RevisionRequested', data: { case: CASE, stage: 'revise', round: 1, due: null, text } },
    ],
  };
}

const inWorld = ({ facts, trees }: World, ids: string) =>
  given(
    {
      ...history('revise', {
        text: '初稿',
        streams: { compile: [manuscript], consult: [consultation], revise: [manuscript] },
      }),
      [opinion]: [
        {
          type: 'OpinionGiven',
          data: { consultation: uuid(0x6f), case: CASE, stage: 'consult', department: MEDICAL, no: 1 },
        },
      ],
      [manuscript]: facts,
    },
    { texts: ['初稿', trees.at(-1) ?? trees[0]], definitions: { plan: procedure() }, ids },
  );

/** One edit as it is wished for: where, how much goes, what comes, and whether it answers an opinion. */
interface Wish {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
  readonly copies: number | null;
  readonly isCited: boolean;
}

interface Edit {
  readonly quote: string;
  readonly replacement: string;
  readonly cites: typeof opinion | null;
  readonly reason: string;
}

/** The edit by quote, and the text after it; null where the words to be quoted stand twice. */
function edited({ text, ids }: Known, wish: Wish, serial: number): readonly [Edit, Known] | null {
  const from = wish.at % Math.max(1, text.length - 12);
  const to = from + 2 + wish.cut;
  const quote = text.slice(from, to);
  if (text.indexOf(quote) !== text.lastIndexOf(quote)) return null;
  const copy = wish.copies === null ? '' : PLAN.slice(wish.copies % 200, (wish.copies % 200) + 12);
  const wished = (copy === '' ? wish.put : copy).replaceAll('\n', '');
  // Who writes again what he cut out has changed nothing: that is no edit to be recognised.
  const put = [...wished].some((sign) => quote.includes(sign)) ? '' : wished;
  const replacement = quote.slice(0, 1) + put + quote.slice(-1);
  const fresh = Array.from(put, (_, i) => -(serial * 1000 + i + 1));
  return [
    { quote, replacement, cites: wish.isCited ? opinion : null, reason: '' },
    {
      text: text.slice(0, from + 1) + put + text.slice(to - 1),
      ids: [...ids.slice(0, from + 1), ...fresh, ...ids.slice(to - 1)],
    },
  ];
}

/** The world after one command, and the edits of which it consisted. */
function revised(world: World, wishes: readonly Wish[], serial: number): readonly [World, readonly Edit[]] {
  let { known } = world;
  const edits: Edit[] = [];
  for (const [i, wish] of wishes.entries()) {
    const made = edited(known, wish, serial * 10 + i);
    if (!made || made[0].quote === made[0].replacement) continue;
    edits.push(made[0]);
    [, known] = made;
  }
  const last = world.trees.at(-1) ?? world.trees[0];
  if (edits.length === 0) return [world, edits];
  const { decision } = inWorld(world, `command ${serial} `).when(reviseManuscript, ID, {
    base: treeRefOf(last),
    label: '修改稿',
    edits,
    done: false,
  });
  if (!('facts' in decision)) throw new Error(decision.refusal.rule);
  const facts = decision.facts.map(({ fact }) => fact);
  return [
    { known, trees: [...world.trees, ...(decision.trees ?? [])], facts: [...world.facts, ...facts] },
    edits,
  ];
}

interface Revised {
  readonly to: { readonly hash: string };
  readonly changes: readonly { readonly operations: readonly Operation[] }[];
}

/** The tree that the facts alone make out of the first one. */
function replayed({ facts, trees: [first] }: World): Tree {
  let tree = first;
  for (const { type, data } of facts) {
    if (type !== 'ManuscriptRevised') continue;
    const { changes, to } = data as Revised & typeof data;
    const next = applyOperations(
      tree,
      changes.flatMap(({ operations }) => operations),
    );
    if (isMisfit(next)) throw new Error('a fact does not apply again');
    expect(treeRefOf(next).hash).toBe(to.hash);
    tree = next;
  }
  return tree;
}

function startOf({ nodes }: Tree, wanted: string): number {
  let start = 0;
  for (const { id, before, text } of nodes) {
    if (id === wanted) return start + before.length;
    start += before.length + (text ?? '').length + 1;
  }
  throw new Error('no such node');
}

interface Standing {
  /** The characters that the opinion was given on. */
  readonly meant: readonly number[];
  /** Where its words are found, and the characters that stand there. */
  readonly at: number;
  readonly ids: readonly number[];
}

/** Words were cut out and then put back, as they were: to those that had stayed in their place, or all of them in theirs. */
function isWrittenAgain({ meant, at, ids }: Standing, known: Known): boolean {
  const gone = meant.filter((id) => !known.ids.includes(id));
  if (gone.length < meant.length) return gone.length > 0 && meant.some((id, i) => ids[i] === id);
  const first = known.ids.slice(0, at).findLast(isOfPlan) ?? -1;
  const last = known.ids.slice(at + ids.length).find(isOfPlan) ?? PLAN.length;
  return meant.every((id) => first < id && id < last);
}

const isOfPlan = (id: number): boolean => id >= 0;

/** Each opinion's words: here, and the very characters that it was given on, or these written again, or changed, or lost; never others. */
function followed(anchors: readonly Anchor[], world: World, tree: Tree): void {
  for (const anchor of anchors) {
    const found = find(anchor, tree);
    if (found.kind !== 'here') {
      expect(found.was).toBe(anchor.quote);
      continue;
    }
    const at = startOf(tree, found.node) + found.at;
    const ids = world.known.ids.slice(at, at + anchor.quote.length);
    const meant = Array.from(anchor.quote, (_, i) => PLAN.indexOf(anchor.quote) + i);
    if (!isWrittenAgain({ meant, at, ids }, world.known)) expect(ids).toEqual(meant);
  }
}

const wish = fc.record({
  at: fc.nat(5000),
  cut: fc.nat(8),
  put: fc.constantFrom('', '，', '专科达到36个', '完善制度。', '到2030年'),
  copies: fc.option(fc.nat(5000), { freq: 3 }),
  isCited: fc.boolean(),
});
const commands = fc.array(fc.array(wish, { minLength: 5, maxLength: 5 }), { minLength: 10, maxLength: 10 });

const anchorsOf = (tree: Tree): readonly Anchor[] =>
  tree.nodes.flatMap(({ id, text }) => {
    const anchor = anchorTo(tree, id, (text ?? '').slice(8, 16));
    return anchor ? [anchor] : [];
  });

test('a thousand edits through the command: facts make the text again, no anchor moves, no change is forgotten', () => {
  fc.assert(
    fc.property(commands, (all) => {
      let world = begun();
      const anchors = anchorsOf(world.trees[0]);
      let bare = 0;
      for (const [i, wishes] of all.entries()) {
        const [next, edits] = revised(world, wishes, i + 1);
        world = next;
        bare += edits.filter(({ cites }) => cites === null).length;
        const tree = world.trees.at(-1) ?? world.trees[0];
        expect(plainOf(tree)).toBe(world.known.text);
        followed(anchors, world, tree);
      }
      replayed(world);
      const state = world.facts.reduce(
        (so, fact) => step(manuscriptMachine, so, fact).state,
        initial(manuscriptMachine),
      );
      expect((state.context as { readonly bare: readonly unknown[] }).bare).toHaveLength(bare);
    }),
    { numRuns: 20 },
  );
});
