// A worker has its own functions, and none of those that the page gave to itself.
import '../checker/older-browsers.ts';
import { diff, summary, tallyOf } from '@mouding/text';
import type { Compared } from './compared.ts';

interface Wish {
  readonly before: string;
  readonly after: string;
}

/** Compares beside the page, so that scrolling and typing go on however long the texts are. */
addEventListener('message', ({ data: { before, after } }: MessageEvent<Wish>) => {
  const found = diff(before, after);
  const compared: Compared = { diff: found, tally: tallyOf(found), said: summary(found) };
  postMessage(compared);
});
