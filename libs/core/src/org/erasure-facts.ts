import type { Fact } from '../stream.ts';

/** Why a person's data is erased. @source 个人信息保护法 §47 */
export const ERASURE_GROUNDS = ['purpose-ended', 'term-over', 'consent-withdrawn', 'unlawful'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** An erasure as it was proposed. */
export interface Erasure {
  readonly ground: ErasureGround;
  /** 文号 of the paper that approves it: the grounds in words stand there, never in the log. */
  readonly document: string;
  /** Who proposed it, a person's id. */
  readonly by: string;
  readonly post: string | null;
  /** The capacity in which it was proposed; absent in facts of before it was kept. */
  readonly as?: string;
}

/** 清除个人信息: proposed by one person, carried out by another. */
export type ErasureFact =
  | Fact<
      'ErasureProposed',
      { ground: ErasureGround; document: string; by: string; post: string | null; as?: string }
    >
  | Fact<'ErasureWithdrawn', { by: string; post: string | null }>
  | Fact<
      'PersonErased',
      { ground: ErasureGround; document: string; proposedBy: string; by: string; post: string | null }
    >;
