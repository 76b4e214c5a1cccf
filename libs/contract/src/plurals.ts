/** The plural of every kind's address. */
export const PLURALS: { readonly [kind: string]: string } = {
  case: 'cases',
  research: 'researches',
  contribution: 'contributions',
  chapter: 'chapters',
  deposit: 'deposits',
  manuscript: 'manuscripts',
  consultation: 'consultations',
  opinion: 'opinions',
  tabling: 'tablings',
  meeting: 'meetings',
  sitting: 'sittings',
  ballot: 'ballots',
  condition: 'conditions',
  mandate: 'mandates',
  duty: 'duties',
  indicator: 'indicators',
  filing: 'filings',
  dossier: 'dossiers',
  issue: 'issues',
  org: 'org',
  review: 'reviews',
  person: 'persons',
  procedure: 'procedures',
  record: 'records',
  repair: 'repairs',
  precheck: 'prechecks',
};

/** The address of the stream's resource, or null for streams that have none. */
export function hrefOf(stream: string): string | null {
  const [kind = '', id = ''] = stream.split('/');
  const plural = PLURALS[kind];
  if (!plural) return null;
  return kind === 'org' ? '/v1/org' : `/v1/${plural}/${id}`;
}
