import type { CaseWish } from '../open-case.ts';
import type { Script } from '../rehearse.ts';
import type { Story } from '../story.ts';
import type { Words } from '../../words.ts';
import type { AuditedUrls } from '../rehearse-case.ts';
import type { PostOffice } from '../post-office.ts';
import { s10 } from './s10.ts';
import { s11 } from './s11.ts';
import { s12 } from './s12.ts';
import { s13 } from './s13.ts';
import { s16 } from './s16.ts';
import { s2 } from './s2.ts';
import { s3 } from './s3.ts';
import { s4 } from './s4.ts';
import { s5 } from './s5.ts';
import { s6 } from './s6.ts';
import { s7 } from './s7.ts';
import { s8 } from './s8.ts';
import { s9 } from './s9.ts';

/** One line of a scenario's story: what happened, or what had to be so and whether it was. */
export type Told =
  | { readonly kind: 'happened'; readonly at: string; readonly words: Words }
  | { readonly kind: 'shown'; readonly words: Words; readonly holds: boolean };

/** A pair of institutions on a rehearsal's clock, with the default procedure published and no case yet. */
export interface Scene extends Omit<Story, 'caseId'> {
  readonly urls: AuditedUrls;
  readonly authorityId: string;
  /** The mail server of a scenario that asked for one. @throws Error where it did not */
  readonly postOffice: () => PostOffice;
  /** Opens a case as the office, and answers its story. */
  open(wish?: Partial<CaseWish>): Promise<Story>;
  /** The story of a case that came into being in another way. */
  of(caseId: string): Story;
  /** Tells what happens; the law time stands beside it. */
  tell(zh: string, en: string): Promise<void>;
  /** Puts away what somebody took home, to be looked at when the system is gone. */
  keep(name: string, content: string): void;
  /** Says what must be so, and whether it is. */
  shows(zh: string, en: string, holds: boolean): void;
}

/** An acceptance scenario that plays by itself over HTTP and prints its story. */
export interface Scenario {
  readonly id: string;
  readonly title: Words;
  /** Whether the worker must send to a mail server of the scenario's own. */
  readonly mail?: true;
  /** @param script the default procedure with an invented plan */
  play(scene: Scene, script: Script): Promise<void>;
}

/** Every scenario that can be played. */
export const SCENARIOS: readonly Scenario[] = [s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s16];

export const scenarioOf = (id: string): Scenario | undefined =>
  SCENARIOS.find((scenario) => scenario.id.toLowerCase() === id.toLowerCase());
