import { assign, setup, type SnapshotFrom } from 'xstate';
import { z } from 'zod';
import { canonical } from '@mouding/evidence';
import { record, refuse, type Command, type Given, type Known } from '../decider.ts';
import { against, type Notice, type Refusal } from '../refusal.ts';
import type { Rows } from '../rows.ts';
import { streamName, type Fact } from '../stream.ts';
import { BindingDocument, documentNeeds, inOneLine, isBound, unfounded } from './authorised.ts';
import { checkProcedure, unheld, type ProcedureFault } from './check.ts';
import type { Definition } from './definition.ts';
import { diffDefinitions } from './diff.ts';
import { weigh, type Weighed, type Weighing } from './effects.ts';
import { compileProcedure, definitionJson, readDefinition, type DefinitionFault } from './procedure.ts';

/** An immutable version of a procedure, bound to the document that authorised it. */
export type ProcedureFact = Fact<
  'ProcedurePublished',
  {
    id: string;
    version: number;
    hash: string;
    title: string;
    /** In one line. */
    document: string | null;
    /** The document itself with its number, its scan, its text and the resolution; absent where only its title was given. */
    bound?: BindingDocument;
  }
>;

export interface PublishedVersion {
  readonly version: number;
  readonly hash: string;
  readonly document: string | null;
  readonly bound?: BindingDocument;
}

interface Context {
  readonly id: string;
  readonly title: string;
  readonly versions: readonly PublishedVersion[];
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
              {
                version: data.version,
                hash: data.hash,
                document: data.document,
                ...(data.bound ? { bound: data.bound } : {}),
              },
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
      .union([z.string().trim().min(1).max(200), BindingDocument])
      .nullable()
      .meta({
        description:
          '批准文件及决议；只写名称的，视为未附依据 · the document that authorises it; a title alone binds nothing',
      }),
  })
  .meta({ id: 'PublishProcedure', description: '发布编制程序 · publishes a version of a procedure' });

/** The stream of a procedure: one per id in an institution. */
export const procedureStream = (derive: (name: string) => string, id: string) =>
  streamName('procedure', derive(`procedure/${id}`));

type Body = z.infer<typeof PublishProcedure>;

const boundBy = ({ document }: Body): BindingDocument | null =>
  document !== null && typeof document === 'object' ? document : null;

/** The definition of the version before, to be compared with. */
const before = (known: Known, id: string): PublishedVersion | undefined =>
  known.state('procedure', id)?.context.versions.at(-1);

/**
 * 发布编制程序: refused with every fault that `check` finds. The definition is stored as a text, by its hash; what is
 * other than in the version before is answered in words.
 */
export const publishProcedure: Command<'procedure', Body> = {
  verb: 'procedure.publish',
  on: 'procedure',
  needs(known, id, body) {
    const last = before(known, id);
    const bound = boundBy(body);
    return [
      { write: streamName('procedure', id) },
      ...(last ? [{ procedure: last.hash }] : []),
      ...(bound ? documentNeeds(bound) : []),
    ];
  },
  decide(given, id, body) {
    const read = readDefinition(body.definition);
    if ('faults' in read) return refuse(unreadable(read.faults));
    const grounds = groundsOf(given, body, read.definition);
    if ('refusal' in grounds) return grounds;
    const content = canonical(definitionJson(read.definition));
    const last = before(given, id);
    const stream = streamName('procedure', id);
    const { id: procedure, title } = read.definition;
    const { hash } = given.refOf(content);
    const data = { id: procedure, version: (last?.version ?? 0) + 1, hash, title, ...documentOf(body) };
    return {
      facts: [record(stream, { type: 'ProcedurePublished', data })],
      texts: [content],
      notices: [
        ...grounds.notices,
        ...changesSince(given, last, read.definition),
        ...notHeld(unheld(read.definition, given.org)),
      ],
      made: stream,
    };
  },
};

/** Whether it is sound, and rests on a paper that is here. */
function groundsOf(given: Given, body: Body, definition: Definition): Weighed {
  const bound = boundBy(body);
  const unsoundly = unsoundness(definition);
  if (unsoundly) return { refusal: unsoundly };
  const weighed = weigh(weighing(given, definition), bound && isBound(bound) ? null : UNBOUND);
  const wrong = bound && !('refusal' in weighed) ? unfounded(given, bound) : null;
  return wrong ? { refusal: wrong } : weighed;
}

const documentOf = (body: Body): { document: string | null; bound?: BindingDocument } => {
  const bound = boundBy(body);
  return bound ? { document: inOneLine(bound), bound } : { document: nameOf(body) };
};

const nameOf = ({ document }: Body): string | null => (typeof document === 'string' ? document : null);

const unreadable = (faults: readonly DefinitionFault[]): Refusal =>
  unsound(
    faults.map(({ at, zh }) => `${at} ${zh}`),
    faults.map(({ at, en }) => `${at} ${en}`),
  );

function unsoundness(definition: Definition): Refusal | null {
  const { faults } = checkProcedure(compileProcedure(definition));
  return faults.length === 0
    ? null
    : unsound(
        faults.map(({ zh }) => zh),
        faults.map(({ en }) => en),
      );
}

/**
 * 发布须有依据: a live house publishes on a document and its resolution, in a house of rehearsal it only shows; the
 * procedure itself may weigh it otherwise.
 */
function weighing({ org }: Given, definition: Definition): Weighing {
  if (definition.rules?.['procedure.bound'] || org.context.mode === 'rehearsal') return definition;
  return { rules: { 'procedure.bound': { effect: 'block', reason: '正式单位' } } };
}

const UNBOUND = against(
  'procedure.bound',
  '发布编制程序没有附批准文件及决议',
  'The procedure is published without the document and the resolution that authorise it',
  {},
  {
    zh: '请写明批准文件的文号或会议届次，或附扫描件、文本、决议',
    en: 'Give the number of the document, its scan, its text or the resolution',
  },
);

/** What is other than in the version before, in words. */
function changesSince(
  given: Given,
  last: PublishedVersion | undefined,
  definition: Definition,
): readonly Notice[] {
  if (!last) return [];
  const changes = diffDefinitions(given.procedure(last.hash).definition, definition);
  const zh = changes.map((change) => change.zh).join('；') || '与上一版本相同';
  const en = changes.map((change) => change.en).join('; ') || 'the same as the version before';
  const facts = { changes: changes.length, before: last.version };
  return [{ rule: 'procedure.changed', said: { zh: `与第${last.version}版相比：${zh}`, en }, facts }];
}

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

const unsound = (zh: readonly string[], en: readonly string[]): Refusal =>
  against(
    'procedure.sound',
    `程序有问题，不能发布：${zh.join('；')}`,
    `The procedure is not sound: ${en.join('; ')}`,
    { faults: [...zh] },
  );
