import { head, MEETING, person, post, type Story } from '../../testing/council.ts';
import { at, listed, SECRETARY, SITTING, sitting, CHAIR } from '../../testing/sitting-room.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import { hereIn } from './here.ts';
import { confirmAttendance, recordSittingAttendance } from './record-attendance.ts';
import { sittingRows } from './rows.ts';
import type { SittingState } from './sitting.ts';
import { putItem } from '../meeting/put.ts';

/** Now, and a quarter of an hour and a minute before. */
const [NOW, QUARTER, LONG] = ['02:00', '01:45', '01:44'].map((time) => `2025-11-20T${time}:00.000Z`) as [
  string,
  string,
  string,
];
const coming = (on: string, n = 4) => ({ post: post(n), what: 'coming', at: on, by: 'room' }) as const;
const stateOf = (story: Story): SittingState => {
  const kind = streamKind('sitting');
  return (story.history[`sitting/${SITTING}`] ?? []).reduce(
    (so, fact) => nextState(kind, so, fact).state,
    emptyState(kind),
  ) as SittingState;
};
const here = (story: Story): readonly string[] => hereIn(stateOf(story).context, NOW).map((one) => one.post);

test('within the time of the body it counts at once, with its mark', () => {
  const { decision } = listed().when(SECRETARY, recordSittingAttendance, [SITTING, coming(QUARTER)]);
  expect(decision).toMatchObject({
    facts: [
      {
        fact: {
          type: 'MovementNoted',
          data: { post: post(4), person: person(4), at: QUARTER, entered: 'afterwards', enteredBy: post(7) },
        },
      },
    ],
  });
});

test('longer ago it waits for a second person, and the body sets how long', () => {
  const { decision } = listed().when(SECRETARY, recordSittingAttendance, [SITTING, coming(LONG)]);
  expect(decision).toMatchObject({
    facts: [{ fact: { type: 'MovementClaimed', data: { no: 1, minutes: 16, claimedBy: person(7) } } }],
    notices: [{ rule: 'sitting.backdating', facts: { minutes: 16, allowed: 15 } }],
  });
  const strict = listed({ backdating: 5 }).when(SECRETARY, recordSittingAttendance, [
    SITTING,
    coming(QUARTER),
  ]);
  expect(strict.types()).toEqual(['sitting MovementClaimed']);
});

test('two keys and a visible mark: it counts when another person confirms it', () => {
  const claimed = sitting(listed(), 1, 2, 3).does(SECRETARY, recordSittingAttendance, [
    SITTING,
    coming(LONG),
  ]);
  expect(here(claimed)).toEqual([1, 2, 3].map(post));
  expect(sittingRows(SITTING, stateOf(claimed)).obligations).toContainEqual(
    expect.objectContaining({ holder: 'chair@council', verb: 'sitting.confirm-attendance' }),
  );
  claimed
    .when(SECRETARY, confirmAttendance, [SITTING, { claim: 1, agree: true }])
    .refused('sitting.two-keys');
  claimed.when(CHAIR, confirmAttendance, [SITTING, { claim: 2, agree: true }]).refused('sitting.claim');
  const confirmed = claimed.does(CHAIR, confirmAttendance, [SITTING, { claim: 1, agree: true }]);
  expect(here(confirmed)).toEqual([1, 2, 3, 4].map(post));
  expect(stateOf(confirmed).context.movements.at(-1)).toMatchObject({
    entered: 'afterwards',
    confirmed: { no: 1, by: person(1) },
  });
  confirmed.when(CHAIR, confirmAttendance, [SITTING, { claim: 1, agree: true }]).refused('sitting.claim');
});

test('a claim that is sent back, or taken back, never counts', () => {
  const claimed = listed().does(SECRETARY, recordSittingAttendance, [SITTING, coming(LONG)]);
  for (const by of [CHAIR, SECRETARY]) {
    const refused = claimed.does(by, confirmAttendance, [SITTING, { claim: 1, agree: false }]);
    expect([here(refused), stateOf(refused).context.claims]).toEqual([[], []]);
  }
});

test('an item that was put stands with who was there then, whatever is entered afterwards', () => {
  const put = at(sitting(listed(), 1, 2, 3), 2).does(CHAIR, putItem, [MEETING, {}]);
  const before = put.history[`meeting/${MEETING}`];
  const after = put
    .does(SECRETARY, recordSittingAttendance, [SITTING, coming(LONG)])
    .does(CHAIR, confirmAttendance, [SITTING, { claim: 1, agree: true }]);
  expect(after.history[`meeting/${MEETING}`]).toEqual(before);
});

test('a departure that is entered for a time before the last arrival changes nothing now', () => {
  const left = sitting(listed(), 1, 2, 3)
    .does(SECRETARY, recordSittingAttendance, [SITTING, coming('2025-11-20T01:50:00.000Z')])
    .does(SECRETARY, recordSittingAttendance, [
      SITTING,
      { ...coming('2025-11-20T01:55:00.000Z'), what: 'leaving' },
    ]);
  expect(here(left)).toEqual([1, 2, 3].map(post));
  expect(hereIn(stateOf(left).context, '2025-11-20T01:52:00.000Z').map((one) => one.post)).toEqual([post(4)]);
});

test('only the secretary enters it, of a member, and never ahead of time', () => {
  const ahead = coming('2025-11-20T02:00:00.001Z');
  listed().when(SECRETARY, recordSittingAttendance, [SITTING, ahead]).refused('record.happened');
  listed()
    .when(head(1), recordSittingAttendance, [SITTING, coming(QUARTER)])
    .refused('meeting.secretary');
  listed()
    .when(SECRETARY, recordSittingAttendance, [SITTING, coming(QUARTER, 9)])
    .refused('meeting.roll');
  const gone = { ...coming(QUARTER), what: 'leaving' } as const;
  listed().when(SECRETARY, recordSittingAttendance, [SITTING, gone]).refused('meeting.present');
  const twice = listed().does(SECRETARY, recordSittingAttendance, [SITTING, coming(QUARTER)]);
  twice.when(SECRETARY, recordSittingAttendance, [SITTING, coming(NOW)]).refused('meeting.signed');
});
