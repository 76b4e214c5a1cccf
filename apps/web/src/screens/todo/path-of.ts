import { pageOf } from '@mouding/contract';

/** What departments do with a chapter is done on a page of its own; the lead's page is the chapter's. */
const OF_DEPARTMENTS = /^chapter\.(submit|give-input|choose-revisions|confirm-text|countersign|confirm-use)$/;

export const isOfDepartments = (verb: string): boolean => OF_DEPARTMENTS.test(verb);

/** Where something that is owed is done. */
export const workPage = ({ stream, verb }: { readonly stream: string; readonly verb: string }): string =>
  stream.startsWith('org/')
    ? `/org?view=${ORG_VIEWS[verb] ?? 'departments'}`
    : pageOf(stream) + (isOfDepartments(verb) ? '/hand-in' : '');

/** What is owed to the organisation is done in one of its views. */
const ORG_VIEWS: { readonly [verb: string]: string } = {
  'org.confirm-dated': 'planned',
  'org.confirm-aide': 'aides',
  'org.approve-audit-access': 'audit',
};

/** Where a department works on what it hands in. */
export const departmentPage = (stream: string): string =>
  pageOf(stream) + (stream.startsWith('chapter/') ? '/hand-in' : '');
