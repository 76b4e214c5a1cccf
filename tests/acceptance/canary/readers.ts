import { CAST, EVERYBODY, type Who } from '../../play/institutions.ts';

/** The states of the case in which everything is crawled, in their order. */
export const STATES = ['collected', 'written', 'consulting', 'filed', 'issued'] as const;
export type State = (typeof STATES)[number];

/** People by name, in words; whoever is not named may not read it. */
type Names = string;

const since = (state: State, now: State, names: Names): Names =>
  STATES.indexOf(now) >= STATES.indexOf(state) ? names : '';

/** Whoever holds a post but to watch over accounts: 三员 see no business. */
const POSTED = EVERYBODY.filter(
  (who) => CAST[who][0] === 'hospital' && !['nobody', 'guard', 'inspector'].includes(who),
).join(' ');
const OVERSEERS = 'office auditor lead leader';
const CHAPTER = 'writer owner support lead office auditor';
const COMMITTEE = 'chair member secretary office auditor';
const GROUP = 'lead writer secretary office auditor';
const DEANS = 'leader lead secretary office auditor';
const UNRECUSED = 'secretary office auditor';
const CONGRESS = 'president delegate teller scrutineer secretary office auditor';
const AUTHORITY = 'examiner authority-auditor';
const EVERY_HEAD = 'general writer owner support clinical';
const OPINION = `support ${OVERSEERS}`;
/** 补录单 of a meeting: those who were recorded, whoever recorded them and whoever checks it. */
const CORRECTED = `member clerk secretary ${OVERSEERS}`;
const EXEMPTED = `writer ${OVERSEERS}`;
/** 议题申报: whoever asked, the leader in charge, and those to whom the papers were sent. */
const TABLED = `support ${DEANS}`;

/** Who may read what is written at a place of the play, by hand: a second word on the policy, in terms of papers. */
export function readersOf(place: string, now: State): ReadonlySet<string> {
  const [what = '', of = ''] = place.split('/');
  const names = (what === 'name' ? nameReaders(of as Who) : papers(place, now)).split(' ');
  // The director of the office reads what the office reads.
  return new Set(names.includes('office') ? [...names, 'director'] : names);
}

/** A name is shown to oneself, to those who see every person, and to the office that asks the holders of posts. */
function nameReaders(who: Who): Names {
  const [house] = CAST[who];
  if (who === 'nobody') return 'nobody admin auditor guard inspector';
  if (house === 'hospital') return `${who} admin auditor guard inspector office`;
  return house === 'other'
    ? `${who} other-admin other-auditor other-office`
    : `${who} authority-admin authority-auditor`;
}

const circulated = (more: Names): Names => `${more} ${DEANS} ${CONGRESS} ${OVERSEERS} ${AUTHORITY}`;

type Rule = (now: State) => Names;
const always =
  (names: Names): Rule =>
  () =>
    names;
// Material is the department's; once accepted it is also the chapter writers'.
const accepted = (head: Who): Rule => always(`${head} office auditor lead writer owner`);

