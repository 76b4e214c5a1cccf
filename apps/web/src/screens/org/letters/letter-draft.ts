import { isDay } from '../../../ui/verb-form/model/moment.ts';

/** A letter of access as far as it was typed. */
export interface LetterDraft {
  readonly number: string;
  readonly purpose: string;
  /** Auditors' posts. */
  readonly posts: readonly string[];
  readonly isWhole: boolean;
  readonly cases: readonly string[];
  readonly isAlways: boolean;
  /** Days as they were written: of the entries, then of the access. */
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly from: string;
  readonly until: string;
  readonly scan: { readonly hash: string; readonly name: string } | null;
}

/** What is not there yet, by the name of its field. */
export type LetterGap = 'number' | 'purpose' | 'posts' | 'cases' | 'period' | 'term';

/** Begins with the narrowest scope: what is opened is chosen, never left over. */
export const blankLetter = (today: string): LetterDraft => ({
  number: '',
  purpose: '',
  posts: [],
  isWhole: false,
  cases: [],
  isAlways: true,
  periodFrom: '',
  periodTo: '',
  from: today,
  until: '',
  scan: null,
});

/** What a draft of this form holds; anything else is none. */
export function letterFrom(text: string, blank: LetterDraft): LetterDraft {
  try {
    return { ...blank, ...(JSON.parse(text) as Partial<LetterDraft>) };
  } catch {
    return blank;
  }
}

const isSpan = (from: string, to: string): boolean => isDay(from) && isDay(to) && from <= to;

/** What keeps the letter from being entered, in the order of the form. */
export function gapsIn(letter: LetterDraft): readonly LetterGap[] {
  const { number, purpose, posts, isWhole, cases, isAlways, periodFrom, periodTo, from, until } = letter;
  const there: readonly (readonly [LetterGap, boolean])[] = [
    ['number', number.trim() !== ''],
    ['purpose', purpose.trim() !== ''],
    ['posts', posts.length > 0],
    ['cases', isWhole || cases.length > 0],
    ['period', isAlways || isSpan(periodFrom, periodTo)],
    ['term', isSpan(from, until)],
  ];
  return there.flatMap(([name, isThere]) => (isThere ? [] : [name]));
}

/** The body of 登记调阅函. */
export function bodyOf({ scan, isWhole, isAlways, ...letter }: LetterDraft): object {
  const { number, purpose, posts, cases, periodFrom, periodTo, from, until } = letter;
  return {
    number: number.trim(),
    purpose: purpose.trim(),
    posts,
    cases: isWhole ? null : cases,
    period: isAlways ? null : { from: periodFrom, to: periodTo },
    from,
    until,
    paper: scan && { scheme: 'file-sha256@1', hash: scan.hash },
  };
}
