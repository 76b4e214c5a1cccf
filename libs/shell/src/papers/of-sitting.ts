import { ROLE_WORDS, wordsOf as wordsFor } from '@mouding/contract';
import type { Known } from '@mouding/core';
import { attendanceSheet, dayWords, meetingNotice, momentWords } from '@mouding/documents';
import { asked } from '../queries/reader.ts';
import { lastAt, sourceOf, wordsOf, type Maker, type View } from './view.ts';

const VOTING: readonly string[] = ['chair', 'deputy', 'member'];

const contextOf = async ({ reader, id }: View) => {
  const context = await asked(reader, (known) => known.state('sitting', id)?.context);
  if (!context) throw new Error(`sitting/${id} is not there`);
  return context;
};
type Context = Awaited<ReturnType<typeof contextOf>>;

/** What stands in the file of a case for a matter of another one. */
const ANOTHER = '（其他议题）';

/** Titles of its matters: ours by the item, the others as they were called. */
async function titlesOf(view: View, { items }: Context): Promise<readonly (string | null)[]> {
  const called = wordsOf(view, 'SittingCalled')[0]?.said['agenda'];
  const titles: readonly unknown[] = Array.isArray(called) ? called : [];
  const { filedIn } = view;
  return asked(view.reader, (known) =>
    items.map(({ no, meeting }) => {
      const ours = meeting === null ? undefined : itemOf(known, meeting);
      if (filedIn !== null && ours?.case !== filedIn) return ANOTHER;
      const title = titles[no - 1];
      return ours?.title ?? (typeof title === 'string' ? title : null);
    }),
  );
}

/** What a meeting of ours is about, and the case that it belongs to. */
function itemOf(
  known: Known,
  meeting: string,
): { readonly title: string; readonly case: string } | undefined {
  const context = known.state('meeting', meeting.slice('meeting/'.length))?.context;
  return context && { title: context.item.title, case: context.case };
}

const NOTICE: Maker = {
  key: 'notice',
  title: '会议通知',
  there: () => true,
  async make(view) {
    const context = await contextOf(view);
    const { house } = view;
    const { roll, at, place, bodyKey } = context;
    const chair = roll.find(({ role }) => role === 'chair')?.post ?? null;
    const named = (votes: boolean): string[] =>
      roll.flatMap(({ post, role }) => (VOTING.includes(role) === votes ? [house.post(post) ?? ''] : []));
    return {
      paper: meetingNotice({
        source: await sourceOf(view, null),
        body: context.title || house.body(bodyKey),
        at: momentWords(at),
        place,
        chair: house.post(chair),
        members: named(true),
        others: named(false),
        items: await titlesOf(view, context),
        papers: [],
        sent: dayWords(lastAt(view, 'SittingCalled') ?? view.now),
        quorum: '',
      }),
    };
  },
};

const ATTENDANCE: Maker = {
  key: 'attendance',
  title: '签到表',
  there: () => true,
  async make(view) {
    const context = await contextOf(view);
    const { house } = view;
    const last = new Map(context.movements.map((one) => [one.post, one]));
    const standing = (post: string): string => {
      const moved = last.get(post);
      return moved ? `${MOVED[moved.what] ?? moved.what} ${momentWords(moved.at).slice(-5)}` : '';
    };
    return {
      paper: attendanceSheet({
        source: await sourceOf(view, null),
        body: context.title || house.body(context.bodyKey),
        at: momentWords(context.at),
        place: context.place,
        items: (await titlesOf(view, context)).map((title) => title ?? '（另行通知）'),
        seats: context.roll.map(({ post, role }) => ({
          post: house.post(post) ?? '',
          role: wordsFor(ROLE_WORDS, role).zh,
          standing: standing(post),
          votes: VOTING.includes(role),
        })),
      }),
    };
  },
};

const MOVED: { readonly [what: string]: string } = { came: '到会', went: '离会' };

/** 会议通知 and 签到表 of a sitting with several items. */
export const SITTING_PAPERS: readonly Maker[] = [NOTICE, ATTENDANCE];
