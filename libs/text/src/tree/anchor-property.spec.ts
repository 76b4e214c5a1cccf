import { chanceOf } from '../testing/edited.ts';
import { minted, treeFrom } from '../testing/tree-sample.ts';
import { anchorTo, follow, CONTEXT, type Anchor, type Found } from './anchor.ts';
import { applyOperations } from './apply.ts';
import { operationsOf } from './byte-changes.ts';
import { find } from './find-anchor.ts';
import { isMisfit } from './misfit.ts';
import { plainOf, type Operation, type Tree } from './tree.ts';

type Chance = (below: number) => number;

/** A text of which every character is known by a number of its own, whatever happens to it. */
interface Known {
  readonly text: string;
  readonly ids: readonly number[];
}

let ids = 0;
const fresh = (text: string): Known => ({ text, ids: Array.from(text, () => ids++) });

const SENTENCES = [
  '专科达到36个，',
  '床位达到80张，',
  '完善制度，',
  '加强管理，落实责任。',
  '其中：',
  '到2030年',
];

const pick = (chance: Chance): string => SENTENCES[chance(SENTENCES.length)] ?? '';

const sentences = (count: number, chance: Chance): string =>
  Array.from({ length: count }, () => pick(chance)).join('');

/** Few sentences over and over: everything has twins. */
const twins = (chance: Chance): string =>
  Array.from({ length: 6 }, () => `${sentences(1 + chance(5), chance)}终。`).join('\n');

/** No character comes twice. */
const unlike = (chance: Chance): string => {
  const start = 0x4e00 + chance(4000);
  const signs = Array.from({ length: 240 }, (_, at) => String.fromCharCode(start + 7 * at));
  return signs
    .map((sign, at) => (at % 40 === 39 ? '\n' : sign))
    .join('')
    .trim();
};

interface Step {
  readonly tree: Tree;
  readonly known: Known;
  readonly operations: readonly Operation[];
}

function edited({ tree, known }: Step, wish: string, chance: Chance): Step {
  const from = chance(known.text.length + 1);
  const to = Math.min(known.text.length, from + chance(9));
  // Who writes again what he cut out has changed nothing: that is no edit to be recognised.
  const put = [...wish].some((sign) => known.text.slice(from, to).includes(sign)) ? '' : wish;
  const piece = fresh(put);
  const bytes = (text: string): number => Buffer.byteLength(text);
  const change = { at: bytes(known.text.slice(0, from)), cut: bytes(known.text.slice(from, to)), put };
  const operations = operationsOf(tree, [change], minted(String(ids++)));
  const after = isMisfit(operations) ? operations : applyOperations(tree, operations);
  if (isMisfit(operations) || isMisfit(after)) throw new Error('a misfit');
  return {
    tree: after,
    known: {
      text: known.text.slice(0, from) + put + known.text.slice(to),
      ids: [...known.ids.slice(0, from), ...piece.ids, ...known.ids.slice(to)],
    },
    operations,
  };
}

/** Where a node begins in the plain reading. */
function startOf({ nodes }: Tree, node: string): number {
  let start = 0;
  for (const { id, before, text } of nodes) {
    if (id === node) return start + before.length;
    start += before.length + (text ?? '').length + 1;
  }
  throw new Error(`no ${node}`);
}

interface Held {
  readonly anchor: Anchor;
  readonly own: readonly number[];
}

function held({ tree, known }: Step, chance: Chance): Held | null {
  const node = tree.nodes[chance(tree.nodes.length)];
  const text = node?.text ?? '';
  const [from, length] = [chance(text.length), 2 + chance(7)];
  const quote = text.slice(from, from + length);
  const occurrence = occurrenceAt(text, quote, from);
  const anchor = node ? anchorTo(tree, node.id, quote, occurrence) : null;
  if (!node || !anchor || quote.length < 2) return null;
  const start = startOf(tree, node.id) + anchor.at;
  return { anchor, own: known.ids.slice(start, start + quote.length) };
}

function occurrenceAt(text: string, quote: string, at: number): number {
  let count = 0;
  for (let place = text.indexOf(quote); place >= 0 && place <= at; place = text.indexOf(quote, place + 1))
    count++;
  return count;
}

/** Other words, which a reader could tell from the ones that were meant. */
function isSilent(found: Found, { tree, known }: Step, { anchor, own }: Held): boolean {
  if (found.kind !== 'here') return false;
  const start = startOf(tree, found.node) + found.at;
  const now = known.ids.slice(start, start + anchor.quote.length);
  if (known.text.slice(start, start + anchor.quote.length) !== anchor.quote) return true;
  if (now.some((id) => own.includes(id))) return false;
  const text = tree.nodes.find(({ id }) => id === found.node)?.text ?? '';
  const end = found.at + anchor.quote.length;
  const isSameAround =
    text.slice(Math.max(0, found.at - CONTEXT), found.at) === anchor.before &&
    text.slice(end, end + CONTEXT) === anchor.after;
  return !isSameAround;
}

const start = (text: string): Step => ({ tree: treeFrom(text), known: fresh(text), operations: [] });

/** The text after every one of some edits, with all operations up to there. */
function* editing(first: Step, count: number, chance: Chance, wish: () => string): Generator<Step> {
  let reached = first;
  const operations: Operation[] = [];
  for (let edit = 0; edit < count; edit++) {
    reached = edited(reached, wish(), chance);
    operations.push(...reached.operations);
    yield { ...reached, operations: [...operations] };
  }
}

const anchorsIn = (first: Step, chance: Chance): readonly Held[] =>
  Array.from({ length: 6 }, () => held(first, chance)).filter((each) => each !== null);

test('a thousand random edits of a text full of twins never move an anchor silently', () => {
  const here = { follow: 0, find: 0 };
  for (let seed = 0; seed < 250; seed++) {
    const chance = chanceOf(seed);
    const first = start(twins(chance));
    const anchors = anchorsIn(first, chance);
    const wish = (): string => (chance(3) === 0 ? '\n' : sentences(chance(3), chance).slice(chance(4)));
    for (const reached of editing(first, 4, chance, wish)) {
      expect(plainOf(reached.tree)).toBe(reached.known.text);
      const found = anchors.map((each) => ({
        each,
        followed: follow(each.anchor, first.tree, reached.operations),
        again: find(each.anchor, reached.tree),
      }));
      const silent = found.filter(
        ({ each, followed, again }) => isSilent(followed, reached, each) || isSilent(again, reached, each),
      );
      expect(silent).toEqual([]);
      here.follow += found.filter(({ followed }) => followed.kind === 'here').length;
      here.find += found.filter(({ again }) => again.kind === 'here').length;
    }
  }
  expect(here.follow).toBeGreaterThan(3000);
  expect(here.find).toBeGreaterThan(2500);
});

test('where nothing is alike, words that stand together still are here, and no others', () => {
  for (let seed = 0; seed < 150; seed++) {
    const chance = chanceOf(seed);
    const first = start(unlike(chance));
    const wish = (): string => (chance(3) === 0 ? '\n' : (['', 'abc', '12'][chance(3)] ?? ''));
    const anchors = anchorsIn(first, chance);
    for (const { known, operations } of editing(first, 4, chance, wish))
      for (const { anchor } of anchors)
        expect(follow(anchor, first.tree, operations).kind === 'here').toBe(
          known.text.includes(anchor.quote),
        );
  }
});
