import { resourceOf } from '@mouding/contract';
import { addDays } from '@mouding/core';
import { instantOf } from '../plan-calendar.ts';
import { call, declare, postOf, roomOf, type MeetingPlay } from '../plays/meeting.ts';
import { SCAN } from '../scan.ts';
import { holderOf, moveTo, overview, type Story } from '../story.ts';

const Meeting = resourceOf('meeting');
const Ballot = resourceOf('ballot');

/** What a congress came to, as its meeting and its ballot say. */
export interface Counted {
  readonly meeting: string;
  readonly all: number;
  readonly present: number;
  readonly yes: number;
}

/**
 * 职代会 in a hall: its secretary enters the signatures of the attendance book one by one, the paper ballot is entered
 * with two keys. Whoever is present and not in favour is against.
 */
export async function congressOnPaper(story: Story, play: MeetingPlay, yes: number): Promise<Counted> {
  const { present, secretary } = await roomOf(story, play);
  const meeting = await call(story, play, secretary);
  await moveTo(story, play.on, 15);
  const scan = await secretary.keepFile('职代会签到簿.png', SCAN);
  const elsewhere = { happened: play.on, medium: 'meeting', scan, book: '职代会签到簿第3页' };
  // One after another, as they were signed: they all write to the one stream of the meeting.
  for (const { post, session } of present)
    await secretary.act(meeting, 'record-attendance', {
      post: postOf(session, post),
      what: 'coming',
      elsewhere,
    });
  await secretary.act(meeting, 'open');
  await secretary.act(meeting, 'put');
  const { data } = await secretary.read(`/v1/meetings/${idOf(meeting)}`, Meeting);
  const ballot = data.ballot ?? '';
  const issued = present.length;
  const tally = { issued, returned: issued, yes, no: issued - yes, abstain: 0, invalid: 0 };
  await (await holderOf(story, '职代会计票人')).act(ballot, 'tally', tally);
  await (await holderOf(story, '职代会监票人')).act(ballot, 'confirm', tally);
  await declare(story, meeting, secretary, play);
  const counted = await secretary.read(`/v1/ballots/${idOf(ballot)}`, Ballot);
  const all = data.roll.filter(({ role }) => ['chair', 'deputy', 'member'].includes(role)).length;
  return { meeting, all, present: data.present.length, yes: counted.data.confirmed?.yes ?? -1 };
}

const idOf = (stream: string): string => stream.split('/')[1] ?? '';

/** A meeting of named votes that was held in a room, entered by its secretary the day after; everybody is in favour. Answers the meeting. */
export async function recordByName(story: Story, play: MeetingPlay): Promise<string> {
  const { chair, present, secretary } = await roomOf(story, play);
  await moveTo(story, addDays(play.on, 1), 9);
  const title = story.definition.bodies[play.body]?.title ?? play.body;
  const posts = present.map(({ post, session }) => postOf(session, post));
  const body = {
    case: story.caseId,
    stage: play.stage,
    at: instantOf(play.on, 15),
    place: play.place,
    called: play.called,
    present: posts,
    votes: posts.map((post) => ({ post, vote: 'yes' })),
    chair: postOf(chair.session, chair.post),
    outcome: 'passed',
    text: (await overview(story)).texts.manuscript,
    minutes: await secretary.keep(`${title}纪要\n会议时间：${play.on}\n会议地点：${play.place}\n`),
    elsewhere: {
      happened: play.on,
      medium: 'meeting',
      scan: await secretary.keepFile(`${title}记录.png`, SCAN),
      book: `${title}记录本第4册第9页`,
    },
  };
  return (await secretary.make('meeting', body, 'recorded')).made;
}
