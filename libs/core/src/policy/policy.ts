import type { CapacityKind } from '../capacity.ts';
import type { Kind } from '../stream.ts';
import type { Relation } from './relations.ts';

/** Somebody of this capacity who stands in this relation to the stream. */
export interface Grant {
  readonly as: CapacityKind;
  readonly where: Relation;
}

/** 规划办: its director may ask everything that it may. */
const director: Grant = { as: 'office-director', where: 'any' };
const office: readonly Grant[] = [{ as: 'office', where: 'any' }, director];
const administrator: Grant = { as: 'administrator', where: 'any' };
/** 安全管理员: gives and takes rights, and nothing else. */
const securityAdministrator: Grant = { as: 'security-administrator', where: 'any' };
const securityAuditor: Grant = { as: 'security-auditor', where: 'any' };
const auditor: Grant = { as: 'auditor', where: 'any' };
const leader: Grant = { as: 'leader', where: 'any' };
const clock: Grant = { as: 'clock', where: 'any' };
const head = (where: Relation): Grant => ({ as: 'department-head', where });

/** A seat in the body that meets is what counts there, or being named, whichever post it is. */
const seated = (where: Relation): readonly Grant[] =>
  (
    [
      'committee-member',
      'leader',
      'department-head',
      'delegate',
      'office',
      'office-director',
      'secretary',
      'teller',
      'scrutineer',
    ] as const
  ).map((as) => ({ as, where }));

const voters = seated('seat:voting');
const presiding = seated('seat:presiding');
const secretary = seated('seat:secretary');
const recorded = seated('recorded');
const checker = seated('checker');
const recorder = seated('recorder');
const proposer = seated('proposer');
/** 落实责任人: the head of the department that a condition was given to, or whoever holds the post. */
const conditionOwner = [head('condition-department'), ...seated('condition-post')];

/** Who may ask what: the one address of every permission to act. A verb that is not here is refused to everybody. */
export const ACTING: { readonly [verb: string]: readonly Grant[] } = {
  'org.create-department': [administrator],
  'org.create-post': [administrator],
  'org.fill-post': [administrator, securityAdministrator],
  'org.vacate-post': [administrator, securityAdministrator],
  'org.set-security': [administrator, securityAdministrator],
  'org.form-body': [administrator],
  'org.move-clock': [administrator],
  'person.register': [administrator],
  'person.reset-password': [administrator],
  'person.unlock': [administrator],
  'person.deactivate': [administrator, securityAdministrator],
  'person.reactivate': [administrator],
  'person.reset-second-factor': [securityAdministrator],
  'procedure.publish': [...office, administrator],
  'case.open': office,
  'case.join': office,
  'case.confirm-joining': [director, leader],
  'case.advance': office,
  'case.note-copied': office,
  'case.exempt': office,
  'case.grant-exemption': [director, leader],
  'research.record': [...office, leader, head('any')],
  'contribution.submit': [head('own-department')],
  'contribution.report-none': [head('own-department')],
  'contribution.withdraw': [head('own-department')],
  'contribution.record': office,
  'contribution.accept': office,
  'contribution.return': office,
  'contribution.quarantine': [...office, clock],
  'contribution.extend': [director],
  'contribution.excuse': [director],
  'contribution.fall-due': [clock],
  'contribution.escalate': [clock],
  'contribution.see-escalation': [{ as: 'leader', where: 'escalated' }],
  'chapter.give-input': [head('support')],
  'chapter.submit': [head('writer')],
  'chapter.sign-off': [{ as: 'leader', where: 'lead' }],
  'chapter.return': [{ as: 'leader', where: 'lead' }, ...office],
  'chapter.withdraw': [head('writer')],
  'chapter.quarantine': [...office, clock],
  'chapter.extend': [director],
  'chapter.record': office,
  'chapter.record-input': office,
  'chapter.record-sign-off': office,
  'chapter.record-return': office,
  'chapter.fall-due': [clock],
  'chapter.escalate': [clock],
  'chapter.see-escalation': [{ as: 'leader', where: 'lead' }],
  'review.give-opinion': [leader],
  'review.record-opinion': office,
  'review.close': office,
  'manuscript.compile': office,
  'manuscript.revise': office,
  'manuscript.amend': office,
  'manuscript.class-change': [director, leader],
  'consultation.reply-none': [head('recipient')],
  'consultation.give-opinion': [head('recipient')],
  'consultation.open-text': [head('recipient')],
  'consultation.record-opinion': office,
  'consultation.record-none': office,
  'consultation.close': [clock, ...office],
  'opinion.propose': office,
  'opinion.merge': office,
  'opinion.withdraw': [head('own-department')],
  'opinion.note': [head('own-department')],
  'opinion.object': [head('own-department')],
  'opinion.explain': office,
  'meeting.call': [...secretary, ...office],
  'meeting.sign-in': voters,
  'meeting.sign-out': voters,
  'meeting.open': [...secretary, ...presiding],
  'meeting.put': [...presiding, ...secretary],
  'meeting.vote': voters,
  'meeting.count': secretary,
  'meeting.decide': presiding,
  'meeting.declare': [...secretary, ...presiding],
  'meeting.adjourn': [...secretary, ...presiding],
  'meeting.record': [...secretary, ...office],
  'meeting.add-item': [...secretary, ...presiding, ...office],
  'meeting.withdraw-item': [...presiding, ...office],
  'meeting.record-attendance': secretary,
  'meeting.record-vote': secretary,
  'meeting.file-minutes': [...secretary, ...office],
  'condition.meet': conditionOwner,
  'condition.verify': [...secretary, ...office],
  'condition.waive': [...presiding, director],
  'ballot.tally': seated('seat:teller'),
  'ballot.confirm': seated('seat:scrutineer'),
  'filing.send': office,
  'filing.record-sent': office,
  'filing.record-receipt': office,
  'filing.record-instruction': office,
  'filing.fall-due': [clock],
  'filing.enter-answer': office,
  'filing.take-answer': [clock],
  'dossier.receive': [clock],
  'dossier.answer': [{ as: 'examiner', where: 'any' }],
  'issue.draft': office,
  'issue.review': office,
  'issue.countersign': [head('countersigner')],
  'issue.sign': [leader],
  'issue.check': office,
  'issue.reserve-number': office,
  'issue.number': office,
  'issue.void-number': office,
  'issue.seal': office,
  'issue.publish': office,
  'issue.acknowledge': [head('recipient')],
  'issue.record-step': office,
  'issue.record-receipt': office,
  'record.acknowledge': recorded,
  'record.object': recorded,
  'record.answer-objection': office,
  'record.check': checker,
  'record.lapse': [clock],
  'record.correct': [...office, ...recorder],
  'record.exempt': office,
  // Whoever proposed it may take it back.
  'record.confirm-repair': [director, leader, ...proposer],
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
  chapter: [head('owner'), head('support'), { as: 'leader', where: 'lead' }, ...office, auditor],
  manuscript: [...office, leader, auditor],
  consultation: [head('recipient'), ...office, leader, auditor],
  opinion: [head('own-department'), ...office, leader, auditor],
  meeting: [...seated('seat:any'), ...office, auditor],
  ballot: [...seated('seat:any'), ...office, auditor],
  condition: [...conditionOwner, ...seated('seat:any'), ...office, auditor],
  filing: [...office, leader, auditor],
  dossier: [{ as: 'examiner', where: 'any' }, auditor],
  issue: [head('recipient'), head('countersigner'), ...office, leader, auditor],
  register: [...office, auditor],
  review: [...office, leader, auditor],
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
