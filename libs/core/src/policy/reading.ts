import type { Kind } from '../stream.ts';
import {
  office,
  administrator,
  securityAdministrator,
  securityAuditor,
  auditor,
  leader,
  head,
  seated,
  presiding,
  secretary,
  recorded,
  checker,
  recorder,
  aide,
  conditionOwner,
  mandateApprover,
  indicatorFiller,
  indicatorReviewer,
  type Grant,
} from './grants.ts';

/**
 * Grants by which a stream is seen for what came of it, or for the text on which a leader is asked: not for what was said
 * on the way, the texts that were given up or the papers behind it.
 */
export const OUTCOME: { readonly [K in Kind]?: readonly Grant[] } = {
  issue: [head('recipient'), ...aide],
  review: aide,
};

/** Who may see a stream at all; to everybody else it does not exist (404). Texts are seen through the stream that cites them. */
export const READING: { readonly [K in Kind]: readonly Grant[] } = {
  case: [...office, leader, auditor, administrator, head('any'), ...seated('any')],
  research: [...office, leader, auditor],
  contribution: [
    head('own-department'),
    head('case-owner'),
    { as: 'leader', where: 'case-lead' },
    ...office,
    auditor,
  ],
  chapter: [head('owner'), head('support'), { as: 'leader', where: 'lead' }, ...aide, ...office, auditor],
  manuscript: [...office, leader, auditor],
  consultation: [head('recipient'), ...office, leader, auditor],
  opinion: [head('own-department'), ...office, leader, auditor],
  deposit: [head('own-department'), ...office, auditor],
  // A member sees it once its papers were sent to the post.
  tabling: [
    ...seated('asker'),
    ...seated('sponsor'),
    ...seated('circulated'),
    ...presiding,
    ...secretary,
    ...office,
    leader,
    auditor,
  ],
  meeting: [...seated('seat:any'), ...office, auditor],
  sitting: [...seated('seat:any'), ...office, auditor],
  ballot: [...seated('seat:any'), ...office, auditor],
  condition: [...conditionOwner, ...seated('seat:any'), ...office, auditor],
  mandate: [...conditionOwner, ...mandateApprover, ...seated('seat:any'), ...office, auditor],
  duty: [...conditionOwner, ...seated('seat:any'), ...office, auditor],
  filing: [...office, leader, auditor],
  dossier: [{ as: 'examiner', where: 'any' }, auditor],
  issue: [head('recipient'), head('countersigner'), ...office, leader, auditor, ...aide],
  register: [...office, auditor],
  review: [...office, leader, auditor, ...aide],
  indicator: [...indicatorFiller, ...indicatorReviewer, ...office, leader, auditor],
  repair: [...office, leader, auditor, administrator],
  precheck: [...office, leader, auditor],
  record: [...office, leader, auditor, ...recorded, ...checker, ...recorder],
  org: [
    ...office,
    leader,
    auditor,
    administrator,
    securityAdministrator,
    securityAuditor,
    head('any'),
    { as: 'examiner', where: 'any' },
    ...seated('any'),
  ],
  person: [administrator, securityAdministrator, securityAuditor, auditor],
  procedure: [
    ...office,
    leader,
    auditor,
    administrator,
    head('any'),
    { as: 'examiner', where: 'any' },
    ...seated('any'),
  ],
  refusal: [auditor],
};
