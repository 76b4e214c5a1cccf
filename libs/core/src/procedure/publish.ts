import { assign, setup, type SnapshotFrom } from 'xstate';
import { z } from 'zod';
import { canonical } from '@mouding/evidence';
import { record, refuse, type Command } from '../decider.ts';
import { against, type Notice } from '../refusal.ts';
import type { Rows } from '../rows.ts';
import { streamName, type Fact } from '../stream.ts';
import { checkProcedure, unheld, type ProcedureFault } from './check.ts';
import { compileProcedure, definitionJson, readDefinition } from './procedure.ts';

/** An immutable version of a procedure, bound to the document that authorised it. */
export type ProcedureFact = Fact<
  'ProcedurePublished',
  { id: string; version: number; hash: string; title: string; document: string | null }
>;

interface Context {
  readonly id: string;
  readonly title: string;
  readonly versions: readonly {
    readonly version: number;
    readonly hash: string;
    readonly document: string | null;
  }[];
}

export const procedureMachine = setup({
  types: { context: {} as Context, events: {} as ProcedureFact },
  guards: { next: ({ context, event }) => event.data.version === context.versions.length + 1 },
}).createMachine({
  id: 'procedure',
  context: { id: '', title: '', versions: [] },
  initial: 'open',
  states: {
    open: {
      on: {
        ProcedurePublished: {
          guard: 'next',
          actions: assign(({ context, event: { data } }) => ({
            id: data.id,
            title: data.title,
            versions: [
              ...context.versions,
              { version: data.version, hash: data.hash, document: data.document },
            ],
          })),
        },
      },
    },
  },
});

export type ProcedureState = SnapshotFrom<typeof procedureMachine>;

export const procedureRows = (id: string, { context }: ProcedureState): Rows => ({
  item: {
    kind: 'procedure',
    id,
    case: null,
    stage: null,
    status: `v${context.versions.length}`,
    label: context.title,
    department: null,
    due: null,
    no: context.versions.length,
  },
  obligations: [],
});

export const PublishProcedure = z
  .strictObject({
    definition: z
      .record(z.string(), z.unknown())
      .meta({ description: '程序定义（同 procedure.yaml） · the definition' }),
    document: z
      .string()
      .max(200)
      .nullable()
      .meta({ description: '批准文件 · the document that authorises it' }),
  })
  .meta({ id: 'PublishProcedure', description: '发布编制程序 · publishes a version of a procedure' });

/** The stream of a procedure: one per id in an institution. */
export const procedureStream = (derive: (name: string) => string, id: string) =>
  streamName('procedure', derive(`procedure/${id}`));

/** 发布编制程序: refused with every fault that `check` finds. The definition is stored as a text, by its hash. */
export const publishProcedure: Command<'procedure', z.infer<typeof PublishProcedure>> = {
  verb: 'procedure.publish',
  on: 'procedure',
  needs: (_, id) => [{ write: streamName('procedure', id) }],
  decide(given, id, { definition: written, document }) {
    const read = readDefinition(written);
    if ('faults' in read)
      return refuse(
        unsound(
          read.faults.map(({ at, zh }) => `${at} ${zh}`),
          read.faults.map(({ at, en }) => `${at} ${en}`),
        ),
      );
    const { faults } = checkProcedure(compileProcedure(read.definition));
    if (faults.length > 0)
      return refuse(
        unsound(
          faults.map(({ zh }) => zh),
          faults.map(({ en }) => en),
        ),
      );
    const content = canonical(definitionJson(read.definition));
    const version = (given.state('procedure', id)?.context.versions.length ?? 0) + 1;
    const { hash } = given.refOf(content);
    const stream = streamName('procedure', id);
    const data = { id: read.definition.id, version, hash, title: read.definition.title, document };
    return {
      facts: [record(stream, { type: 'ProcedurePublished', data })],
      texts: [content],
      notices: notHeld(unheld(read.definition, given.org)),
      made: stream,
    };
  },
};

/** Posts may be made and bodies formed after a procedure is published: what is lacking now only shows. */
const notHeld = (faults: readonly ProcedureFault[]): readonly Notice[] =>
  faults.length === 0
    ? []
    : [
        {
          rule: 'procedure.held',
          said: { zh: faults.map(({ zh }) => zh).join('；'), en: faults.map(({ en }) => en).join('; ') },
          facts: { lacking: faults.length },
        },
      ];

const unsound = (zh: readonly string[], en: readonly string[]) =>
  against(
    'procedure.sound',
    `程序有问题，不能发布：${zh.join('；')}`,
    `The procedure is not sound: ${en.join('; ')}`,
    { faults: [...zh] },
  );
