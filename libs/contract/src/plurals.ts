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

/** Where a person works on the stream: below `/desk` and below `/m` alike. A case is a plan to people. */
export function pageOf(stream: string): string {
  const [kind = '', id = ''] = stream.split('/');
  return kind === 'case' ? `/plans/${id}` : `/${PLURALS[kind] ?? kind}/${id}`;
}

/** What departments do with a chapter is done on a page of its own; the lead's page is the chapter's. */
const OF_DEPARTMENTS = /^chapter\.(submit|give-input|choose-revisions|confirm-text|countersign|confirm-use)$/;

export const isOfDepartments = (verb: string): boolean => OF_DEPARTMENTS.test(verb);

/** What is owed to the organisation is done in one of its views. */
const ORG_VIEWS: { readonly [verb: string]: string } = {
  'org.confirm-dated': 'planned',
  'org.confirm-aide': 'aides',
  'org.approve-audit-access': 'audit',
  'org.see-log-trouble': 'security',
};

/** Where something that is owed is done, as the list of what is owed and the mails say it. */
export const workPage = ({ stream, verb }: { readonly stream: string; readonly verb: string }): string =>
  stream.startsWith('org/')
    ? `/org?view=${ORG_VIEWS[verb] ?? 'departments'}`
    : pageOf(stream) + (isOfDepartments(verb) ? '/hand-in' : '');

/** Where 代录签批 of one version of a chapter begins: the QR code of a 送签单 leads there. */
export const slipPageOf = (chapter: string, text: string): string => `/slips/${chapter}/${text}`;

/** The address of the stream's resource, or null for streams that have none. */
export function hrefOf(stream: string): string | null {
  const [kind = '', id = ''] = stream.split('/');
  const plural = PLURALS[kind];
  if (!plural) return null;
  return kind === 'org' ? '/v1/org' : `/v1/${plural}/${id}`;
}
