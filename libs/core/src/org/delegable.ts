import { CAPACITIES, type CapacityKind } from '../capacity.ts';

/** Capacities that go with the person, or that guard the others: nobody delegates them. */
const PERSONAL: ReadonlySet<CapacityKind> = new Set([
  'administrator',
  'security-administrator',
  'security-auditor',
  'auditor',
  'delegate',
  'teller',
  'scrutineer',
  'clock',
]);
/** Capacities whose work may be delegated. */
export const DELEGABLE: readonly CapacityKind[] = CAPACITIES.filter((as) => !PERSONAL.has(as));

/** Voting and counting, appointing, publishing the law itself: nobody does them in somebody else's place. */
const NEVER = /^(?:org|person|procedure|meeting|sitting|ballot|tabling|dossier|refusal|repair)\./;

/** What a second person says (confirm, grant): two persons are two, whoever delegates to whom. */
const SECOND = /\.(?:confirm|grant)(?:-|$)/;

/** What concerns the person alone, or the checker that was chosen. */
const OF_THE_PERSON: ReadonlySet<string> = new Set(['record.acknowledge', 'record.object', 'record.check']);

/**
 * Whether a verb is never carried out under a delegation.
 *
 * @source 中国共产党党组工作条例：表决由到会成员本人作出；企业民主管理规定：职工代表本人行使表决权
 */
export const neverDelegated = (verb: string): boolean =>
  NEVER.test(verb) || SECOND.test(verb) || OF_THE_PERSON.has(verb);

/** 一般事项: taking note, answering, handing in what others wait for. Approving and deciding are named one by one. */
const HARMLESS: ReadonlySet<string> = new Set([
  'research.record',
  'contribution.submit',
  'contribution.report-none',
  'contribution.withdraw',
  'contribution.see-escalation',
  'chapter.give-input',
  'chapter.see-escalation',
  'chapter.note-instruction',
  'consultation.reply-none',
  'consultation.give-opinion',
  'consultation.open-text',
  'opinion.withdraw',
  'opinion.note',
  'opinion.object',
  'condition.meet',
  'duty.report',
  'indicator.fill',
  'mandate.draft',
  'issue.acknowledge',
]);

/** Whether a verb is covered by “everything harmless”. */
export const isHarmless = (verb: string): boolean => HARMLESS.has(verb);

/** Whether something harmless may be done with streams of this kind. */
export const isHarmlessKind = (kind: string): boolean =>
  [...HARMLESS].some((verb) => verb.startsWith(`${kind}.`));
