import { createContext, use } from 'react';
import type { Meeting, Organisation, Sitting } from '../../api/generated/types.gen.ts';
import type { Room } from './room.ts';
import type { Entries } from './use-entries.ts';

/** All that the parts of the console stand on. */
export interface Scene {
  readonly thing: Meeting;
  /** The version that is shown. */
  readonly seen: string | null;
  readonly sitting: Sitting | null;
  readonly org: Organisation;
  readonly room: Room;
  readonly entries: Entries;
  readonly isOnline: boolean;
  /** Who is in a seat, as the room knows them: the post and, where known, the name. */
  readonly nameOf: (post: string) => string;
}

export const SceneContext = createContext<Scene | null>(null);

/** @throws Error outside of the console */
export function useScene(): Scene {
  const scene = use(SceneContext);
  if (!scene) throw new Error('there is no meeting here');
  return scene;
}

/** 代录: said in the room; the instant is put in when it is pressed. */
export const IN_ROOM = { elsewhere: { happened: '', medium: 'meeting' } } as const;
