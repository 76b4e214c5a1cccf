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

/** What is owed to the organisation is done in one of its views, or on a page of its own. */
const ORG_PAGES: { readonly [verb: string]: string } = {
  'org.confirm-dated': '/org?view=planned',
  'org.confirm-aide': '/org?view=aides',
  'org.approve-audit-access': '/org?view=audit',
  'org.see-log-trouble': '/org?view=security',
  'org.see-delegated-acts': '/me/delegations',
  'org.confirm-log-restart': '/org/log-restarts',
};

/** The part of a thing's page on which a verb is done, where it is not the page itself. */
function partOf(verb: string): string {
  if (isOfDepartments(verb)) return '/hand-in';
  return verb === 'issue.record-step' ? '/slip' : '';
}

/** Where something that is owed is done, as the list of what is owed and the mails say it. */
export const workPage = ({ stream, verb }: { readonly stream: string; readonly verb: string }): string =>
  stream.startsWith('org/') ? (ORG_PAGES[verb] ?? '/org?view=departments') : pageOf(stream) + partOf(verb);

/** Where 代录签批 of one version of a chapter begins: the QR code of a 送签单 leads there. */
export const slipPageOf = (chapter: string, text: string): string => `/slips/${chapter}/${text}`;

/** Where 代录签批 of a text that any leader may sign begins: the QR code of a 送签单 of a review or an issue leads there. */
export const leaderSlipPageOf = (stream: string, text: string): string =>
  `${pageOf(stream)}/slip?text=${text}`;

/** The address of the stream's resource, or null for streams that have none. */
export function hrefOf(stream: string): string | null {
  const [kind = '', id = ''] = stream.split('/');
  const plural = PLURALS[kind];
  if (!plural) return null;
  return kind === 'org' ? '/v1/org' : `/v1/${plural}/${id}`;
}
