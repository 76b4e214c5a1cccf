import { addDays, startOfDay } from '../calendar.ts';
import { uuid } from '../testing/given.ts';
import { restaged, SMALL } from '../testing/small-procedure.ts';
import {
  entered,
  notice,
  closed,
  TO_DRAFT,
  DECIDED,
  ISSUED,
  report,
  onPaper,
  repaired,
  DRAFT,
  OTHER,
} from '../testing/told.ts';
import { type Told } from '../testing/witnessed.ts';

describe('异常', () => {
  const found = (told: readonly Told[], definition?: unknown): readonly string[] =>
    report(told, definition).anomalies.map(
      (one) => `${one.class} ${one.stage} ${one.rule} ${one.rectified?.how ?? '-'}`,
    );

  test('none where nothing went wrong', () => {
    expect(found(ISSUED)).toEqual([]);
  });

  test('会议召开、议题表决: by the rules that were broken, with what was done about it', () => {
    const held = onPaper(['meeting.quorum', 'meeting.ballot'], ['meeting.quorum']);
    expect(found(held)).toEqual(['convening gate meeting.quorum -', 'voting gate meeting.ballot -']);
    expect(found([...held, ...repaired('exempted')])).toEqual([
      'convening gate meeting.quorum exempted',
      'voting gate meeting.ballot -',
    ]);
    const other: readonly Told[] = [
      {
        stream: `meeting/${uuid(5)}`,
        type: 'MeetingRecorded',
        verb: 'other',
        data: {
          stage: 'gate',
          notices: [{ ...notice('meeting.quorum'), said: { zh: '另一次', en: 'other' } }],
        },
      },
      {
        stream: `record/${uuid(4)}`,
        type: 'RecordEntered',
        verb: 'other',
        data: { stage: 'gate', holds: ['meeting.quorum'], notices: [] },
      },
    ];
    expect(found([...held, ...repaired('exempted'), ...other]).slice(0, 2)).toEqual([
      'convening gate meeting.quorum exempted',
      'convening gate meeting.quorum -',
    ]);
  });

  const then = { passed: 'second', 'not-passed': 'mend', deferred: 'again' };
  const [gate] = SMALL.steps.filter(({ id }) => id === 'gate');
  const second = { ...gate, id: 'second', title: '再次审议' };
  const bodies = { committee: { ...SMALL.bodies.committee, title: '党委会' } };
  const steps = restaged('gate', { then }).steps.flatMap((step) =>
    step.id === 'gate' ? [step, second] : [step],
  );
  const party = { ...SMALL, bodies, steps };
  const two = [...DECIDED, entered('second'), closed('second', 'passed', DRAFT)];

  test('党委会未前置: not where it agreed first', () => {
    expect(found(two, party)).toEqual([]);
  });

  test('党委会未前置: an editorial change before 印发, which the decision covers, is none', () => {
    const settled = {
      subject: 'manuscript',
      from: DRAFT,
      to: OTHER,
      how: 'editorial',
      keeps: ['gate', 'second'],
    };
    const edited = (keeps: readonly string[]): readonly Told[] => [
      ...two,
      entered('issue'),
      { type: 'TextSettled', data: { ...settled, keeps: [...keeps], by: uuid(301) } },
      closed('issue', 'issued', OTHER),
    ];
    expect(found(edited(['gate', 'second']), party)).toEqual([]);
  });

  test('决策顺序: decided twice, and both times after what should have come behind it', () => {
    const late = onPaper([], [], '2026-03-01');
    const early: Told = { ...closed('second', 'passed', DRAFT), verb: 'second' };
    const slip: Told = {
      stream: `record/${uuid(6)}`,
      type: 'RecordEntered',
      verb: 'second',
      data: { stage: 'second', happened: '2025-12-01', holds: [], notices: [] },
    };
    const twice = [
      ...late.slice(0, -1),
      closed('gate', 'deferred', DRAFT),
      entered('gate', 2),
      ...late.slice(-1),
    ];
    expect(found([...late, entered('second'), slip, early], party)).toEqual(['order second order.gates -']);
    expect(found([...twice, entered('second'), slip, early], party)).toEqual(['order second order.gates -']);
  });

  test('党委会未前置: what stands behind it in the procedure was decided without it, 不是由它先同意', () => {
    const [first, ...rest] = party.steps.filter(({ id }) => id !== 'second');
    const past = restaged('draft', { then: { compiled: 'second' } }).steps.find(({ id }) => id === 'draft');
    const without = {
      ...party,
      steps: [first, ...rest].flatMap((step) => {
        if (step?.id === 'draft') return past ? [past] : [];
        return step?.id === 'gate' ? [{ ...step, then }, second] : step ? [step] : [];
      }),
    };
    const alone = [...TO_DRAFT, entered('second'), closed('second', 'passed', DRAFT)];
    expect(found(alone, without)).toEqual(['party-first gate order.party-first -']);
  });

  test('决策顺序: the days on which things happened count, not those of their recording', () => {
    const late = onPaper([], [], '2026-03-01');
    expect(found([...late, entered('second'), closed('second', 'passed', DRAFT)], party)).toEqual([
      'order second order.gates -',
    ]);
  });

  test('合法性审查: a body decided before the review that the procedure asks for', () => {
    const legal = {
      id: 'legal',
      kind: 'review@1',
      title: '合法性审查',
      with: { method: 'lawyers' },
      then: { reviewed: 'gate', returned: 'mend' },
    };
    const toLegal = restaged('draft', { then: { compiled: 'legal' } }).steps;
    const steps = toLegal.flatMap((step) => (step.id === 'gate' ? [legal, step] : [step]));
    const reviewing = { ...SMALL, steps };
    const reviewed = [...TO_DRAFT, entered('legal'), closed('legal', 'reviewed', DRAFT)];
    expect(found([...reviewed, entered('gate'), closed('gate', 'passed', DRAFT)], reviewing)).toEqual([]);
    const early = onPaper([], [], '2025-12-20').slice(TO_DRAFT.length);
    expect(found([...reviewed, ...early], reviewing)).toEqual(['legal-review legal order.legal-review -']);
    const day = startOfDay(addDays('2026-01-01', reviewed.length - 1)).slice(0, 10);
    const sameDay = onPaper([], [], addDays(day, 1)).slice(TO_DRAFT.length);
    expect(found([...reviewed, ...sameDay], reviewing)).toEqual([]);
  });
});
