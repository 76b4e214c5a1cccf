import { likeness, profileOf, type Profile } from '../diff/alike.ts';
import type { Tree } from '../tree/tree.ts';

/** A paragraph that somebody contributed, and where it is in the text. */
export interface UsedParagraph {
  readonly contributed: string;
  readonly state: 'same' | 'changed' | 'dropped';
  /** The node that has it; null where none does. */
  readonly node: string | null;
}

/** Below this a paragraph is another one. */
const ALIKE = 0.55;

/** A paragraph as it is compared: without the number in front, white space, and how brackets are typed. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replace(
      /^(第[一二三四五六七八九十百\d]+[章节部分条]+|[一二三四五六七八九十]+[、.]|\(?[一二三四五六七八九十\d]+\)?[、.)]?)/,
      '',
    );

/** Too short to be known again: a bare heading that any text may have. */
const LEAST = 6;

interface Candidate {
  readonly id: string;
  readonly bare: string;
  readonly profile: Profile;
}

/**
 * Where the paragraphs of a contribution stand in a text, in their order: word for word, changed, or nowhere. A paragraph
 * of the text is given to one of them alone: the one that is most like it. Lines too short to be known again are left out.
 */
export function usedIn(
  contributed: readonly string[],
  { nodes }: Pick<Tree, 'nodes'>,
): readonly UsedParagraph[] {
  const known = contributed.map((text) => text.trim()).filter((text) => bare(text).length >= LEAST);
  const candidates = nodes.flatMap(({ id, text }): readonly Candidate[] => {
    const words = bare(text ?? '');
    return words.length < LEAST ? [] : [{ id, bare: words, profile: profileOf(words) }];
  });
  const taken = new Set<string>();
  const found = known.map((text) => verbatim(bare(text), candidates, taken));
  const pairs = known
    .flatMap((text, i) => (found[i] ? [] : likePairs(bare(text), i, candidates)))
    .toSorted((one, other) => other.alike - one.alike);
  const like = new Map<number, string>();
  for (const { at, id } of pairs) if (!like.has(at) && !taken.has(id)) like.set(at, taken.add(id) && id);
  return known.map((text, i) => usedAs(text, found[i] ?? null, like.get(i) ?? null));
}

function usedAs(contributed: string, same: string | null, like: string | null): UsedParagraph {
  if (same !== null) return { contributed, state: 'same', node: same };
  return like === null
    ? { contributed, state: 'dropped', node: null }
    : { contributed, state: 'changed', node: like };
}

/** A node with these words, whole or within a longer paragraph. */
function verbatim(words: string, candidates: readonly Candidate[], taken: Set<string>): string | null {
  const whole = candidates.find((each) => each.bare === words && !taken.has(each.id));
  const found = whole ?? candidates.find((each) => each.bare.includes(words));
  if (found) taken.add(found.id);
  return found?.id ?? null;
}

interface Pair {
  readonly at: number;
  readonly id: string;
  readonly alike: number;
}

function likePairs(words: string, at: number, candidates: readonly Candidate[]): readonly Pair[] {
  const profile = profileOf(words);
  return candidates
    .map(({ id, profile: other }) => ({ at, id, alike: likeness(profile, other) }))
    .filter(({ alike }) => alike >= ALIKE);
}
