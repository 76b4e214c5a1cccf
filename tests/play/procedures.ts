const HALF = { base: 'all', num: 1, den: 2 } as const;

const OFF = { effect: 'off', reason: '小型单位，议题不另行申报' } as const;
const UNTABLED = { 'meeting.intake': OFF, 'meeting.consensus': OFF, 'meeting.circulated': OFF };

/** A body of half or more, to which nothing has to be tabled. */
export const body = (title: string, decides: string, ballot: string) => ({
  title,
  decides,
  ballot,
  quorum: { ...HALF, inclusive: true },
  pass: { ...HALF, strict: true },
  words: { passed: '通过', 'not-passed': '未通过', deferred: '缓议' },
  rules: UNTABLED,
});

/** A stage that a body decides. */
export const meeting = (id: string, title: string, of: string, next: string, more: object = {}) => ({
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
    {
      id: 'chapters',
      kind: 'write@1',
      title: '篇章撰写',
      with: { countersign: ['owners', 'support'] },
      then: { written: 'draft' },
    },
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

/** Plans of departments and one chapter, for every way in which they may end. */
export const ENDINGS = {
  id: 'endings',
  title: '报送程序',
  bodies: {},
  chapters: WHOLE.chapters,
  steps: [
    { id: 'material', kind: 'collect@1', title: '科室发展规划报送', then: { collected: 'chapters' } },
    {
      id: 'chapters',
      kind: 'write@1',
      title: '篇章撰写',
      with: { countersign: ['owners', 'support'] },
      then: { written: 'draft' },
    },
    { id: 'draft', kind: 'compile@1', title: '汇编初稿', then: { compiled: 'end' } },
  ],
};

/** One chapter that its other owner and its supporting department countersign, and nothing before it. */
export const COUNTERSIGNED = {
  id: 'countersigned',
  title: '篇章会签程序',
  bodies: {},
  chapters: WHOLE.chapters,
  steps: ENDINGS.steps.slice(1),
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

/** A plan that is taken over while its text is being changed. */
export const REVISED = {
  id: 'taken-over-revised',
  title: '接入后修改程序',
  bodies: { deans: body('院长办公会', 'chair', 'named') },
  chapters: [],
  steps: [
    { id: 'draft', kind: 'compile@1', title: '汇编初稿', then: { compiled: 'revision' } },
    { id: 'revision', kind: 'revise@1', title: '修改完善', then: { revised: 'deans' } },
    meeting('deans', '院长办公会审议', 'deans', 'end'),
  ],
};

/** A plan on which one body decides, under a mandate if it likes: approved, it comes before the body again all the same. */
export const MANDATED = {
  id: 'mandated',
  title: '授权修改程序',
  bodies: { deans: body('院长办公会', 'chair', 'named') },
  chapters: [],
  steps: [
    { id: 'material', kind: 'collect@1', title: '科室发展规划报送', then: { collected: 'draft' } },
    { id: 'draft', kind: 'compile@1', title: '汇编初稿', then: { compiled: 'deans' } },
    {
      ...meeting('deans', '院长办公会审议', 'deans', 'end', { conditions: 'warn' }),
      then: { passed: 'end', 'not-passed': 'again', deferred: 'again', mandated: 'change' },
    },
    {
      id: 'change',
      kind: 'mandate@1',
      title: '授权修改',
      with: { gate: 'deans' },
      then: { approved: 'deans', returned: 'deans' },
    },
  ],
};
