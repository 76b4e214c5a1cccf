import { z } from 'zod';
import { CAPACITIES } from '../capacity.ts';
import { record, refuse, type Command, type Decision, type Given } from '../decider.ts';
import { notNow } from '../refusal.ts';
import { streamName } from '../stream.ts';
import type { OrgFact } from './org.ts';

const Name = z.string().trim().min(1).max(80);

const its = (given: Given, fact: OrgFact): Decision => ({
  facts: [record(streamName('org', given.institution), fact)],
});
const onOrg = (verb: `org.${string}`) =>
  ({
    verb,
    on: 'org',
    concurrent: true,
    needs: (_: unknown, id: string) => [{ write: streamName('org', id) }],
  }) as const;

export const CreatePost = z
  .strictObject({ title: Name, as: z.enum(CAPACITIES).exclude(['clock']), department: z.uuid().nullable() })
  .meta({ id: 'CreatePost', description: '设置岗位 · creates a post' });

export const createPost: Command<'org', z.infer<typeof CreatePost>> = {
  ...onOrg('org.create-post'),
  decide(given, _, { title, as, department }) {
    const { departments, posts } = given.org.context;
    if (as === 'department-head' && department === null)
      return refuse(
        notNow(
          'org.department-needed',
          '科室负责人岗位应当指明所在科室',
          'The post of a head of department needs its department',
        ),
      );
    if (department !== null && !departments.some((d) => d.id === department))
      return refuse(
        notNow('org.department-known', '没有这个科室', 'There is no such department', { department }),
      );
    const same = posts.find((p) => p.title === title);
    if (same)
      return refuse(
        notNow('org.post-new', `已有岗位“${title}”`, `There is a post called ${title} already`, {
          post: same.id,
        }),
      );
    return its(given, { type: 'PostCreated', data: { post: given.id('post'), title, as, department } });
  },
};

export const FormBody = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    name: Name,
    seats: z
      .array(
        z.strictObject({
          post: z.uuid(),
          role: z.enum(['chair', 'deputy', 'member', 'secretary', 'teller', 'scrutineer']),
        }),
      )
      .max(500),
  })
  .meta({ id: 'FormBody', description: '组成议事决策机构 · forms a body' });

export const formBody: Command<'org', z.infer<typeof FormBody>> = {
  ...onOrg('org.form-body'),
  decide(given, _, { key, name, seats }) {
    const { posts, bodies } = given.org.context;
    const stranger = seats.find(({ post }) => !posts.some((p) => p.id === post));
    if (stranger)
      return refuse(
        notNow('org.post-known', '没有这个岗位', 'There is no such post', { post: stranger.post }),
      );
    const voting = seats
      .filter(({ role }) => role === 'chair' || role === 'deputy' || role === 'member')
      .map(({ post }) => post);
    const twice = voting.find((post, i) => voting.indexOf(post) !== i);
    if (twice)
      return refuse(
        notNow(
          'org.one-seat',
          '同一岗位在一个机构中只占一个有表决权的席位',
          'A post has one voting seat in a body',
          { post: twice },
        ),
      );
    const body = bodies.find((b) => b.key === key)?.id ?? given.id('body');
    return its(given, { type: 'BodyFormed', data: { body, key, name, seats } });
  },
};

export const MoveClock = z
  .strictObject({
    to: z.iso.datetime({ precision: 3 }).meta({ description: '拨到的时刻（UTC） · the instant to move to' }),
  })
  .meta({ id: 'MoveClock', description: '演练时钟前拨 · moves the clock of a rehearsal forward' });

/** Only a rehearsal's clock moves, and only forward. The ledger moves its offset in the same transaction. */
export const moveClock: Command<'org', z.infer<typeof MoveClock>> = {
  ...onOrg('org.move-clock'),
  decide(given, _, { to }) {
    if (given.org.context.mode !== 'rehearsal')
      return refuse(
        notNow(
          'clock.rehearsal',
          '正式运行的单位不能拨动时钟',
          'The clock of a live institution cannot be moved',
        ),
      );
    if (to <= given.now)
      return refuse(
        notNow('clock.forward', '时钟只能向前拨', 'The clock only moves forward', { now: given.now, to }),
      );
    return its(given, { type: 'ClockMoved', data: { from: given.now, to } });
  },
};
