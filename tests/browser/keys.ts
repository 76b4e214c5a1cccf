/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** A browser that shows no frame never says that it is idle: after so many ms its turn in the queue is enough. */
const PATIENCE = 1000;

/** Waits until the page has nothing left to do: what is drawn has by then begun to listen to keys. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(
    (timeout) => new Promise<void>((rested) => void requestIdleCallback(() => rested(), { timeout })),
    PATIENCE,
  );

/** Presses keys that the page itself hears, wherever the focus is; one after the other, as fast as a hand that knows them. */
export async function strike(page: Page, ...keys: readonly string[]): Promise<void> {
  await atRest(page);
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
}
