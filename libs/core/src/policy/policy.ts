import type { CapacityKind } from '../capacity.ts';
import type { Kind } from '../stream.ts';
import type { Relation } from './relations.ts';

/** Somebody of this capacity who stands in this relation to the stream. */
export interface Grant {
  readonly as: CapacityKind;
  readonly where: Relation;
}

const office: Grant = { as: 'office', where: 'any' };
const administrator: Grant = { as: 'administrator', where: 'any' };
const auditor: Grant = { as: 'auditor', where: 'any' };
const leader: Grant = { as: 'leader', where: 'any' };
const clock: Grant = { as: 'clock', where: 'any' };
const head = (where: Relation): Grant => ({ as: 'department-head', where });

/** A seat in the body that meets is what counts there, whichever post gives it. */
const seated = (where: Relation): readonly Grant[] =>
  (
    [
      'committee-member',
      'leader',
      'department-head',
      'delegate',
      'office',
      'secretary',
      'teller',
      'scrutineer',
    ] as const
  ).map((as) => ({ as, where }));

const voters = seated('seat:voting');
const presiding = seated('seat:presiding');
const secretary = seated('seat:secretary');

/** Who may ask what: the one address of every permission to act. A verb that is not here is refused to everybody. */
export const ACTING: { readonly [verb: string]: readonly Grant[] } = {
  'org.create-department': [administrator],
  'org.create-post': [administrator],
  'org.fill-post': [administrator],
  'org.vacate-post': [administrator],
  'org.form-body': [administrator],
  'org.move-clock': [administrator],
  'person.register': [administrator],
  'procedure.publish': [office, administrator],
  'case.open': [office],
  'case.advance': [office],
  'research.record': [office, leader, head('any')],
  'contribution.submit': [head('own-department')],
  'contribution.accept': [office],
  'contribution.return': [office],
  'contribution.fall-due': [clock],
  'chapter.give-input': [head('support')],
  'chapter.submit': [head('writer')],
  'chapter.sign-off': [{ as: 'leader', where: 'lead' }],
  'chapter.return': [{ as: 'leader', where: 'lead' }, office],
  'chapter.fall-due': [clock],
  'manuscript.compile': [office],
  'manuscript.revise': [office],
  'consultation.reply-none': [head('recipient')],
  'consultation.give-opinion': [head('recipient')],
  'consultation.close': [clock, office],
  'opinion.propose': [office],
  'meeting.call': [...secretary, office],
  'meeting.sign-in': voters,
  'meeting.sign-out': voters,
  'meeting.open': [...secretary, ...presiding],
  'meeting.put': [...presiding, ...secretary],
  'meeting.vote': voters,
  'meeting.count': secretary,
  'meeting.decide': presiding,
  'meeting.declare': [...secretary, ...presiding],
  'meeting.adjourn': [...secretary, ...presiding],
  'ballot.tally': seated('seat:teller'),
  'ballot.confirm': seated('seat:scrutineer'),
  'filing.send': [office],
  'filing.enter-answer': [office],
  'filing.take-answer': [clock],
  'dossier.receive': [clock],
  'dossier.answer': [{ as: 'examiner', where: 'any' }],
  'issue.sign': [leader],
  'issue.number': [office],
  'issue.publish': [office],
  'issue.acknowledge': [head('recipient')],
};

/** Who may see a stream at all; to everybody else it does not exist (404). Texts are seen through the stream that cites them. */
export const READING: { readonly [K in Kind]: readonly Grant[] } = {
  case: [office, leader, auditor, administrator, head('any'), ...seated('any')],
  research: [office, leader, auditor],
  contribution: [
    head('own-department'),
    head('case-owner'),
    { as: 'leader', where: 'case-lead' },
    office,
    auditor,
  ],
  chapter: [head('owner'), head('support'), { as: 'leader', where: 'lead' }, office, auditor],
  manuscript: [office, leader, auditor],
  consultation: [head('recipient'), office, leader, auditor],
  opinion: [head('own-department'), office, leader, auditor],
  meeting: [...seated('seat:any'), office, auditor],
  ballot: [...seated('seat:any'), office, auditor],
  filing: [office, leader, auditor],
  dossier: [{ as: 'examiner', where: 'any' }, auditor],
  issue: [head('recipient'), office, leader, auditor],
  register: [office, auditor],
  org: [
    office,
    leader,
    auditor,
    administrator,
    head('any'),
    { as: 'examiner', where: 'any' },
    ...seated('any'),
  ],
  person: [administrator, auditor],
  procedure: [
    office,
    leader,
    auditor,
    administrator,
    head('any'),
    { as: 'examiner', where: 'any' },
    ...seated('any'),
  ],
  refusal: [auditor],
};
