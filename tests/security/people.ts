import { CommandAnswer, Me } from '@mouding/contract';
import type { Heard } from '../play/http.ts';
import { cookieOf, json, PASSWORD, type House } from '../api/house.ts';

/** Somebody of the first institution who is registered and signed in. */
export interface Somebody {
  readonly person: string;
  readonly login: string;
  readonly cookie: string;
}

/** Registers somebody as the administrator. @returns the id of the person */
export async function register(
  house: House,
  admin: string,
  login: string,
  password = PASSWORD,
): Promise<string> {
  const heard = await house.give(admin, '/v1/persons', { name: `某${login}`, login, password });
  if (heard.status !== 201) throw new Error(`${login}: ${heard.status} ${heard.text}`);
  return (CommandAnswer.parse(json(heard)).made ?? '').slice('person/'.length);
}

/** Registers somebody and signs them in. */
export async function somebody(house: House, admin: string, login: string): Promise<Somebody> {
  const person = await register(house, admin, login);
  return { person, login, cookie: await cookieOf(house, 'one', login) };
}

/** Acts on somebody's account, in the version that stands. */
export async function actOn(
  house: House,
  cookie: string,
  person: string,
  act: { readonly verb: string; readonly body?: object },
): Promise<Heard> {
  const path = `/v1/persons/${person}`;
  const seen = await house.ask({ method: 'GET', path, cookie });
  const etag = seen.headers.get('etag') ?? '"person/none:0"';
  return house.give(cookie, `${path}/commands/${act.verb}`, act.body ?? {}, { 'if-match': etag });
}

/** Makes a post and fills it. */
export async function appoint(
  house: House,
  cookie: string,
  person: string,
  as: string,
  title: string = as,
): Promise<Heard> {
  await house.give(cookie, '/v1/org/commands/create-post', { title, as, department: null });
  const org = json(await house.ask({ method: 'GET', path: '/v1/org', cookie }));
  const posts = org['posts'] as readonly { readonly id: string; readonly title: string }[];
  const post = posts.find((each) => each.title === title)?.id ?? '';
  return house.give(cookie, '/v1/org/commands/fill-post', { post, person });
}

const LAX = { passwords: 'asvs', separation: 'warn', stepUp: 'none', firstPassword: null } as const;

/** Sets the security profile; what is not said is the default. */
export const secure = (house: House, cookie: string, profile: object): Promise<Heard> =>
  house.give(cookie, '/v1/org/commands/set-security', { ...LAX, ...profile });

/** Status and code of an answer, for comparing. */
export const outcome = (heard: Heard): readonly [number, unknown] => [
  heard.status,
  heard.text.startsWith('{') ? json(heard)['code'] : undefined,
];

/** Who a cookie stands for, or the status that says nobody. */
export async function whoIs(house: House, cookie: string): Promise<string | number> {
  const heard = await house.ask({ method: 'GET', path: '/v1/me', cookie });
  return heard.status === 200 ? Me.parse(json(heard)).person : heard.status;
}

export const cookieIn = (heard: Heard): string => heard.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
