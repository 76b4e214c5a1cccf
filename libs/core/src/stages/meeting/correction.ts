import type { Notice } from '../../refusal.ts';
import type { Fact } from '../../stream.ts';
import type { Owner } from '../charge.ts';
import type { Imposed } from '../condition/imposing.ts';
import type { Counts, MeetingOutcome, Sum, Vote } from './facts.ts';

/** 更正: what an entry said before another took its place. Both stay on the record. */
export type Correction =
  | { readonly of: 'vote'; readonly post: string; readonly was: Vote }
  | { readonly of: 'attendance'; readonly post: string; readonly was: 'present' | 'absent' }
  | { readonly of: 'recusal'; readonly post: string; readonly was: 'recused' | 'taking-part' }
  /** 临时议题名称, of an item by its number: its title before stands sealed with the fact that gave it. */
  | { readonly of: 'title'; readonly no: number; readonly was: null }
  | { readonly of: 'hands'; readonly was: Counts }
  | { readonly of: 'decision'; readonly was: MeetingOutcome }
  /** Of a condition by its number; its wording before stands sealed in its own stream. */
  | { readonly of: 'condition'; readonly no: number; readonly was: Charged };

/** Who had a condition to meet, and by which Beijing day. */
export interface Charged {
  readonly owner: Owner;
  readonly due: string;
}

/** What was entered wrongly and is put right before the minutes are issued. The reason is sealed. Names are permanent. */
export type CorrectionFact =
  /** 更正到会: who was there at the vote, set right after the resolution was declared. */
  | Fact<
      'AttendanceCorrected',
      {
        post: string;
        present: boolean;
        /** What was noted as the vote of somebody who was not there: it counts no more. */
        vote?: Vote;
        sum: Sum;
        notices: readonly Notice[];
      }
    >
  /** 更正回避: who had left for the item, set right after it was put; after the resolution with the sum anew. */
  | Fact<
      'RecusalCorrected',
      {
        post: string;
        person: string;
        recused: boolean;
        /** Of whoever was not recused: whether the member was there at the vote. */
        present: boolean;
        /** What was noted as the vote of somebody who had left: it counts no more. */
        vote?: Vote;
        sum?: Sum;
        notices: readonly Notice[];
      }
    >
  /** 更正临时议题名称: of an item that was added, by its number. The title is sealed. */
  | Fact<'ItemRetitled', { no: number }>
  /** 更正登记的决定: its reason, or what it asks for. The outcome stays, and so does the number of conditions. */
  | Fact<
      'DecisionCorrected',
      {
        conditions: readonly Imposed[];
        /** Numbers of the conditions that are put right. */
        corrected: readonly number[];
      }
    >;
