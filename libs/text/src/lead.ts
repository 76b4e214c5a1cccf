/**
 * What must stand before a match and is no part of it goes into a group `lead`: looking behind is unknown to Safari
 * before 16.4, where the page runs these expressions too. Takes the lead off; the match is changed in place.
 */
export function withoutLead(found: RegExpExecArray): RegExpExecArray {
  const lead = found.groups?.['lead'] ?? '';
  found.index += lead.length;
  found[0] = found[0].slice(lead.length);
  return found;
}
