import type { Resource } from '../../api/resource.ts';

/** What a leader decides on each kind of thing, the yes first; everything else stands under 其他. */
export const DECIDING: { readonly [plural: string]: readonly string[] } = {
  tablings: ['tabling.approve', 'tabling.back', 'tabling.read', 'tabling.decline', 'tabling.note-consensus'],
  issues: ['issue.sign', 'issue.acknowledge', 'issue.countersign'],
  mandates: ['mandate.approve', 'mandate.return', 'mandate.refer'],
  reviews: ['review.give-opinion'],
};

/** 代录签批: by which verb what stands on paper is entered, on a page of its own, and the status in which it waits for that. */
export const SLIPS: { readonly [plural: string]: { readonly verb: string; readonly status: string } } = {
  issues: { verb: 'issue.record-step', status: 'drafted' },
  reviews: { verb: 'review.record-opinion', status: 'open' },
};

/** Buttons that fit a phone beside 其他. */
export const MOST = 2;

const textOf = ({ texts, data }: Resource & { readonly data?: { readonly text?: unknown } }): unknown =>
  data?.text ?? texts.at(-1);

/** What is sent where nothing but a yes is asked, about the text that the page shows; null where more must be said. */
export function plainBody(verb: string, thing: Resource): object | null {
  if (verb === 'issue.sign') return { text: textOf(thing) };
  return verb === 'tabling.approve' || verb === 'tabling.read' ? {} : null;
}
