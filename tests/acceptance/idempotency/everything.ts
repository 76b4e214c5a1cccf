import type { Means } from '@mouding/shell';
import * as course from '../../play/course.ts';
import { endLetter, grantLetter } from '../../play/auditing.ts';
import { leaveByCode } from '../../play/depositing.ts';
import { endEveryWay } from '../../play/endings.ts';
import { file, fileOnPaper } from '../../play/filing.ts';
import { indicate } from '../../play/indicators.ts';
import { entriesOf } from '../../play/log.ts';
import { underMandates } from '../../play/mandated.ts';
import { moveThereAndBack } from '../../play/moving.ts';
import { goOut } from '../../play/outgoing.ts';
import { changePeople, eraseSomebody } from '../../play/people.ts';
import * as plan from '../../play/plan.ts';
import { recordMeetings } from '../../play/recorded.ts';
import { reviewed } from '../../play/reviewing.ts';
import { meetInRooms } from '../../play/rooms.ts';
import { SHORT } from '../../play/scheme-procedures.ts';
import { sitTogether } from '../../play/sitting.ts';
import { keep, streamIn, type Stage } from '../../play/stage.ts';
import { alarmed, declareRestart } from '../../play/tree-log.ts';

/** What a play needs of the system behind its doors. */
interface Behind {
  readonly means: Means;
  readonly ownerUrl: string;
}

/** Gives every command that people can give, each in its place. */
export async function playEverything(stage: Stage, behind: Behind): Promise<void> {
  await playPlan(stage);
  await playOnPaper(stage);
  await goOut(stage);
  await meetInRooms(stage);
  await underMandates(stage);
  await sitTogether(stage);
  await recordMeetings(stage);
  await endEveryWay(stage);
  await reviewed(stage);
  await moveThereAndBack(stage);
  await organise(stage, behind);
}

async function playPlan(stage: Stage): Promise<void> {
  const played = await plan.openPlan(stage);
  await course.gathered(played);
  await leaveByCode(played);
  await course.drafted(played);
  await course.consulted(played);
  await plan.decide(played);
  await plan.ballot(played);
  await file(played);
  await indicate(played);
  await plan.publish(played, await plan.sign(played));
}

async function playOnPaper(stage: Stage): Promise<void> {
  const caseId = await openShort(stage);
  const played = { stage, caseId };
  await plan.research(played);
  await plan.advance(played, 'research');
  await plan.advance(played, 'material');
  const filing = await streamIn(stage, caseId, { stage: 'filing', kind: 'filing' });
  await fileOnPaper(stage, filing);
  await plan.advance(played, 'filing');
}

/** Opens a case by the shortest procedure there is. @returns its id */
export async function openShort(stage: Stage, dates: object = {}): Promise<string> {
  await stage.give('office', 'procedure.publish', '', { definition: SHORT, document: null });
  const scheme = await keep(stage, 'office', '报备方案');
  const body = { title: '短程序', procedure: SHORT.id, scheme, authority: null, dates };
  return ((await stage.give('office', 'case.open', '', body)).made ?? '').slice('case/'.length);
}

async function organise(stage: Stage, { means, ownerUrl }: Behind): Promise<void> {
  const { hospital } = stage.company.houses;
  const org = `org/${hospital}`;
  const receiptOf = async (verb: string, body: object) =>
    (await stage.give('admin', verb, org, body)).receipt;
  const registered = await stage.give('admin', 'person.register', '', {
    name: '新来者',
    login: 'newcomer',
    password: 'small-password',
  });
  await receiptOf('org.create-department', { name: '针灸科', kind: 'clinical' });
  const made = await receiptOf('org.create-post', {
    title: '信息科副科长',
    as: 'secretary',
    department: null,
  });
  const created = (await entriesOf(ownerUrl, hospital)).find(({ leafHash }) => leafHash === made?.leafHash);
  const { post } = { ...created?.data } as { readonly post: string };
  await receiptOf('org.fill-post', { post, person: registered.made?.slice('person/'.length) });
  await receiptOf('org.form-body', { key: 'editors', name: '编写组', seats: [{ post, role: 'member' }] });
  const newYear = { from: '2030-01-01', to: '2030-01-01' };
  const year = { year: 2030, of: 'state', off: [newYear], worked: [], source: '国办发明电' };
  await receiptOf('org.set-holidays', year);
  await receiptOf('org.vacate-post', { post });
  const shortCase = await openShort(stage);
  const research = await streamIn(stage, shortCase, { stage: 'research', kind: 'research' });
  await changePeople(stage, { org, person: (registered.made ?? '').slice('person/'.length), research });
  await endLetter(stage, await grantLetter(stage));
  await declareRestart(stage);
  await alarmed(stage, means);
  const lax = { passwords: 'asvs', separation: 'warn', stepUp: 'none', firstPassword: null };
  await receiptOf('org.set-security', lax);
  const person = registered.made ?? '';
  await stage.give('admin', 'person.unlock', person);
  await stage.give('admin', 'person.reset-password', person, { password: 'another-password' });
  await stage.give('guard', 'person.reset-second-factor', person);
  await stage.give('guard', 'person.deactivate', person);
  await stage.give('admin', 'person.reactivate', person);
  await eraseSomebody(stage);
  const now = await means.ledger.lawNow(hospital);
  await receiptOf('org.move-clock', { to: new Date(Date.parse(now) + 3_600_000).toISOString() });
}
