// (c) MikroORM as one would use it without thinking further: fork, create, flush.
import { randomUUID } from 'node:crypto';
// oxlint-disable-next-line @nx/enforce-module-boundaries -- a package of this folder, not of the workspaces
import { EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import { payload } from '../payload.ts';
import { present } from '../subject.ts';

const Decided = new EntitySchema({
  name: 'Decided',
  properties: {
    id: { type: 'uuid', primary: true },
    stream: { type: 'string' },
    version: { type: 'integer' },
    type: { type: 'string' },
    data: { type: 'json' },
    created: { type: 'Date' },
  },
});

await present(async ({ url, connections }) => {
  const orm = await MikroORM.init({
    entities: [Decided],
    clientUrl: url,
    pool: { min: 1, max: connections },
    allowGlobalContext: false,
  });
  await orm.schema.create();
  return {
    async op(i) {
      const em = orm.em.fork();
      const row = { id: randomUUID(), stream: `s${i}`, version: 1, type: 'Decided', data: payload(i) };
      em.create('Decided', { ...row, created: new Date() }, { persist: true });
      await em.flush();
    },
    close: () => orm.close(),
  };
});
