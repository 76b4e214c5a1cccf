import type { ConformanceReportView } from '@mouding/contract';
import { ICON } from '../pages/icon.ts';
import { conformancePage } from './page.ts';
import { REPORT_POLICY, STYLE } from './page-style.ts';

const words = (zh: string, en: string) => ({ zh, en });
const EVIDENCE = {
  type: 'StageClosed',
  words: words('办结环节', 'a stage ended'),
  stream: 'case/00000000-0000-4000-8000-000000000001',
  version: 3,
  index: 7,
  leafHash: 'a'.repeat(64),
  at: '2026-01-05T01:00:00.000Z',
  how: 'record' as const,
  howWords: words('补录', 'recorded afterwards'),
  happened: '2026-01-04',
  by: '规划办经办',
};
const REPORT: ConformanceReportView = {
  institution: '某市<中医院>',
  case: { id: '00000000-0000-4000-8000-000000000001', title: '“十五五”发展规划' },
  procedure: { id: 'plan', version: 2, hash: 'b'.repeat(64), title: '编制程序' },
  rehearsal: true,
  asOf: { index: 9, at: '2026-01-05T01:00:00.000Z', leafHash: 'c'.repeat(64) },
  counts: { met: 1 },
  twoKeys: [],
  anomalies: [{ class: 'voting', words: words('议题表决异常', 'voting'), found: [] }],
  stages: [
    {
      stage: 'gate',
      title: '党委会审议',
      kind: 'meeting@1',
      body: '党委会',
      basis: '三重一大',
      status: { code: 'met', words: words('符合', 'met') },
      rounds: [
        {
          round: 1,
          entered: EVIDENCE,
          closed: EVIDENCE,
          outcome: { code: 'passed', words: '研究通过' },
          text: null,
          sum: { zh: '全体9，实到9≥6 ✓', en: 'all 9', numbers: { all: 9 } },
        },
      ],
      reconsidered: [
        {
          effect: { code: 'confirmed', words: words('复议维持原决定', 'confirmed') },
          sum: null,
          evidence: EVIDENCE,
        },
      ],
      rules: [],
    },
  ],
  notices: [],
  records: [],
  refusals: null,
};

test('the page stands alone: no script, nothing that is loaded, and a policy that allows its own style only', () => {
  const page = conformancePage(REPORT);
  const withoutIcon = page.replace(ICON.text, '');
  expect(withoutIcon).not.toBe(page);
  expect(withoutIcon).not.toMatch(/<script|<link|<img|src=|href=|url\(/);
  expect(page).toContain(`<style>${STYLE}</style>`);
  expect(REPORT_POLICY).toContain("default-src 'none'");
});

test('it says what was done, by which post, when, and where it stands in the log', () => {
  const page = conformancePage(REPORT);
  for (const said of [
    '党委会审议',
    '符合',
    '研究通过',
    '全体9，实到9≥6 ✓',
    '规划办经办',
    '发生于 2026-01-04（补录）',
    '第 7 条',
    '复议维持原决定',
  ])
    expect(page).toContain(said);
  expect(page).toContain('演练');
});

test('what people wrote is text and never markup', () => {
  expect(conformancePage(REPORT)).toContain('某市&lt;中医院&gt;');
});

test('refusals are shown to those alone who may see them', () => {
  expect(conformancePage(REPORT)).not.toContain('暂不能办理的请求');
  expect(conformancePage({ ...REPORT, refusals: [] })).toContain('暂不能办理的请求');
});
