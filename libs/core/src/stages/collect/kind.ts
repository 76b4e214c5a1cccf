import { z } from 'zod';
import { stageStreams } from '../../case/case.ts';
import { record, type Known } from '../../decider.ts';
import { graceOf } from '../../deadlines/grace.ts';
import { Ladder, rungsOf } from '../../deadlines/ladder.ts';
import { Period } from '../../deadlines/period.ts';
import { calendarOf } from '../../org/holidays.ts';
import { NO_TEXT } from '../../procedure/compile.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import type { StageKind } from '../stage-kind.ts';
import type { ContributionContext } from './contribution.ts';

/** No source says what becomes of late or missing ones; a hospital says it in its procedure. */
const Params = z.strictObject({
  /** Who hands in: every department, clinical ones and organisations too, or only the functional ones. */
  from: z.enum(['all-departments', 'functional-departments']).default('all-departments'),
  /** Whether one that is missing shows when the stage is left, or holds it. */
  missing: z.enum(['warn', 'block']).default('warn'),
  afterDue: z.enum(['receive', 'refuse']).default('receive'),
  /** 宽限期: what comes within it is received and marked, and is not late. By default there is none. */
  grace: Period.default({ n: 0, unit: 'natural' }),
  ladder: Ladder,
});

/** The endings of a contribution: 受理, 零报告, 不单独编报（经同意）, 缺报（经批准）. */
const ENDINGS = ['accepted', 'none', 'excused', 'dispensed'] as const;

/** Contributions that have come to none of their endings, in the order in which they were asked for. */
export const unended = (known: Known, streams: readonly StreamName[]): readonly ContributionContext[] =>
  streams.flatMap((name) => {
    const { kind, id } = parseStream(name);
    const state = kind === 'contribution' ? known.state('contribution', id) : undefined;
    return state && !ENDINGS.some((ending) => state.matches(ending)) ? [state.context] : [];
  });

/** 科室发展规划报送: one contribution per department, frozen at the entry of the stage. */
export const collect: StageKind<z.infer<typeof Params>> = {
  kind: 'collect@1',
  params: Params,
  outcomes: ['collected'],
  meaning: () => NO_TEXT,
  enter({ given, caseId, stage, due, why }, { from, afterDue, grace, ladder }) {
    const counted = why.length > 0 ? { why } : {};
    const dates = { due, ...counted, grace: graceOf(due, grace, calendarOf(given)), ladder: rungsOf(ladder) };
    const asked = given.org.context.departments.filter(
      ({ kind }) => from === 'all-departments' || kind === 'functional',
    );
    return asked.map(({ id, name }) =>
      record(streamName('contribution', given.id(`${stage.id}/${id}`)), {
        type: 'ContributionRequested',
        data: { case: caseId, stage: stage.id, department: id, label: `${name}发展规划`, afterDue, ...dates },
      }),
    );
  },
  leaveNeeds: (known, caseId, stage) =>
    stageStreams(known.state('case', caseId), stage.id).map((read) => ({ read })),
  leave(given, caseId, stage, params) {
    const missing = unended(given, stageStreams(given.state('case', caseId), stage.id));
    const said = {
      zh: `未受理的科室发展规划：${missing.map(({ label }) => label).join('、')}`,
      en: `Department plans not yet accepted: ${missing.map(({ label }) => label).join(', ')}`,
    };
    const facts = { missing: missing.map(({ department }) => department) };
    const shown = missing.length > 0 ? [{ rule: 'collect.complete', said, facts }] : [];
    if (shown[0] && params.missing === 'block') return { refusal: { ...shown[0], because: 'rule' } };
    return { outcome: 'collected', text: null, notices: shown };
  },
};