const PAPERS: { readonly [place: string]: Rule } = {
  title: (now) => `${POSTED} ${since('filed', now, AUTHORITY)}`,
  scheme: always(POSTED),
  procedure: always(POSTED),
  finding: always(OVERSEERS),
  'finding-place': always(OVERSEERS),
  'contribution/general': accepted('general'),
  'contribution/writer': accepted('writer'),
  'contribution/support': accepted('support'),
  'contribution/clinical': always('clinical office auditor lead'),
  'deposit/file': always('owner office auditor lead'),
  'deposit/reason': always('owner office auditor'),
  input: always(CHAPTER),
  return: always(CHAPTER),
  instruction: always(CHAPTER),
  'chapter/returned': always(CHAPTER),
  'use/contribution': accepted('support'),
  'use/chapter': always(CHAPTER),
  // The accepted chapter is in the draft, and the draft goes around.
  'chapter/accepted': (now) =>
    [
      CHAPTER,
      since('consulting', now, `${OVERSEERS} ${COMMITTEE} general`),
      since('filed', now, circulated(GROUP)),
      since('issued', now, EVERY_HEAD),
    ].join(' '),
  // What came in by the revision, after the committee and the consultation.
  replacement: (now) => `${since('filed', now, circulated(OVERSEERS))} ${since('issued', now, EVERY_HEAD)}`,
  'edit-reason': always(OVERSEERS),
  waiver: always(OVERSEERS),
  'opinion/about': always(OPINION),
  'opinion/quote': always(OPINION),
  'opinion/wording': always(OPINION),
  disposition: always(OPINION),
  'opinion/spoken': always(OVERSEERS),
  'opinion/objection': always(OPINION),
  'opinion/explanation': always(OPINION),
  'place/review': always(COMMITTEE),
  adjourn: always(COMMITTEE),
  statement: always(COMMITTEE),
  'minutes/review': always(COMMITTEE),
  'place/discussion': always(GROUP),
  'minutes/discussion': always(GROUP),
  'place/gate': always(GROUP),
  'minutes/gate': always(GROUP),
  'place/deans': always(DEANS),
  decision: always(DEANS),
  'minutes/deans': always(DEANS),
  'place/congress': always(CONGRESS),
  'minutes/congress': always(CONGRESS),
  withdrawal: always(DEANS),
  condition: always(`support ${DEANS}`),
  'condition/report': always(`support ${DEANS}`),
  'mandate/point': always(`support ${DEANS}`),
  'mandate/return': always(`support ${DEANS}`),
  'mandate/refer': always(`support ${DEANS}`),
  'mandate/end': always(`support ${DEANS}`),
  duty: always(`support ${DEANS}`),
  'duty/report': always(`support ${DEANS}`),
  // 指标填报: the department that fills it in, and those who oversee; whoever is to confirm it is one of them.
  'indicator/note': always(`support ${OVERSEERS}`),
  'indicator/return': always(`support ${OVERSEERS}`),
  'indicator/settle': always(`support ${OVERSEERS}`),
  'condition/waiver': always(`owner ${DEANS}`),
  'minutes/rooms': always(DEANS),
  'tabling/title': always(TABLED),
  'tabling/reason': always(TABLED),
  'tabling/words': always(TABLED),
  'tabling/first': always(TABLED),
  // Added to the item of a meeting: for those who sit there.
  paper: always(DEANS),
  retitled: always(DEANS),
  stated: always(DEANS),
  moving: always(POSTED),
  review: always(OVERSEERS),
  // Administrators put right what was entered wrongly, too.
  'repair/reason': always(`admin ${OVERSEERS}`),
  // 印发: whoever countersigns follows what becomes of the text; whoever receives it reads what was issued, not how it was made.
  'issue/edit': always(`owner ${OVERSEERS}`),
  'issue/restore': always(`owner ${OVERSEERS}`),
  'sitting/place': always(DEANS),
  'sitting/title': always(DEANS),
  'sitting/words': always(DEANS),
  'sitting/adjourn': always(DEANS),
  // Both who sit there are recused in the end: the meeting is hidden from them.
  recusal: always(UNRECUSED),
  'recorded-recusal': always(UNRECUSED),
  referral: always(UNRECUSED),
  upper: always(UNRECUSED),
  manifest: always(`${OVERSEERS} ${AUTHORITY}`),
  'manifest-title': always(`${OVERSEERS} ${AUTHORITY}`),
  letter: always(`${OVERSEERS} ${AUTHORITY}`),
  'return-letter': always(`${OVERSEERS} ${AUTHORITY}`),
  // The authority keeps the wording of its points; what is to be put right reaches the hospital in the letter.
  point: always(AUTHORITY),
  'amend-reason': always(OVERSEERS),
  'class-reason': always(OVERSEERS),
  'grounds-reason': always(OVERSEERS),
  'finding-reason': always(OVERSEERS),
  'joined/title': always(POSTED),
  'joined/scheme': always(POSTED),
  'joined/number': always(POSTED),
  'joined/words': always(OVERSEERS),
  'joined/scan': always(OVERSEERS),
  'joined/plan': always(`${COMMITTEE} ${GROUP} ${OVERSEERS}`),
  'converted/title': always(POSTED),
  'converted/scheme': always(POSTED),
  // Revised by the office, and not yet before anybody who decides.
  'converted/plan': always(OVERSEERS),
  'record/scan': always(CORRECTED),
  'record/statement': always(COMMITTEE),
  'record/objection': always(CORRECTED),
  'record/answer': always(CORRECTED),
  'record/repair': always(CORRECTED),
  'record/exemption': always(EXEMPTED),
  'record/paper': always(EXEMPTED),
  exemption: always(OVERSEERS),
  'exemption/paper': always(OVERSEERS),
};

function papers(place: string, now: State): Names {
  const rule = PAPERS[place];
  if (!rule) throw new Error(`nobody has said who may read ${place}`);
  return rule(now);
}

/** Places whose words are kept and shown nowhere. */
export const UNSHOWN: readonly string[] = ['finding-place', 'joined/words', 'exemption'];
