/** In the room, or by video. */
export type ByWay = 'room' | 'video';

/** Somebody who came or went: in which seat, at which instant (law time, UTC), as it is said. */
export interface Movement {
  readonly post: string;
  /** Who held the post then: whoever follows in the post has to come, too. */
  readonly person: string;
  readonly what: 'came' | 'went';
  readonly at: string;
  readonly by: ByWay;
}

/** Somebody who is there. */
export interface InRoom {
  readonly post: string;
  readonly person: string;
  readonly by: ByWay;
}

/**
 * 在会人员 at an instant, in whatever order it was entered: of each person in each seat the latest movement counts, and
 * of two at the same instant the one that was entered later.
 */
export function hereIn(
  { movements }: { readonly movements: readonly Movement[] },
  at: string,
): readonly InRoom[] {
  const latest = new Map<string, Movement>();
  for (const movement of movements) {
    if (movement.at > at) continue;
    const key = `${movement.post} ${movement.person}`;
    const before = latest.get(key);
    if (!before || movement.at >= before.at) latest.set(key, movement);
  }
  return [...latest.values()].flatMap(({ post, person, what, by }) =>
    what === 'came' ? [{ post, person, by }] : [],
  );
}
