/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** Looks again after so many ms, and not with each frame: there may be none. */
const EVERY = 50;

/** Waits until what has the focus is seen, and nothing lies over it. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const seen = (): boolean => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return false;
    const { left, top, width, height } = at.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    const isBare = above !== null && (at.contains(above) || above.contains(at));
    return isBare && getComputedStyle(at).outlineStyle !== 'none';
  };
  await page.waitForFunction(seen, null, { polling: EVERY });
}
