/** An hour of a Beijing day as an instant of law time. */
export const instantOf = (day: string, hour: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + (hour - 8) * 3_600_000).toISOString();

/** The days on which a plan is compiled, in their order. */
export interface PlanCalendar {
  readonly schemeMeeting: string;
  readonly schemeIssue: string;
  readonly research: string;
  /** 科室发展规划 are due on this day. */
  readonly contributions: string;
  /** 篇章 are due on this day. */
  readonly chapters: string;
  readonly draft: string;
  readonly groupReview: string;
  /** Half of the replies come on this day, the others a week later. */
  readonly consultation: string;
  readonly groupDiscussion: string;
  readonly revision: string;
  readonly deanMeeting: string;
  readonly partyCommittee: string;
  readonly congress: string;
  readonly filing: string;
  /** The authority sends the plan back with points. */
  readonly returned: string;
  readonly amendment: string;
  /** The Party committee decides on the amended text. */
  readonly amendmentParty: string;
  readonly approval: string;
  readonly issue: string;
}

/** When a rehearsal's clock begins: early enough for the scheme's first date, late in the last year of the old plan. */
export const BEGINNING = instantOf('2025-10-13', 8);

/** Working days all, on the scheme's windows: preparation until December, drafting in January, decisions until June. */
export const CALENDAR: PlanCalendar = {
  schemeMeeting: '2025-10-15',
  schemeIssue: '2025-10-16',
  research: '2025-10-22',
  contributions: '2025-12-10',
  chapters: '2026-01-08',
  draft: '2026-01-12',
  groupReview: '2026-01-14',
  consultation: '2026-01-16',
  groupDiscussion: '2026-02-26',
  revision: '2026-03-02',
  deanMeeting: '2026-03-06',
  partyCommittee: '2026-03-13',
  congress: '2026-03-27',
  filing: '2026-04-07',
  returned: '2026-04-24',
  amendment: '2026-04-27',
  amendmentParty: '2026-04-30',
  approval: '2026-05-18',
  issue: '2026-05-29',
};
