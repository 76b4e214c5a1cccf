import { PLURALS } from '@mouding/contract';

/** Verbs that bring something into being: they are asked of no thing. */
const MAKING: { readonly [verb: string]: string } = {
  'case.open': '/v1/cases',
  'case.join': '/v1/cases/joined',
  'tabling.ask': '/v1/tablings',
  'meeting.call': '/v1/meetings',
  'meeting.record': '/v1/meetings/recorded',
  'sitting.call': '/v1/sittings',
  'deposit.issue': '/v1/deposits',
  'duty.give': '/v1/duties',
  'indicator.define': '/v1/indicators',
  'person.register': '/v1/persons',
  'procedure.publish': '/v1/procedures',
  'repair.propose': '/v1/repairs',
};

/** Verbs that are asked of no thing, in the order in which a year of planning meets them. */
export const MAKING_VERBS: readonly string[] = Object.keys(MAKING);

/** Where a verb is asked, with `{id}` where the thing stands. The institution is one, so that it needs no id. */
export function askPath(verb: string): string {
  const [kind = '', name = ''] = verb.split('.');
  const made = MAKING[verb];
  if (made !== undefined) return made;
  return kind === 'org' ? `/v1/org/commands/${name}` : `/v1/${PLURALS[kind] ?? kind}/{id}/commands/${name}`;
}
