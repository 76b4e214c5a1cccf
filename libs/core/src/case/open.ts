import { z } from 'zod';
import { endOfDay } from '../calendar.ts';
import { record, type Command, type Given, type Known, type Need } from '../decider.ts';
import { initial, step } from '../machine.ts';
import { ChapterPlan, Key, stagesOf } from '../procedure/definition.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { procedureStream } from '../procedure/publish.ts';
import { notNow, type Refusal } from '../refusal.ts';
import { parseStream, streamName } from '../stream.ts';
import { TextRef } from '../text-ref.ts';
import { enterWaiting } from './advance.ts';
import type { CaseFact, CaseState, PlannedChapter } from './case.ts';
import { planChapters } from './chapters.ts';

/** What every case begins with, here or elsewhere. */
export const OPENING = {
  title: z.string().trim().min(2).max(80).meta({ description: '规划名称 · title of the plan' }),
  procedure: Key.meta({ description: '编制程序标识 · id of the procedure' }),
  version: z
    .int()
    .positive()
    .optional()
    .meta({ description: '程序版本；不填的，用最新版 · version; the newest where it stays empty' }),
  scheme: TextRef,
  dates: z
    .record(Key, z.iso.date())
    .default({})
    .meta({ description: '各环节的时限日（含当日） · day by which each stage should be done' }),
  authority: z
    .uuid()
    .nullable()
    .default(null)
    .meta({ description: '审批机关在本系统的单位；无则按纸质办理 · the authority, or null for paper' }),
  chapters: z.array(ChapterPlan).min(1).max(60).optional().meta({
    description: '篇章分工；不填的，按程序的规定 · chapters; the procedure’s where they stay empty',
  }),
};

export const OpenCase = z
  .strictObject(OPENING)
  .meta({ id: 'OpenCase', description: '启动规划编制工作 · opens a case' });

type Body = z.infer<typeof OpenCase>;
export type Opened = Extract<CaseFact, { type: 'CaseOpened' }>;

const versionOf = (known: Known, { procedure, version }: Pick<Body, 'procedure' | 'version'>) => {
  const { id } = parseStream(procedureStream((name) => known.derive(name), procedure));
  const versions = known.state('procedure', id)?.context.versions ?? [];
  return version === undefined ? versions.at(-1) : versions.find((v) => v.version === version);
};

/** What opening reads: the case, the procedure as it is published, the scheme. */
export function openingNeeds(known: Known, id: string, body: Body): readonly Need[] {
  const found = versionOf(known, body);
  return [
    { write: streamName('case', id) },
    { read: procedureStream((name) => known.derive(name), body.procedure) },
    { text: body.scheme },
    ...(found ? [{ procedure: found.hash }] : []),
  ];
}

/** A case about to begin: its first fact, its procedure, and its state with nothing entered yet. */
export interface Opening {
  readonly opened: Opened;
  readonly procedure: Procedure;
  readonly state: CaseState;
}

/** Binds a case to a published version for ever and resolves every name. */
export function opening(given: Given, body: Body): Opening | { readonly refusal: Refusal } {
  const version = versionOf(given, body);
  if (!version) return { refusal: unpublished(body) };
  if (!given.has(body.scheme)) return { refusal: unknownScheme(body) };
  const procedure = given.procedure(version.hash);
  const stray = Object.keys(body.dates).filter(
    (stage) => !stagesOf(procedure.definition).some((s) => s.id === stage),
  );
  if (stray.length > 0) return { refusal: noSuchStages(stray) };
  const chapters = planChapters(given.org, body.chapters ?? procedure.definition.chapters);
  if ('rule' in chapters) return { refusal: chapters };
  const opened = openedFact(body, version, chapters);
  return { opened, procedure, state: stateAfter(procedure, opened) };
}

/** The state of a case whose only fact is this one. */
export const stateAfter = ({ machine }: Procedure, opened: Opened): CaseState =>
  step(machine, initial(machine), opened).state as CaseState;

/** 启动规划编制工作: the first stage opens with it. */
export const openCase: Command<'case', Body> = {
  verb: 'case.open',
  on: 'case',
  needs: openingNeeds,
  decide(given, id, body) {
    const begun = opening(given, body);
    if ('refusal' in begun) return begun;
    const stream = streamName('case', id);
    return {
      facts: [record(stream, begun.opened), ...enterWaiting(given, id, begun.state)],
      made: stream,
    };
  },
};

const openedFact = (
  body: Body,
  { version, hash }: { version: number; hash: string },
  chapters: readonly PlannedChapter[],
): Opened => ({
  type: 'CaseOpened',
  data: {
    title: body.title,
    procedure: { id: body.procedure, version, hash },
    scheme: body.scheme,
    chapters: [...chapters],
    dates: Object.fromEntries(Object.entries(body.dates).map(([stage, day]) => [stage, endOfDay(day)])),
    authority: body.authority,
  },
});

const unpublished = ({ version }: Pick<Body, 'version'>): Refusal =>
  notNow(
    'procedure.published',
    '没有这个编制程序或这个版本，请先发布',
    'There is no such published procedure',
    { version: version ?? null },
  );

const unknownScheme = ({ scheme }: Body): Refusal =>
  notNow(
    'text.known',
    '未找到编制工作方案的文稿，请重新上传',
    'The scheme is not known here; upload it first',
    { hash: scheme.hash },
  );

const noSuchStages = (stray: readonly string[]): Refusal =>
  notNow(
    'case.known-stages',
    `程序中没有这些环节：${stray.join('、')}`,
    `No such stages: ${stray.join(', ')}`,
    { stray: stray.length },
  );
