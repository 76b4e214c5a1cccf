import { Organisation } from '@mouding/contract';
import type { Cast } from '../client/cast.ts';
import type { Session } from '../client/session.ts';
import { inParallel } from '../in-parallel.ts';
import type { InstitutionPlan } from './institution-plan.ts';

/** The server works out so many password hashes at once; more would only wait. */
const REGISTERING = 4;

/**
 * Sets up a founded institution as its administrator would: departments, people, posts and who holds them, bodies.
 * What the founding itself made (the administrator's own post and person) is left as it is.
 */
export async function setUp(cast: Cast, plan: InstitutionPlan, password: string): Promise<void> {
  const admin = await cast.as('admin');
  const org = `org/${admin.me.institution.id}`;
  const people = register(admin, plan, password);
  for (const department of plan.departments) await admin.act(org, 'create-department', department);
  await createPosts(admin, org, plan);
  await fillPosts(admin, org, plan, await people);
  await formBodies(admin, org, plan);
}

const look = (admin: Session): Promise<Organisation> => admin.read('/v1/org', Organisation);

/** Registers everybody but the administrator; answers who got which id, by login. */
async function register(
  admin: Session,
  { people }: InstitutionPlan,
  password: string,
): Promise<ReadonlyMap<string, string>> {
  const others = people.filter(({ login }) => login !== 'admin');
  const made = await inParallel(others, REGISTERING, async ({ login, name }) => {
    const { made: person } = await admin.make('person', { login, name, password });
    return [login, person.slice('person/'.length)] as const;
  });
  return new Map([...made, ['admin', admin.me.person]]);
}

async function createPosts(admin: Session, org: string, plan: InstitutionPlan): Promise<void> {
  const { departments, posts } = await look(admin);
  const ids = new Map(departments.map(({ name, id }) => [name, id]));
  const there = new Set(posts.map(({ title }) => title));
  for (const { title, as, department } of plan.posts) {
    if (there.has(title)) continue;
    await admin.act(org, 'create-post', {
      title,
      as,
      department: department === null ? null : (ids.get(department) ?? null),
    });
  }
}

async function fillPosts(
  admin: Session,
  org: string,
  plan: InstitutionPlan,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const { posts } = await look(admin);
  const vacant = new Map(posts.filter(({ filled }) => !filled).map(({ title, id }) => [title, id]));
  for (const { title, holder } of plan.posts) {
    const post = vacant.get(title);
    if (post) await admin.act(org, 'fill-post', { post, person: people.get(holder) });
  }
}

async function formBodies(admin: Session, org: string, plan: InstitutionPlan): Promise<void> {
  const { posts } = await look(admin);
  const ids = new Map(posts.map(({ title, id }) => [title, id]));
  for (const { key, name, seats } of plan.bodies) {
    await admin.act(org, 'form-body', {
      key,
      name,
      seats: seats.map(({ post, role }) => ({ post: ids.get(post), role })),
    });
  }
}
