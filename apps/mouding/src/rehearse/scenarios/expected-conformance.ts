import type { Conforming } from './conforming.ts';

const TEXT_MADE = [
  'scheme-adoption',
  'scheme-issue',
  'research',
  'contributions',
  'chapters',
  'draft',
  'group-review',
  'consultation',
  'group-discussion',
  'revision',
];
const DECIDED = [...TEXT_MADE, 'dean-meeting', 'party-committee', 'congress'];
const ANSWERED = ['authority', 'amendment', 'amendment-party', 'issue'];
/** 修改初稿 is there for a draft that 领导小组 sent back, which happens in none of them. */
const unneeded = ['draft-revision'];
const NOTHING = { notices: [], anomalies: [], twoKeys: [] };

/** Gates before which a text was put that the checkup finds wrong in places: it shows, and is waived or mended before 印发. */
const UNCHECKED = [
  'amendment-party',
  'congress',
  'dean-meeting',
  'group-discussion',
  'group-review',
  'party-committee',
].map((stage) => `${stage} text.checkup`);

/** 市卫健委 sent it back, it was amended and decided again: every stage was gone through. */
export const S1: Conforming = {
  ...NOTHING,
  stages: { met: [...DECIDED, ...ANSWERED], unneeded },
  notices: ['authority filing.package'],
};

/** The same of a text with faults, which every gate was shown. */
export const S1_FAULTY: Conforming = { ...S1, notices: [...UNCHECKED, ...S1.notices].toSorted() };

/** 报送 ended with one department left out, with consent; the draft is still being made. */
export const S2: Conforming = {
  ...NOTHING,
  stages: {
    met: ['scheme-adoption', 'scheme-issue', 'research', 'contributions', 'chapters', 'draft'],
    open: ['group-review'],
    ahead: [
      'draft-revision',
      'consultation',
      'group-discussion',
      'revision',
      'dean-meeting',
      'party-committee',
      'congress',
      ...ANSWERED,
    ],
  },
  notices: ['contributions collect.complete', 'draft compile.waived'],
};

/** Returns leave no mark on a stage: what went back came again, and the draft is made of what was signed off. */
export const S3: Conforming = { ...S2, notices: [] };

/** 院长办公会 was asked once more while its conditions were open, which only shows there. */
export const S7: Conforming = {
  ...NOTHING,
  stages: {
    met: DECIDED,
    unneeded,
    open: ['authority'],
    ahead: ['amendment', 'amendment-party', 'issue'],
  },
  notices: ['dean-meeting meeting.conditions'],
};

/** The other plan, under the rule of half or more, and changed under the mandates of both bodies. */
export const S7_HALF: Conforming = {
  ...S7,
  stages: {
    ...S7.stages,
    met: [
      ...TEXT_MADE,
      'dean-meeting',
      'dean-meeting-mandate',
      'party-committee',
      'party-committee-mandate',
      'congress',
    ],
  },
  notices: [],
};

/** Taken over while the text is revised. */
export const S4: Conforming = {
  ...NOTHING,
  stages: {
    before: TEXT_MADE.slice(0, -1),
    met: ['revision'],
    unneeded,
    open: ['dean-meeting'],
    ahead: ['party-committee', 'congress', ...ANSWERED],
  },
  twoKeys: ['joining confirmed'],
};

/** Taken over at 征求意见; the window was shortened for a while. */
export const S5: Conforming = {
  ...S4,
  stages: {
    ...S4.stages,
    before: TEXT_MADE.slice(0, -3),
    met: ['consultation', 'group-discussion', 'revision'],
  },
  notices: ['consultation consultation.window'],
};

/** 职代会 met twice over it, and the second time with a quorum. */
export const S6: Conforming = { ...S7, notices: [] };

/** A scheme that 院长办公会 passed and 党委会 put before the organ above: it comes again. */
export const S9: Conforming = {
  ...NOTHING,
  stages: { met: ['dean-meeting'], open: ['party-committee'], ahead: ['issue'] },
};

/** Where an early vote of the chair only shows; to whoever supervises it is a vote out of order (议题表决异常). */
export const S9_SHOWN: Conforming = {
  ...S9,
  notices: ['dean-meeting meeting.chair-last'],
  anomalies: ['voting dean-meeting meeting.chair-last'],
};

/** One gate, decided without whoever was recused. */
export const S8: Conforming = { ...NOTHING, stages: { met: ['contract'] } };

/** The same gate, decided by the organ above: too few were left. */
export const S8_ABOVE: Conforming = { ...S8, notices: ['contract meeting.refers'] };

/** Taken over at 党委会; decided again after the authority's answer, each body on the text that it saw. */
export const S10: Conforming = {
  ...NOTHING,
  stages: {
    before: [...TEXT_MADE, 'dean-meeting'],
    unneeded,
    met: ['party-committee', 'congress', ...ANSWERED],
  },
  twoKeys: ['joining confirmed'],
};

/** Mail was away; the procedure went on. */
export const S13: Conforming = {
  ...NOTHING,
  stages: {
    met: ['scheme-adoption', 'scheme-issue'],
    open: ['research', 'contributions'],
    ahead: [...DECIDED.slice(4, 7), 'draft-revision', ...DECIDED.slice(7), ...ANSWERED],
  },
};

/** The meeting of the day before was entered from paper: called too late, its votes without names, no minutes yet. */
export const S16: Conforming = {
  ...S10,
  notices: [
    'authority filing.package',
    'party-committee meeting.ballot',
    'party-committee meeting.minutes',
    'party-committee meeting.notice',
  ],
  anomalies: ['voting party-committee meeting.ballot'],
};

/** The chapters are all signed off, by three people in one post, and nothing was done without its rule. */
export const S11: Conforming = {
  ...NOTHING,
  stages: {
    met: TEXT_MADE.slice(0, 4),
    open: ['chapters'],
    ahead: [
      ...TEXT_MADE.slice(5),
      'draft-revision',
      'dean-meeting',
      'party-committee',
      'congress',
      ...ANSWERED,
    ],
  },
};

const BEFORE_REVISION = [
  'scheme-adoption',
  'scheme-issue',
  'research',
  'contributions',
  'chapters',
  'draft',
  'group-review',
  'consultation',
  'group-discussion',
];

/** Of S12, the case that came to the new stage. */
export const S12_REVIEWED: Conforming = {
  stages: {
    before: BEFORE_REVISION,
    met: ['revision', 'legal-review'],
    open: ['dean-meeting'],
    ahead: ['party-committee', 'congress', 'authority', 'amendment', 'amendment-party', 'issue'],
    unneeded: ['draft-revision'],
  },
  notices: [],
  anomalies: [],
  twoKeys: ['joining confirmed'],
};

/** Of S12, the case that was past it when the version changed: nobody asks it for the new stage. */
export const S12_PAST: Conforming = {
  stages: {
    before: [...BEFORE_REVISION, 'revision', 'dean-meeting', 'party-committee'],
    open: ['congress'],
    ahead: ['authority', 'amendment', 'amendment-party', 'issue'],
    unneeded: ['draft-revision', 'legal-review'],
  },
  notices: [],
  anomalies: [],
  twoKeys: ['joining confirmed'],
};
