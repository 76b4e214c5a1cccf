import type { Page } from 'playwright-core';
import { violationsOn } from './axe.ts';
import { wideOn } from './visit.ts';

/** Holds that axe finds nothing on the screen as it stands, and that nothing reaches beyond its right edge. */
export async function expectSound(page: Page): Promise<void> {
  expect({ violations: await violationsOn(page), wide: await wideOn(page) }).toEqual({
    violations: [],
    wide: [],
  });
}
