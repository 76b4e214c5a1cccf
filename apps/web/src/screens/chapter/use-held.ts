import { useState } from 'react';
import type { Answer } from '../../api/answer.ts';
import type { Chapter } from '../../api/generated/types.gen.ts';

/**
 * The chapter as it was opened: a newer version of its text is announced and never put under the reader's eyes while they
 * decide. Everything else that happens to it shows at once.
 */
export function useHeld(answer: Answer<Chapter>) {
  const [held, setHeld] = useState(answer);
  const hash = (one: Answer<Chapter>): string | undefined => one.data.data.text?.hash;
  const isNewer = held.etag !== answer.etag && hash(held) !== hash(answer) && hash(held) !== undefined;
  if (held.etag !== answer.etag && !isNewer) setHeld(answer);
  return { answer: isNewer ? held : answer, isNewer, load: () => setHeld(answer) };
}
