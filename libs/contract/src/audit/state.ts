import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { Id, Instant, LeafHash, OfCase, Said, Stream } from '../said.ts';
import { AuditActor } from './timeline.ts';

/** A moment: a leaf index, an instant of law time, or a day of Beijing with all of it; left out, now. */
export const AuditMoment = z.union([z.coerce.number().int().nonnegative(), Instant, z.iso.date()]).meta({
  description: '时点：记录序号、时间或日期（含当日） · a leaf index, an instant or a day with all of it',
});
export type AuditMoment = z.infer<typeof AuditMoment>;

export const StateQuery = z.strictObject({ at: AuditMoment.optional() }).meta({ id: 'StateQuery' });
export type StateQuery = z.infer<typeof StateQuery>;

export const DifferenceQuery = z
  .strictObject({ from: AuditMoment, to: AuditMoment.optional() })
  .meta({ id: 'DifferenceQuery' });
export type DifferenceQuery = z.infer<typeof DifferenceQuery>;

export const AsOf = z
  .strictObject({ index: z.int(), at: Instant.nullable(), leafHash: LeafHash.nullable() })
  .meta({ id: 'AsOf', description: '截至的记录 · the last entry that counts' });
export type AsOf = z.infer<typeof AsOf>;

/** One thing of the case as it stood. */
export const StateLine = z
  .strictObject({
    stream: Stream,
    version: z.int().positive(),
    kind: z.string(),
    label: z.string(),
    stage: z.string().nullable(),
    status: z.string(),
    statusWords: Said,
    department: z.strictObject({ id: Id, name: z.string() }).nullable(),
    due: Instant.nullable(),
    text: TextRef.nullable().meta({ description: '当时的文稿 · the text that stood, where it has one' }),
    no: z.int().nullable(),
  })
  .meta({ id: 'StateLine' });
export type StateLine = z.infer<typeof StateLine>;

export const OwedLine = z
  .strictObject({
    stream: Stream,
    name: z.string(),
    label: z.string(),
    verb: z.string(),
    verbWords: Said,
    holder: z.string(),
    holderWords: z.string(),
    due: Instant.nullable(),
  })
  .meta({ id: 'OwedLine', description: '待办 · who owed what by when' });
export type OwedLine = z.infer<typeof OwedLine>;

export const StateThen = z
  .strictObject({
    case: OfCase,
    asOf: AsOf,
    stages: z.array(
      z.strictObject({ stage: z.string(), title: z.string(), due: Instant.nullable(), paused: z.boolean() }),
    ),
    items: z.array(StateLine),
    owed: z.array(OwedLine),
    facts: z.int().nonnegative().meta({ description: '截至时的记录条数 · entries of the case up to there' }),
  })
  .meta({ id: 'StateThen', description: '某一时点的全部状态 · everything as it stood at an instant' });
export type StateThen = z.infer<typeof StateThen>;

export const StateDifference = z
  .strictObject({
    case: OfCase,
    from: AsOf,
    to: AsOf,
    facts: z.int().nonnegative().meta({ description: '其间的记录条数 · entries between the two' }),
    stages: z.strictObject({ entered: z.array(z.string()), left: z.array(z.string()) }),
    changed: z.array(
      z.strictObject({
        what: z.enum(['appeared', 'changed', 'gone']),
        words: Said,
        fields: z.array(z.string()),
        before: StateLine.nullable(),
        after: StateLine.nullable(),
      }),
    ),
    owed: z.strictObject({ fresh: z.array(OwedLine), settled: z.array(OwedLine) }),
  })
  .meta({ id: 'StateDifference', description: '两个时点的差异 · what changed between two instants' });
export type StateDifference = z.infer<typeof StateDifference>;

/** A case in which an auditor may read. */
export const AuditCases = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: Id,
        title: z.string(),
        status: z.string(),
        statusWords: Said,
        letter: z.strictObject({ letter: Id, number: z.string() }),
      }),
    ),
  })
  .meta({ id: 'AuditCases', description: '调阅范围内的规划 · the cases that a letter opens' });
export type AuditCases = z.infer<typeof AuditCases>;

/** 决定前是否阅看: one decision and what the record knows of the reading before it. */
export const DecisionReading = z
  .strictObject({
    idx: z.int().nonnegative(),
    at: Instant,
    stream: Stream,
    type: z.string(),
    words: Said,
    label: z.string().nullable(),
    stage: z.string().nullable(),
    actor: AuditActor,
    text: TextRef.nullable(),
    read: z.enum(['online', 'paper', 'own', 'other-version', 'unknown']),
    readWords: Said,
    readAt: Instant.nullable(),
    seconds: z
      .int()
      .nullable()
      .meta({ description: '从阅看到决定的秒数 · seconds from opening it to deciding' }),
    evidence: z.int().nullable().meta({ description: '阅看记录的序号 · where the reading stands' }),
  })
  .meta({ id: 'DecisionReading' });
export type DecisionReading = z.infer<typeof DecisionReading>;

export const DecisionReadings = z
  .strictObject({
    case: OfCase,
    caution: Said.meta({
      description: '无线上阅看记录不等于未阅看 · that there is no online record is no finding',
    }),
    items: z.array(DecisionReading),
  })
  .meta({ id: 'DecisionReadings', description: '决定前的阅看 · what was opened before deciding' });
export type DecisionReadings = z.infer<typeof DecisionReadings>;

export const READ_WORDS: { readonly [read in DecisionReading['read']]: z.infer<typeof Said> } = {
  online: { zh: '线上已阅', en: 'opened online' },
  paper: { zh: '纸质送阅', en: 'received on paper' },
  own: { zh: '本人参与形成', en: 'took part in making it' },
  'other-version': { zh: '线上阅看的是另一版本', en: 'opened another version online' },
  unknown: { zh: '线上未见阅看记录', en: 'no online record' },
};
export const CHANGE_WORDS: { readonly [what: string]: z.infer<typeof Said> } = {
  appeared: { zh: '新增', en: 'appeared' },
  changed: { zh: '变化', en: 'changed' },
  gone: { zh: '不再列示', en: 'gone' },
};
