import { castOf } from 'mouding/client/cast';
import { plansFor } from '../play/institutions.ts';
import { ROOMS } from '../play/scheme-procedures.ts';
import type { Addresses } from './database.ts';
import { cookieOf, makeWorld, openCase, PASSWORD, type World } from './http-world.ts';

/** A hospital in which everything that comes in a rush can be done again and again. */
export interface Crowd {
  readonly world: World;
  /** Members who sign in to a meeting and out of it again: what a meeting waits for goes before everything else. */
  readonly seats: readonly Seat[];
  /** Paths of things to read, by whoever the world's cookie is. */
  readonly read: string;
  readonly export: string;
}

/** A member of a meeting that was called. */
export interface Seat {
  readonly cookie: string;
  /** `/v1/meetings/<id>/commands`. */
  readonly commands: string;
}

/** Beside the two of the world: more chapters than requests are worked on at once, so that few wait for each other. */
const CASES = 2;
const MEETINGS = 16;
const MEMBERS = ['leader', 'lead'];

/** @throws ApiProblem when something was refused */
export async function makeCrowd(api: string, addresses: Addresses, keyFile: string): Promise<Crowd> {
  const world = await makeWorld(api, addresses, keyFile);
  const { code } = plansFor((who) => `某${who}`).hospital;
  const cast = castOf(api, code, PASSWORD);
  const [office, support] = [await cast.as('office'), await cast.as('support')];
  const chapters = [...world.chapters];
  for (let i = 0; i < CASES; i++) chapters.push(...(await openCase(office)));
  await office.make('procedure', { definition: ROOMS, document: '议事规则' });
  const cookies = await Promise.all(MEMBERS.map((login) => cookieOf(api, code, login)));
  const seats: Seat[] = [];
  for (let i = 0; i < MEETINGS; i++) {
    const scheme = await office.keep('编制工作方案');
    const { made } = await office.make('case', {
      title: '工作方案',
      procedure: ROOMS.id,
      scheme,
      authority: null,
    });
    const meeting = await office.make('meeting', {
      case: made.slice('case/'.length),
      stage: 'deans',
      at: '2099-01-01T01:00:00.000Z',
      place: '第一会议室',
    });
    const commands = `/v1/meetings/${meeting.made.slice('meeting/'.length)}/commands`;
    seats.push(...cookies.map((cookie) => ({ cookie, commands })));
  }
  const original = await support.keepFile('附件.bin', new Uint8Array(20_000).fill(7));
  const [first = ''] = chapters;
  await support.act(`chapter/${first}`, 'give-input', { ...world.body, original });
  return {
    world: { ...world, chapters },
    seats,
    read: `/v1/chapters/${first}`,
    export: `/v1/chapters/${first}/files/${original.hash}`,
  };
}
