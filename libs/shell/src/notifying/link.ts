import { PLURALS } from '@mouding/contract';
import { parseStream } from '@mouding/core';

/**
 * Where what a message tells of is worked on, on the page that fits a phone. It only opens a screen; whoever is not
 * signed in signs in there and stays at the same address.
 *
 * @param page the address that people open
 */
export function linkTo(page: string, stream: string): string {
  const { kind, id } = parseStream(stream);
  const plural = kind === 'case' ? 'plans' : PLURALS[kind];
  if (plural === undefined || kind === 'org') return page;
  return `${page.replace(/\/+$/, '')}/m/${plural}/${id}`;
}
