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
  then: { passed: next, 'not-passed': 'again', deferred: 'again' },
});

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
      with: { authority: 'approve', subject: 'manuscript' },
      then: { approved: 'issue', recorded: 'again', returned: 'revision' },
    },
    {
      id: 'issue',
      kind: 'issue@1',
      title: '印发',
      with: { subject: 'manuscript' },
      then: { issued: 'end', received: 'end' },
    },
  ],
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
