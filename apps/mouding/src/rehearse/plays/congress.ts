import { addDays } from '@mouding/core';
import { holderOf, itemOf, type Story } from '../story.ts';
import { convene, declare, type MeetingPlay } from './meeting.ts';

/** 职代会: 58 of 66 delegates, a secret ballot entered with two keys, 51 in favour. */
export async function congress(story: Story): Promise<void> {
  const { refusals } = story;
  const play = congressPlay(story);
  const { meeting, room } = await convene(story, play);
  const issued = room.present.length;
  const tally = { issued, returned: issued, yes: issued - 7, no: 4, abstain: 2, invalid: 1 };
  const ballot = (await itemOf(story, play.stage, 'ballot')).stream;
  const teller = await holderOf(story, '职代会计票人');
  const scrutineer = await holderOf(story, '职代会监票人');
  await teller.act(ballot, 'tally', tally);
  // The two keys must agree: a miscount is named, and counted again.
  const miscounted = { ...tally, yes: tally.yes - 1, no: tally.no + 1 };
  await refusals.expect('ballot.confirm', 'ballot.two-keys', () =>
    scrutineer.act(ballot, 'confirm', miscounted),
  );
  await scrutineer.act(ballot, 'confirm', tally);
  await declare(story, meeting, room.secretary, play);
}

/** The congress hears of its item a fortnight ahead. */
export const congressPlay = ({ calendar }: Story): MeetingPlay => ({
  stage: 'congress',
  body: 'congress',
  called: addDays(calendar.congress, -14),
  on: calendar.congress,
  place: '门诊楼六楼报告厅',
  absent: 8,
  no: 0,
  abstain: 0,
});
