import { z } from 'zod';
import type { Given, Need } from '../decider.ts';
import { notNow, type Refusal } from '../refusal.ts';
import type { StreamName } from '../stream.ts';
import { FileRef } from '../text-ref.ts';

/**
 * 修改依据, where a change answers no opinion: a finding of the checkup, 领导批示 with its photograph, 上级规划衔接, 数据更正,
 * 编辑性修改, or the resolution of a meeting.
 */
export const Ground = z
  .discriminatedUnion('basis', [
    z.strictObject({ basis: z.literal('finding'), rule: z.string().min(1).max(80) }),
    z.strictObject({ basis: z.literal('instruction'), file: FileRef }),
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

/** The member of a fact, left out where there is none. */
export const groundIn = ({ ground }: Pick<Grounded, 'ground'>): { ground?: Ground } =>
  ground === undefined ? {} : { ground };
