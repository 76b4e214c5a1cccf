import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../home.ts';
import type { Out } from '../out.ts';
import { office } from '../rehearse/story.ts';
import { withRunningSystem } from '../system.ts';
import type { Refused } from '../words.ts';
import { redHeadPages } from './red-head.ts';
import { playShowCase } from './show-story.ts';
import { slimBundle } from './slim-bundle.ts';

const FOLDER = join(root, 'apps', 'web', 'src', 'screens', 'show', 'canned');

/**
 * Makes what `/show` tells of: a case is rehearsed in a home of its own, and its 归档包 and the pages of its red-head
 * paper are written beside the screens. @returns how many bytes they have
 */
export function makeShowCase(home: string, out: Out): Promise<number | Refused> {
  return withRunningSystem({ home, databaseUrl: undefined, command: 'rehearse', out }, async (urls) => {
    const story = await playShowCase(urls);
    const clerk = await office(story);
    const bundle = await slimBundle(await clerk.bytesAt(`/v1/cases/${story.caseId}/archive`));
    const pages = await redHeadPages(story);
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, 'case.zip'), bundle);
    for (const [i, page] of pages.entries()) writeFileSync(join(FOLDER, `page-${i + 1}.svg`), page);
    return pages.reduce((sum, page) => sum + page.length, bundle.length);
  });
}
