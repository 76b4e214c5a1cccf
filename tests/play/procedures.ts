const HALF = { base: 'all', num: 1, den: 2 } as const;

const body = (title: string, decides: string, ballot: string) => ({
  title,
  decides,
  ballot,
  quorum: { ...HALF, inclusive: true },
  pass: { ...HALF, strict: true },
  words: { passed: '通过', 'not-passed': '未通过', deferred: '缓议' },
});

const meeting = (id: string, title: string, of: string, next: string, more: object = {}) => ({
  id,
  kind: 'meeting@1',
  title,
  with: { body: of, subject: 'manuscript', ...more },
  then: {
    passed: next,
    'in-principle': 'again',
    'not-passed': 'again',
    deferred: 'again',
    withdrawn: 'again',
  },
});

/** A body that decides a changed text again. */
const AGAIN = { body: 'deans', subject: 'manuscript', binds: false, renews: 'deans' };
const ANSWERED = { authority: 'approve', subject: 'manuscript' };
const MONTH = { n: 30, unit: 'natural' };

/** Every kind of stage and every kind of ballot once, with one chapter: the shortest way past every command. */
export const WHOLE = {
  id: 'whole',
  title: '各环节一遍程序',
  bodies: {
    committee: body('党委会', 'vote', 'named'),
    group: body('领导小组', 'vote', 'hand'),
    deans: body('院长办公会', 'chair', 'named'),
    congress: body('职工代表大会', 'vote', 'secret'),
  },
  chapters: [
    {
      no: 1,
      title: '总体目标',
      lead: '副院长（医疗）',
      owners: ['医务科', '科教科'],
      writer: '医务科',
      support: ['护理部'],
    },
  ],
  steps: [
    {
      id: 'preparation',
      title: '前期准备',
      together: [
        { id: 'research', kind: 'research@1', title: '调研', then: { researched: 'chapters' } },
        { id: 'material', kind: 'collect@1', title: '科室发展规划报送', then: { collected: 'chapters' } },
      ],
      then: 'chapters',
    },
    { id: 'chapters', kind: 'write@1', title: '篇章撰写', then: { written: 'draft' } },
    { id: 'draft', kind: 'compile@1', title: '汇编初稿', then: { compiled: 'review' } },
    meeting('review', '党委会审阅', 'committee', 'consultation', { binds: false }),
    {
      id: 'consultation',
      kind: 'consult@1',
      title: '征求意见',
      with: { ask: 'functional-departments', days: 5 },
      then: { consulted: 'discussion' },
    },
    meeting('discussion', '领导小组讨论', 'group', 'revision', { binds: false, fixesOpinions: true }),
    { id: 'revision', kind: 'revise@1', title: '修改完善', then: { revised: 'deans' } },
    meeting('deans', '院长办公会审议', 'deans', 'congress'),
    {
      ...meeting('congress', '职代会表决', 'congress', 'authority'),
      kind: 'congress@1',
    },
    {
      id: 'authority',
      kind: 'file@1',
      title: '报批',
      with: ANSWERED,
      then: {
        approved: 'issue',
        'approved-with-changes': 'amendment',
        recorded: 'again',
        returned: 'amendment',
        unanswered: 'issue',
      },
    },
    {
      id: 'amendment',
      kind: 'amend@1',
      title: '补正修改',
      then: { editorial: 'authority', indicator: 'deans-again', substantive: 'deans' },
    },
    {
      ...meeting('deans-again', '院长办公会再审', 'deans', 'authority', AGAIN),
      then: {
        passed: 'authority',
        'in-principle': 'amendment',
        'not-passed': 'amendment',
        deferred: 'again',
        withdrawn: 'again',
      },
    },
    {
      id: 'issue',
      kind: 'issue@1',
      title: '印发',
      with: { subject: 'manuscript' },
      then: { issued: 'end', received: 'end' },
    },
  ],
  amendments: {
    numbers: 'indicator',
    classes: [
      { id: 'editorial', title: '编辑性修改' },
      { id: 'indicator', title: '指标目标调整', gates: ['deans'] },
      { id: 'substantive', title: '重大修改', gates: ['deans', 'congress', 'authority'] },
    ],
  },
};

/** The same plan, adopted by the party committee and the congress, and answered on paper: what may come back. */
export const RETURNED = {
  ...WHOLE,
  id: 'returned',
  title: '报批与补正程序',
  steps: WHOLE.steps.map((step) => {
    if (step.id === 'deans') return meeting('deans', '党委会审议', 'committee', 'congress');
    if (step.id === 'deans-again')
      return { ...step, title: '党委会再审', with: { ...AGAIN, body: 'committee' } };
    return step.id === 'authority' ? { ...step, with: { ...ANSWERED, answerWithin: MONTH } } : step;
  }),
};

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

/** Plans of departments and one chapter, for every way in which they may end. */
export const ENDINGS = {
  id: 'endings',
  title: '报送程序',
  bodies: {},
  chapters: WHOLE.chapters,
  steps: [
    { id: 'material', kind: 'collect@1', title: '科室发展规划报送', then: { collected: 'chapters' } },
    { id: 'chapters', kind: 'write@1', title: '篇章撰写', then: { written: 'end' } },
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

const TWO_THIRDS = { base: 'all', num: 2, den: 3, inclusive: true } as const;

/** A plan that two bodies decide, and that goes on without the authority's answer when it was exempted. */
export const TAKEN_OVER = {
  id: 'taken-over',
  title: '接入后审议程序',
  bodies: {
    committee: { ...body('党委会', 'vote', 'named'), quorum: TWO_THIRDS },
    group: { ...body('领导小组', 'vote', 'hand'), quorum: TWO_THIRDS },
  },
  chapters: [],
  steps: [
    { id: 'material', kind: 'collect@1', title: '科室发展规划报送', then: { collected: 'draft' } },
    { id: 'draft', kind: 'compile@1', title: '汇编初稿', then: { compiled: 'committee' } },
    meeting('committee', '党委会审议', 'committee', 'group'),
    meeting('group', '领导小组审议', 'group', 'authority'),
    {
      id: 'authority',
      kind: 'file@1',
      title: '报批',
      with: ANSWERED,
      then: { approved: 'end', recorded: 'again', returned: 'again', unanswered: 'end' },
    },
  ],
};
