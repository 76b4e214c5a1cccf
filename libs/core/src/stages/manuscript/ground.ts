import { z } from 'zod';
import type { Given, Need } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { parseStream, type StreamName } from '../../stream.ts';
import { FileRef } from '../../text-ref.ts';

/**
 * 修改依据, where a change answers no opinion: a finding of the checkup, 领导批示 by its photograph or as it was given on a
 * chapter, 上级规划衔接, 数据更正, 编辑性修改, or the resolution of a meeting.
 */
export const Ground = z
  .discriminatedUnion('basis', [
    z.strictObject({ basis: z.literal('finding'), rule: z.string().min(1).max(80) }),
    z.strictObject({ basis: z.literal('instruction'), file: FileRef }),
    z.strictObject({
      basis: z.literal('recorded-instruction'),
      chapter: z
        .templateLiteral([z.literal('chapter/'), z.uuid()])
        .meta({ description: '批示所在的篇章 · the chapter on which it was given' }),
      no: z.int().min(1).meta({ description: '第几号批示 · its number on the chapter' }),
    }),
    z.strictObject({ basis: z.literal('upper-plan') }),
    z.strictObject({ basis: z.literal('data') }),
    z.strictObject({ basis: z.literal('editorial') }),
    z.strictObject({
      basis: z.literal('resolution'),
      meeting: z.templateLiteral([z.literal('meeting/'), z.uuid()]),
    }),
  ])
  .meta({
    id: 'Ground',
    description:
      '修改依据：校核发现、领导批示、上级规划衔接、数据更正、编辑性修改、会议决议 · what a change rests on',
  });

export type Ground = z.infer<typeof Ground>;

/** What may stand behind a change. */
export interface Grounded {
  readonly cites: StreamName | null;
  readonly ground?: Ground | undefined;
}

/** Whether a change rests on nothing: it is saved all the same, and asked about before a body decides on the text. */
export const isBare = ({ cites, ground }: Grounded): boolean => cites === null && ground === undefined;

/** The streams that grounds name. */
export const streamsOfGrounds = (grounded: readonly Grounded[]): readonly StreamName[] =>
  grounded.flatMap(({ cites, ground }): readonly StreamName[] => [
    ...(cites === null ? [] : [cites]),
    ...(ground?.basis === 'resolution' ? [ground.meeting] : []),
    ...(ground?.basis === 'recorded-instruction' ? [ground.chapter] : []),
  ]);

const papersOf = (grounded: readonly Grounded[]): readonly FileRef[] =>
  grounded.flatMap(({ ground }) => (ground?.basis === 'instruction' ? [ground.file] : []));

/** Everything that grounds name: streams to read, photographs that must be here. */
export const groundNeeds = (grounded: readonly Grounded[]): readonly Need[] => [
  ...streamsOfGrounds(grounded).map((read) => ({ read })),
  ...papersOf(grounded).map((file) => ({ file })),
];

/** A photograph of an instruction that is not here, or that somebody else brought. */
export function strangePapers(given: Given, grounded: readonly Grounded[]): Refusal | undefined {
  const lacking = papersOf(grounded).find((file) => !given.hasFile(file));
  return (
    lacking &&
    notNow(
      'manuscript.instruction',
      '领导批示的照片或扫描件未上传',
      'The photograph of the instruction was not uploaded',
      { file: lacking.hash },
      { zh: '请先上传批示原件的照片', en: 'Upload the photograph first' },
    )
  );
}

/** An instruction that was never given on the chapter that is named. */
export function strangeInstructions(given: Given, grounded: readonly Grounded[]): Refusal | undefined {
  const strange = grounded.find(({ ground }) => {
    if (ground?.basis !== 'recorded-instruction') return false;
    const chapter = given.state('chapter', parseStream(ground.chapter).id)?.context;
    return ground.no > (chapter?.instructions.given ?? 0);
  })?.ground;
  if (strange?.basis !== 'recorded-instruction') return undefined;
  return notNow(
    'manuscript.instruction-known',
    `所选篇章没有第${strange.no}号批示`,
    `Instruction ${strange.no} was never given on this chapter`,
    { chapter: strange.chapter, no: strange.no },
    { zh: '请从本规划的批示中选择', en: 'Choose one of the instructions of this case' },
  );
}

/** The member of a fact, left out where there is none. */
export const groundIn = ({ ground }: Pick<Grounded, 'ground'>): { ground?: Ground } =>
  ground === undefined ? {} : { ground };
