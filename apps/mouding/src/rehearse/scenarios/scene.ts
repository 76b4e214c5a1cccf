import { Me } from '@mouding/contract';
import type { Session } from '../../client/session.ts';
import type { Pair } from '../../demo/found-pair.ts';
import type { Words } from '../../words.ts';
import { FIVE_YEAR_PLAN, openCase } from '../open-case.ts';
import { CALENDAR } from '../plan-calendar.ts';
import type { PostOffice } from '../post-office.ts';
import type { AuditedUrls } from '../rehearse-case.ts';
import { refusals } from '../refusals.ts';
import type { Script } from '../rehearse.ts';
import type { Story } from '../story.ts';
import type { Scene, Told } from './scenario.ts';

/** What a scene is made of. */
export interface Setting {
  readonly urls: AuditedUrls;
  readonly pair: Pair;
  readonly office: Session;
  readonly script: Script;
  say(words: Words): void;
  /** What is told is added here. */
  readonly told: Told[];
  /** What people took home, by name. */
  readonly kept: Map<string, string>;
  readonly postOffice: PostOffice | undefined;
}

/** The scene of one scenario: its institutions, and how it opens cases and tells its story. */
export function sceneOf({ urls, pair, office, script, say, told, kept, postOffice }: Setting): Scene {
  const { hospital, authority, authorityId } = pair;
  const { definition, chapters, random } = script;
  const shared: Omit<Story, 'caseId'> = {
    hospital,
    authority,
    definition,
    chapters,
    calendar: CALENDAR,
    random,
    refusals: refusals(),
    say,
  };
  return {
    ...shared,
    urls,
    authorityId,
    postOffice: () => postOffice ?? noPostOffice(),
    of: (caseId) => ({ ...shared, caseId }),
    open: async (wish = {}) => {
      const usual = { ...shared, title: FIVE_YEAR_PLAN, authority: authorityId, ...wish };
      const caseId = await openCase(office, usual);
      const { definition: procedure, chapters: played, calendar } = usual;
      return { ...shared, definition: procedure, chapters: played, calendar, caseId };
    },
    tell: async (zh, en) => {
      const { now } = await office.read('/v1/me', Me);
      told.push({ kind: 'happened', at: now, words: { zh, en } });
      say({ zh: `${zh}……`, en: `${en} …` });
    },
    keep: (name, content) => void kept.set(name, content),
    shows: (zh, en, holds) => void told.push({ kind: 'shown', words: { zh, en }, holds }),
  };
}

function noPostOffice(): never {
  throw new Error('this scenario asked for no mail server');
}
