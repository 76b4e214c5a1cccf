import type { Fact } from '../stream.ts';
import { refOf } from './given.ts';

/** A procedure of five stages for specifications: collect, compile, one committee, revise, issue. */
export const SMALL = {
  id: 'small',
  title: '小程序',
  bodies: {
    committee: {
      title: '委员会',
      decides: 'vote',
      ballot: 'named',
      quorum: { base: 'all', num: 1, den: 2, inclusive: true },
      pass: { base: 'all', num: 1, den: 2, strict: true },
      words: { passed: '研究通过', 'not-passed': '未予通过', deferred: '缓议' },
    },
  },
  chapters: [{ no: 1, title: '总则', lead: '分管领导', owners: ['综合办'], support: ['各职能科室'] }],
  steps: [
    { id: 'material', kind: 'collect@1', title: '报送', then: { collected: 'chapters' } },
    { id: 'chapters', kind: 'write@1', title: '撰写', then: { written: 'draft' } },
    { id: 'draft', kind: 'compile@1', title: '汇编', then: { compiled: 'gate' } },
    {
      id: 'gate',
      kind: 'meeting@1',
      title: '委员会审议',
      with: { body: 'committee', subject: 'manuscript', binds: true },
      then: { passed: 'issue', 'not-passed': 'mend', deferred: 'again' },
    },
    { id: 'mend', kind: 'revise@1', title: '修改', then: { revised: 'gate' } },
    {
      id: 'issue',
      kind: 'issue@1',
      title: '印发',
      with: { subject: 'manuscript' },
      then: { issued: 'end', received: 'end' },
    },
  ],
};

type Small = typeof SMALL;

/** A copy with one change. */
export function changed(change: (copy: Small) => void): Small {
  const copy = structuredClone(SMALL);
  change(copy);
  return copy;
}

/** A copy in which one stage is changed. */
export const restaged = (id: string, change: object): Small =>
  changed((copy) => {
    copy.steps = copy.steps.map((step) => (step.id === id ? { ...step, ...change } : step));
  });

/** A case under it was opened. */
export const OPENED: Fact = {
  type: 'CaseOpened',
  data: {
    title: '“十五五”发展规划',
    procedure: { id: 'small', version: 1, hash: 'small' },
    scheme: refOf('方案'),
    chapters: [],
    dates: {},
    authority: null,
  },
};
