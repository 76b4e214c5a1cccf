import { against, type Refusal } from '../../refusal.ts';
import type { MeetingContext } from './meeting.ts';

type Of = Pick<MeetingContext, 'present' | 'remote' | 'rule'>;

/** Whether whoever is there by video counts as present in this body; they do where its rule says nothing. */
export const countsVideo = ({ remote }: MeetingContext['rule']): boolean => remote !== 'not';

/** Posts that count as present: all that are there, without those by video where the body does not count them. */
export const counted = ({ present, remote, rule }: Of): readonly string[] =>
  countsVideo(rule) ? present : present.filter((post) => !remote.includes(post));

/** 视频到会: whoever is there by video shows, with whether the body counts them. */
export function byVideo(rule: MeetingContext['rule'], posts: readonly string[]): Refusal | null {
  if (posts.length === 0) return null;
  const counts = countsVideo(rule);
  return against(
    'meeting.remote',
    `${posts.length}人以视频方式到会，${counts ? '计入' : '不计入'}实到`,
    `${posts.length} are present by video and ${counts ? 'count' : 'do not count'}`,
    { posts, counts },
    { zh: '请到现场参加', en: 'Let them come to the room' },
  );
}
