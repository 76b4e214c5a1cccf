import { createHash, randomUUID } from 'node:crypto';
import { streamName, type OrgFact, type Recorded } from '@mouding/core';
import { canonical } from '@mouding/evidence';
import type { CommandKey, CommandTx, Ledger } from '@mouding/ledger';
import { z } from 'zod';
import { write } from '../commands/writing.ts';
import { StateCache } from '../reading/state-cache.ts';
import { World } from '../reading/world.ts';
import { hashPassword } from '../session/password.ts';

/** A new tenant and the person who sets it up. */
export interface Founding {
  /** UUID; a new one when left out. Founding it again with the same words answers what was founded. */
  readonly id?: string;
  /** By which people sign in, unique on this server, e.g. `demo-hospital`. */
  readonly code: string;
  readonly name: string;
  /** unit: compiles plans · authority: examines them */
  readonly kind: 'unit' | 'authority';
  /** Only a rehearsal has a clock that can be moved. */
  readonly mode: 'live' | 'rehearsal';
  /** Law time at which a rehearsal begins, UTC with milliseconds; now when left out. */
  readonly start?: string;
  readonly administrator: { readonly name: string; readonly login: string; readonly password: string };
}

const VERB = 'org.found';
/** The title of the first post, 系统管理员. */
const TITLE = '系统管理员';

/** What was founded: the institution, and the person who is its administrator. */
export const Founded = z.strictObject({ institution: z.uuid(), administrator: z.uuid() });
export type Founded = Readonly<z.infer<typeof Founded>>;

/**
 * An operator's act: founds an institution with its first administrator, in one append. Everything after that is done
 * by people through the API.
 *
 * @param ledger opened as the owner: no service may do this
 * @throws Error when the code or the login is taken by something else
 */
export async function foundInstitution(ledger: Ledger, founding: Founding): Promise<Founded> {
  const institution = founding.id ?? (await idOf(ledger, founding.code)) ?? randomUUID();
  const { code, name, mode, start, administrator } = founding;
  await ledger.found({ id: institution, code, name, mode, ...(start ? { start } : {}) });
  const secret = await hashPassword(administrator.password);
  const opened = await ledger.open(institution, keyOf(institution, founding));
  if (opened.kind === 'replay') return Founded.parse(opened.body);
  if (opened.kind !== 'fresh')
    throw new Error(`${code}: this institution was founded in other words, or is being founded now`);
  const { tx } = opened;
  try {
    return await append(tx, institution, founding, secret);
  } finally {
    await tx.rollback();
  }
}

function keyOf(institution: string, { code, name, mode, kind, administrator }: Founding): CommandKey {
  const words = canonical({ code, name, mode, kind, login: administrator.login });
  const bodyHash = createHash('sha256').update(words).digest('hex');
  return {
    person: 'operator',
    key: 'founding',
    verb: VERB,
    target: `org/${institution}`,
    bodyHash,
    judged: false,
  };
}

const idOf = async (ledger: Ledger, code: string): Promise<string | undefined> =>
  (await ledger.institutions()).find((each) => each.code === code)?.id;

async function append(
  tx: CommandTx,
  institution: string,
  founding: Founding,
  secret: string,
): Promise<Founded> {
  const person = randomUUID();
  const { name, login } = founding.administrator;
  const account = await tx.register({ person, login, secret, name });
  if (account === 'login-taken') throw new Error(`${login}: this login is in use`);
  const streams = [streamName('org', institution), streamName('person', person)];
  const world = new World(institution, tx, new StateCache());
  await tx.lock(streams.map((stream) => ({ name: stream, mode: 'write' as const })));
  for (const stream of streams) await world.bring(stream);
  const actor = { as: 'operator', by: null, for: null, post: null, recorder: null };
  const signature = { at: tx.now, actor, command: { key: 'founding', verb: VERB } };
  const written = write(world, { facts: factsOf(tx.now, institution, founding, person) }, signature);
  const body = { institution, administrator: person };
  const done = await tx.commit({ ...written, answer: { status: 201, body } });
  if (done.kind === 'moved') throw new Error(`${founding.code}: founded by someone else at the same moment`);
  return body;
}

function factsOf(
  now: string,
  institution: string,
  { name, code, kind, mode, administrator }: Founding,
  person: string,
): readonly Recorded[] {
  const org = streamName('org', institution);
  const post = randomUUID();
  const own = (fact: OrgFact): Recorded => ({ stream: org, fact });
  return [
    own({ type: 'InstitutionFounded', data: { name, code, kind, mode } }),
    own({ type: 'PostCreated', data: { post, title: TITLE, as: 'administrator', department: null } }),
    {
      stream: streamName('person', person),
      fact: { type: 'PersonRegistered', data: {} },
      sealed: [{ subject: person, plain: { name: administrator.name } }],
    },
    own({ type: 'PostFilled', data: { post, person, from: now } }),
  ];
}
