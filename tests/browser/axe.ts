/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** One rule of accessibility that a screen breaks, and where. */
export interface Violation {
  readonly rule: string;
  readonly at: readonly string[];
}

interface Axe {
  run(options: object): Promise<{
    violations: { id: string; nodes: { target: string[] }[] }[];
  }>;
}

/** Looks again after so many ms, and not with each frame: there may be none. */
const EVERY = 50;

/**
 * Waits until colours have stopped changing: a button that has just become one to press is for a moment neither as it
 * was nor as it will be. What turns for as long as something comes does not count.
 */
async function comeToRest(page: Page): Promise<void> {
  const still = (): boolean =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .every(({ effect }) => effect?.getComputedTiming().iterations === Infinity);
  await page.waitForFunction(still, null, { polling: EVERY });
}

/** What axe finds on the screen as it stands. It comes in from outside of the page's policy, which lets nothing in. */
export async function violationsOn(page: Page): Promise<readonly Violation[]> {
  await comeToRest(page);
  await page.evaluate(SOURCE);
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as typeof globalThis & { axe: Axe };
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return violations.map(({ id, nodes }) => ({ rule: id, at: nodes.map(({ target }) => target.join(' ')) }));
  }, TAGS);
}
