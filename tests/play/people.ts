import { Delegations, Me, Organisation } from '@mouding/contract';
import { addDays, dayOf } from '@mouding/core';
import { changeAides } from './aide.ts';
import type { Who } from './institutions.ts';
import { keep, postOf, read, type Stage } from './stage.ts';

/** What changes of people and departments are played on: the organisation, and somebody to be appointed. */
export interface Place {
  readonly org: string;
  readonly person: string;
  /** A research that is under way. */
  readonly research: string;
}

/** Terms, 主持工作, delegations, dated appointments and departments: every command of theirs once. */
export async function changePeople(stage: Stage, place: Place): Promise<void> {
  const { now } = Me.parse(await read(stage, 'admin', '/v1/me'));
  await appoint(stage, place, dayOf(now));
  await delegate(stage, place, dayOf(now));
  await changeAides(stage);
  await reorganise(stage, place);
}

const look = async (stage: Stage): Promise<Organisation> =>
  Organisation.parse(await read(stage, 'admin', '/v1/org'));

const TITLE = '机要秘书';

async function appoint(stage: Stage, { org, person }: Place, today: string): Promise<void> {
  const give = (verb: string, body: object) => stage.give('admin', verb, org, body);
  await give('org.create-post', { title: TITLE, as: 'secretary', department: null });
  const post = (await look(stage)).posts.find(({ title }) => title === TITLE)?.id;
  await give('org.appoint-acting', { post, by: { person }, until: addDays(today, 3) });
  await give('org.end-acting', { post });
  await give('org.fill-post', { post, person, on: addDays(today, 5) });
  await give('org.withdraw-planned', { act: await plannedIn(stage) });
  const elsewhere = { happened: today, medium: 'paper', book: '任免文件第3册' };
  await give('org.fill-post', { post, person, on: addDays(today, -2), elsewhere });
  await stage.give('director', 'org.confirm-dated', org, { act: await plannedIn(stage), agree: true });
  await give('org.renew-term', { post, until: addDays(today, 400) });
  await give('org.vacate-post', { post });
}

async function plannedIn(stage: Stage): Promise<string> {
  const [planned] = (await look(stage)).planned;
  if (!planned) throw new Error('something was planned');
  return planned.act;
}

/** Somebody without a post acts for a leader, who looks at what was done and takes it back. */
async function delegate(stage: Stage, { org, research }: Place, today: string): Promise<void> {
  const { person: to } = stage.company.players.nobody;
  const scope = { harmless: true };
  const post = await postOf(stage, 'leader');
  await stage.give('leader', 'org.delegate', org, { post, to, until: addDays(today, 9), scope, stays: [] });
  const text = await keep(stage, 'nobody', '受托调研');
  const body = { method: 'visit', on: addDays(today, -1), place: null, attendance: null, text };
  await stage.give('nobody', 'research.record', research, body);
  const { items } = Delegations.parse(await read(stage, 'leader', '/v1/me/delegations'));
  const delegation = items[0]?.delegation;
  await stage.give('leader', 'org.see-delegated-acts', org, { delegation });
  await stage.give('leader', 'org.revoke-delegation', org, { delegation });
}

async function reorganise(stage: Stage, { org }: Place): Promise<void> {
  const give = (verb: string, body: object) => stage.give('admin', verb, org, body);
  const NAMES = ['推拿科', '体检科', '康复科', '营养科'];
  for (const name of NAMES) await give('org.create-department', { name, kind: 'clinical' });
  const { departments } = await look(stage);
  const [first, second, third, fourth] = NAMES.map(
    (name) => departments.find((each) => each.name === name)?.id,
  );
  await give('org.rename-department', { department: first, name: '推拿针灸科' });
  await give('org.merge-departments', { departments: [second], into: { department: first } });
  await give('org.close-department', { department: third, heir: first });
  const into = [
    { name: '营养一科', kind: 'clinical' },
    { name: '营养二科', kind: 'clinical' },
  ];
  await give('org.split-department', { department: fourth, into });
}

/** Somebody who came and left is erased, after it was proposed once and taken back. Answers who it was. */
export async function eraseSomebody(stage: Stage): Promise<string> {
  const account = { name: '离院者', login: 'leaver', password: 'small-password' };
  const registered = await stage.give('admin', 'person.register', '', account);
  const made = registered.made ?? '';
  await stage.give('guard', 'person.deactivate', made);
  await stage.give('admin', 'person.propose-erasure', made, ERASING);
  await stage.give('guard', 'person.withdraw-erasure', made);
  await stage.give('guard', 'person.propose-erasure', made, ERASING);
  await stage.give('admin', 'person.erase', made);
  return made.slice('person/'.length);
}

/** A holder of a post leaves it and is erased. */
export async function eraseHolder(stage: Stage, who: Who): Promise<string> {
  const { person, house } = stage.company.players[who];
  const on = `person/${person}`;
  await stage.give('guard', 'person.deactivate', on);
  const { posts } = await look(stage);
  for (const { id, holder } of posts)
    if (holder?.person === person)
      await stage.give('admin', 'org.vacate-post', `org/${stage.company.houses[house]}`, { post: id });
  await stage.give('admin', 'person.propose-erasure', on, ERASING);
  await stage.give('guard', 'person.erase', on);
  return person;
}

const ERASING = { ground: 'purpose-ended', document: '云中医办〔2026〕3号' };
