import fc from 'fast-check';
import { endings } from '../../procedure/abstract.ts';
import { stagesOf } from '../../procedure/definition.ts';
import { knownFrom } from '../../given.ts';
import { foldStream } from '../../streams.ts';
import type { Fact } from '../../stream.ts';
import { given, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import {
  caseAfter,
  closed,
  DEFINITIONS,
  entered,
  HOUSE,
  houseWith,
  openedIn,
  PLAN,
  PROCEDURE,
  PROCEDURE_ID,
  PUBLISHED,
  UNTIL,
  versionWith,
} from '../../testing/versions.ts';
import type { CaseFact, CaseState } from '../case.ts';
import { caseStep } from './fold.ts';
import { computeMoves, type Move } from './migrate.ts';
import type { Computed } from './preview.ts';
import { rollBackCases } from './roll-back.ts';

const CASE = uuid(1);
const paper = { title: '党委会决议', number: '党委会2026年第6次', file: null, text: null, resolution: null };
const end = (day: string): string => `${day}T16:00:00.000Z`;
const DATES = { draft: end('2026-03-02'), gate: end('2026-03-16'), issue: end('2026-03-31') };

/** What moving a case with this history would do. */
function computed(facts: readonly Fact[], move: Partial<Move> = {}): Computed {
  const known = knownFrom({
    institution: INSTITUTION,
    states: new Map<`${'org' | 'procedure' | 'case'}/${string}`, unknown>([
      [`org/${INSTITUTION}`, foldStream('org', HOUSE, () => undefined)],
      [PROCEDURE, foldStream('procedure', PUBLISHED, () => undefined)],
      [`case/${CASE}`, caseAfter(facts)],
    ]),
    procedures: new Map(Object.keys(DEFINITIONS).map((hash) => [hash, versionWith(hash)])),
    texts: new Map(),
    files: new Map(),
    brought: new Map(),
    derive: (name) => name,
  });
  const answer = computeMoves(known, PROCEDURE_ID, { to: 2, cases: [CASE], mapping: {}, dates: {}, ...move });
  if ('rule' in answer) throw new Error(answer.rule);
  const [only] = answer;
  if (!only) throw new Error('nothing was computed');
  return only;
}

/** The fact of the move that was computed. @throws Error when something stood against it */
function movedBy({ data, preview }: Computed): Fact {
  if (!data) throw new Error(preview.conflicts.map(({ rule }) => rule).join());
  return { type: 'CaseMigrated', data: { ...data, document: paper, digest: '', by: '' } };
}

const back: Fact = {
  type: 'CaseRolledBack',
  data: {
    from: { id: 'small', version: 2, hash: 'v2' },
    to: { id: 'small', version: 1, hash: 'v1' },
    document: paper,
    by: uuid(9),
  },
};

const seenOf = ({ value, context, status }: CaseState) => ({ value, context, status });
const ask = (facts: readonly Fact[]) =>
  given(houseWith({ [`case/${CASE}`]: facts }), { definitions: DEFINITIONS }).when(
    rollBackCases,
    PROCEDURE_ID,
    {
      cases: [CASE],
      document: paper,
    },
  );

/** A history in version 1 that these numbers pick among everything that may happen next. */
function historyBy(picks: readonly number[]): readonly Fact[] {
  const procedure = versionWith('v1');
  const opened = openedIn('v1', DATES);
  const facts: Fact[] = [opened];
  let state = caseAfter([opened]);
  const take = (fact: Fact): void => {
    facts.push(fact);
    state = caseStep(procedure.machine, state, fact).state as CaseState;
  };
  const enter = (): void => {
    for (const { id } of stagesOf(procedure.definition)) {
      const fact = entered(id, (state.context.entered[id]?.round ?? 0) + 1) as CaseFact;
      if (state.can(fact)) take(fact);
    }
  };
  enter();
  for (const [n, pick] of picks.entries()) {
    const ways = state.context.open
      .flatMap((id) => endings(procedure, state, id, n + 1))
      .filter(({ facts: each }) => each.every((fact) => state.can(fact)));
    const way = ways[pick % Math.max(1, ways.length)];
    if (!way) break;
    way.facts.forEach(take);
    enter();
  }
  return facts;
}

const histories = fc.array(fc.nat(20), { maxLength: 9 }).map(historyBy);
const running = histories.filter((facts) => caseAfter(facts).status === 'active');

describe('taking a move back', () => {
  test('restores exactly what stood', () => {
    fc.assert(
      fc.property(running, (facts) => {
        const moved = [...facts, movedBy(computed(facts))];
        expect(seenOf(caseAfter([...moved, back]))).toEqual(seenOf(caseAfter(facts)));
      }),
      { numRuns: 60 },
    );
  });

  test('restores what would stand, where the version before can hold all that happened since', () => {
    const before = [openedIn('v1', DATES), ...UNTIL.chapters];
    const since = [closed('chapters', 'written'), entered('draft')];
    const moved = [...before, movedBy(computed(before)), ...since];
    ask(moved).then([{ stream: `case/${CASE}`, type: 'CaseRolledBack' }]);
    expect(seenOf(caseAfter([...moved, back]))).toEqual(seenOf(caseAfter([...before, ...since])));
  });

  test('undoes the names of stages, too, for what happened since', () => {
    const before = [openedIn('v1'), ...UNTIL.gate];
    const renaming = computed(before, { to: 3, mapping: { gate: 'board' } });
    const since = [closed('board', 'passed', PLAN), entered('issue')];
    const undone = { ...back, data: { ...back.data, from: { id: 'small', version: 3, hash: 'v3' } } };
    const as = [closed('gate', 'passed', PLAN), entered('issue')];
    expect(seenOf(caseAfter([...before, movedBy(renaming), ...since, undone]))).toEqual(
      seenOf(caseAfter([...before, ...as])),
    );
  });

  test('undoes the names of gates, too, for which an editorial change at the issue stands', () => {
    const before = [openedIn('v1'), ...UNTIL.gate];
    const renaming = computed(before, { to: 3, mapping: { gate: 'board' } });
    const settled = (gate: string): Fact => ({
      type: 'TextSettled',
      data: { subject: 'manuscript', from: PLAN, to: refOf('改字'), how: 'editorial', keeps: [gate], by: '' },
    });
    const onward = (gate: string) => [closed(gate, 'passed', PLAN), entered('issue'), settled(gate)];
    const undone = { ...back, data: { ...back.data, from: { id: 'small', version: 3, hash: 'v3' } } };
    const taken = caseAfter([...before, movedBy(renaming), ...onward('board'), undone]);
    expect(taken.context.decided['gate']?.text).toEqual(refOf('改字'));
    expect(seenOf(taken)).toEqual(seenOf(caseAfter([...before, ...onward('gate')])));
  });

  test('is refused while work is begun under an id that the version before does not have', () => {
    const before = [openedIn('v1'), ...UNTIL.draft];
    const renaming = computed(before, { to: 3, mapping: { gate: 'board' } });
    const board = entered('board');
    const begun = { ...board, data: { ...board.data, streams: [`filing/${uuid(8)}`] } } as Fact;
    ask([...before, movedBy(renaming), closed('draft', 'compiled', PLAN), begun]).refused(
      'case.migrate-under-way',
    );
  });

  test('is refused once something happened that the version before cannot hold', () => {
    const before = [openedIn('v1'), ...UNTIL.draft];
    const moved = [...before, movedBy(computed(before)), closed('draft', 'compiled', PLAN)];
    ask([...moved, entered('legal')]).refused('case.roll-back');
    ask(moved).then([{ stream: `case/${CASE}`, type: 'CaseRolledBack' }]);
  });

  test('is refused for a case that never moved', () => {
    ask([openedIn('v1'), ...UNTIL.draft]).refused('case.moved');
  });

  test('of two moves takes back the last', () => {
    const before = [openedIn('v1', DATES), ...UNTIL.draft];
    const once = [...before, movedBy(computed(before))];
    const twice = [...once, movedBy(computed(once, { to: 3 }))];
    const undone = {
      ...back,
      data: {
        ...back.data,
        from: { id: 'small', version: 3, hash: 'v3' },
        to: { id: 'small', version: 2, hash: 'v2' },
      },
    };
    expect(seenOf(caseAfter([...twice, undone])).context.procedure.hash).toBe('v2');
    expect(seenOf(caseAfter([...twice, undone, back]))).toEqual(seenOf(caseAfter(before)));
  });
});

describe('what is previewed', () => {
  test('is exactly what differs between the case before and after', () => {
    fc.assert(
      fc.property(running, (facts) => {
        const before = caseAfter(facts);
        const { preview, ...rest } = computed(facts);
        const after = caseAfter([...facts, movedBy({ preview, ...rest })]);
        expect(after.context.open).toEqual(
          preview.stages.flatMap(({ id, state }) => (state === 'open' && id !== null ? [id] : [])),
        );
        expect(after.context.decided).toEqual(before.context.decided);
        expect(after.context.texts).toEqual(before.context.texts);
        const dates = new Map(preview.dates.map((move) => [move.stage, move]));
        for (const stage of new Set([
          ...Object.keys(before.context.dates),
          ...Object.keys(after.context.dates),
        ])) {
          const was = before.context.dates[stage] ?? null;
          const is = after.context.dates[stage] ?? null;
          const move = dates.get(stage);
          expect([stage, move ? [move.before, move.after] : [was, was]]).toEqual([stage, [was, is]]);
        }
        expect(preview.gates.map(({ stage }) => stage)).toEqual(
          preview.stages.flatMap(({ was, id, state }) =>
            was === null && state === 'ahead' && id ? [id] : [],
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('is what replaying the whole history by the new version gives, where that version can take it', () => {
    fc.assert(
      fc.property(running, (facts) => {
        const [, ...rest] = facts;
        const replayed = replay([openedIn('v2', DATES), ...rest]);
        if (!replayed) return;
        const moved = caseAfter([...facts, movedBy(computed(facts))]);
        expect(moved.value).toEqual(replayed.value);
        const { procedure, dates, planned, moved: beside } = replayed.context;
        expect({ ...moved.context, procedure, dates, planned, moved: beside }).toEqual(replayed.context);
      }),
      { numRuns: 60 },
    );
  });
});

/** The state by the new version alone; undefined where it cannot take the history. */
function replay(facts: readonly Fact[]): CaseState | undefined {
  try {
    return caseAfter(facts);
  } catch {
    return undefined;
  }
}
