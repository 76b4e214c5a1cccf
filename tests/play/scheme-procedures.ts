import { body, meeting } from './procedures.ts';

/** A scheme that a body adopts and that goes out in the hospital's own way: numbers drawn here, one countersigning. */
export const OUTGOING = {
  id: 'outgoing',
  title: '方案印发程序',
  bodies: { group: body('领导小组', 'vote', 'hand') },
  chapters: [],
  steps: [
    meeting('gate', '领导小组审议方案', 'group', 'issue', { subject: 'scheme' }),
    {
      id: 'issue',
      kind: 'issue@1',
      title: '印发',
      with: {
        subject: 'scheme',
        register: { own: '小城规办' },
        steps: { countersign: 'block', countersigners: ['科教科'] },
        precheck: { days: 10 },
      },
      then: { issued: 'end', received: 'end' },
    },
  ],
};

/** A scheme on which one body decides, whose chair decides: what happens in a room, and conditions. */
export const ROOMS = {
  id: 'rooms',
  title: '方案审议程序',
  bodies: { deans: body('院长办公会', 'chair', 'named') },
  chapters: [],
  steps: [meeting('deans', '院长办公会审议方案', 'deans', 'end', { subject: 'scheme' })],
};

/** The same, for a body that sits on several matters. */
export const SITTINGS = {
  ...ROOMS,
  id: 'sittings',
  title: '会次审议程序',
  bodies: { deans: body('院长办公会', 'vote', 'named') },
};

/** A scheme that is filed, here or on paper, after everybody was asked for material: short, and full of clockwork. */
export const SHORT = {
  id: 'short',
  title: '方案报备程序',
  bodies: {},
  chapters: [],
  steps: [
    {
      id: 'preparation',
      title: '前期准备',
      together: [
        { id: 'research', kind: 'research@1', title: '调研', then: { researched: 'filing' } },
        { id: 'material', kind: 'collect@1', title: '科室发展规划报送', then: { collected: 'filing' } },
      ],
      then: 'filing',
    },
    {
      id: 'filing',
      kind: 'file@1',
      title: '报批',
      with: { authority: 'approve', subject: 'scheme' },
      then: { approved: 'end', recorded: 'again', returned: 'again' },
    },
  ],
};

/** Everybody is asked first, and nothing else has to happen before. */
export const ASKING = {
  id: 'asking',
  title: '征求意见程序',
  bodies: {},
  chapters: [],
  steps: [
    {
      id: 'consultation',
      kind: 'consult@1',
      title: '征求意见',
      with: { ask: 'functional-departments', days: 5, silence: 'as-none' },
      then: { consulted: 'filing' },
    },
    {
      id: 'filing',
      kind: 'file@1',
      title: '报备',
      with: { authority: 'record', subject: 'scheme' },
      then: { approved: 'end', recorded: 'end', returned: 'again' },
    },
  ],
};

/** A scheme that experts look at. */
export const REVIEW = {
  id: 'review',
  title: '论证程序',
  bodies: {},
  chapters: [],
  steps: [
    {
      id: 'review',
      kind: 'review@1',
      title: '专家论证',
      with: { subject: 'scheme', method: 'experts', atLeast: 2 },
      then: { reviewed: 'end', returned: 'again' },
    },
  ],
};
