import type { Json } from '@mouding/evidence';
import type { FileRef, TextRef } from './text-ref.ts';

/** The same sentence for the two languages of the house. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/**
 * An act that was not carried out. It is an answer, not an exception: named, explained, and it says what would make
 * the act possible.
 *
 * - `policy`: nobody of this capacity may ask this (403)
 * - `state`: not now, the process stands elsewhere (409)
 * - `rule`: a rule with a legal basis or a parameter of the procedure stands against it (409)
 */
export interface Refusal {
  readonly because: 'policy' | 'state' | 'rule';
  /** Permanent id of the rule, e.g. `issue.same-text`. */
  readonly rule: string;
  readonly said: Said;
  /** Article that the rule rests on, in the words of official documents; absent for rules of the machine itself. */
  readonly basis?: string;
  /** The facts that decided, as data. */
  readonly facts: { readonly [key: string]: Json };
  /** What is still needed, 还需…. */
  readonly needs?: Said;
}

/** A rule that was broken and only shows (程序提示): the step goes on, the mark stays in the fact. */
export interface Notice {
  readonly rule: string;
  readonly said: Said;
  readonly facts: { readonly [key: string]: Json };
}

/** A refusal for one reason, named by its rule and said in both languages. */
const refusing =
  (because: Refusal['because']) =>
  (rule: string, zh: string, en: string, facts: Refusal['facts'] = {}, needs?: Said): Refusal => ({
    because,
    rule,
    said: { zh, en },
    facts,
    ...(needs ? { needs } : {}),
  });

export const notNow = refusing('state');
export const against = refusing('rule');

/** A text must be here before a fact may cite it. */
export const unknownText = ({ hash }: TextRef): Refusal =>
  notNow('text.known', '未找到所引用的文稿，请重新上传', 'The text is not known here; upload it first', {
    hash,
  });

/** The same for an original, or what else was scanned: what it is called. */
export const unknownFile = ({ hash }: FileRef, zh = '原件', en = 'original'): Refusal =>
  notNow('file.known', `未找到${zh}，请重新上传`, `The ${en} is not known here; upload it first`, { hash });
