import { z } from 'zod';
import { KINDS_OF_STAGES } from '../stages/kinds.ts';
import { AMENDED, RENAMED, versionWith } from '../testing/versions.ts';
import { SMALL } from '../testing/small-procedure.ts';
import { BodyRule } from './definition.ts';
import { diffDefinitions } from './diff.ts';
import { isNamed } from './diff-words.ts';
import { BODY_RULES, PROCEDURE_RULES, STAGE_RULES } from './effects.ts';
import { readDefinition } from './procedure.ts';
import { weighedRuleWords } from './weighed-rule-words.ts';

const read = (written: unknown) => {
  const answer = readDefinition(written);
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults));
  return answer.definition;
};
const small = read(SMALL);
const said = (written: object) => diffDefinitions(small, read({ ...SMALL, ...written })).map(({ zh }) => zh);
const staged = (id: string, change: object) =>
  said({ steps: SMALL.steps.map((step) => (step.id === id ? { ...step, ...change } : step)) });

test('a stage between two others, and a majority that is another, as a reader would say it', () => {
  expect(diffDefinitions(small, read(AMENDED)).map(({ zh }) => zh)).toEqual([
    '“委员会”的通过比例由“赞成须超过全体成员的1/2”改为“赞成须达到全体成员的2/3”',
    '在“汇编”之后新增环节“合法性审查”（办理期限7个工作日）',
    '“汇编”办结之后，由“委员会审议”改为“合法性审查”',
  ]);
});

test('the same version is not other than itself', () => {
  expect(diffDefinitions(small, small)).toEqual([]);
  expect(diffDefinitions(versionWith('v2').definition, read(AMENDED))).toEqual([]);
});

test('a stage under another id is one that went and one that came', () => {
  const what = diffDefinitions(small, read(RENAMED)).map((change) => `${change.what} ${change.at}`);
  expect(what).toEqual(
    expect.arrayContaining([
      'stage-added steps.board',
      'stage-removed steps.gate',
      'route-changed steps.mend.then.revised',
    ]),
  );
});

test('parameters, windows, weights and titles say what they were and what they are', () => {
  expect(staged('gate', { title: '委员会审定' })).toEqual([
    '环节“委员会审定”的名称由“委员会审议”改为“委员会审定”',
  ]);
  expect(staged('gate', { window: { words: '三月' } })).toHaveLength(1);
  expect(staged('material', { with: { missing: 'block' } })).toEqual([
    '环节“报送”的缺报的处理由“提示”改为“必须”',
  ]);
  expect(staged('gate', { rules: { 'case.migrate-vote': { effect: 'off', reason: '小型单位' } } })).toEqual([
    '环节“委员会审议”的规则“表决期间不换版”由“必须”改为“关闭”，理由：小型单位',
  ]);
});

test('a stage that stands behind another one than before has moved', () => {
  const [material, chapters, draft, gate, mend, issue] = SMALL.steps;
  const moved = said({ steps: [material, chapters, draft, mend, gate, issue] });
  expect(moved).toEqual(expect.arrayContaining([expect.stringContaining('移至')]));
});

test('stages side by side: how they are called, and where they lead together', () => {
  const research = { id: 'research', kind: 'research@1', title: '调研', then: { researched: 'chapters' } };
  const grouped = (title: string, then: string) => {
    const [material, ...others] = SMALL.steps;
    return read({
      ...SMALL,
      steps: [{ id: 'early', title, together: [material, research], then }, ...others],
    });
  };
  const between = (a: ReturnType<typeof read>, b: ReturnType<typeof read>) =>
    diffDefinitions(a, b).map(({ zh }) => zh);
  expect(between(grouped('前期', 'chapters'), grouped('前期准备', 'draft'))).toEqual([
    '同时办理的“前期准备”的名称由“前期”改为“前期准备”',
    '“前期准备”全部办结之后，由“撰写”改为“汇编”',
  ]);
  expect(between(small, grouped('前期', 'chapters'))).toContain('新增同时办理的“前期”，全部办结之后为“撰写”');
  expect(between(grouped('前期', 'chapters'), small)).toContain('“前期”各环节不再同时办理');
});

test('bodies and stages by their titles, kinds and values in words', () => {
  const bodies = { ...SMALL.bodies, board: { ...SMALL.bodies.committee, title: '理事会' } };
  const gate = (more: object) => ({
    bodies,
    steps: SMALL.steps.map((step) => (step.id === 'gate' ? { ...step, ...more } : step)),
  });
  const next = gate({ with: { body: 'board', subject: 'manuscript', binds: true } });
  expect(said(next)).toContain('环节“委员会审议”的议事决策机构由“委员会”改为“理事会”');
  expect(said(gate({ kind: 'congress@1' }))).toContain(
    '环节“委员会审议”的办理方式由“会议审议”改为“职代会审议”',
  );
});

test('a rule that is weighed the same for another reason, and classes in another order', () => {
  const because = (reason: string) =>
    read({ ...SMALL, rules: { 'procedure.bound': { effect: 'off', reason } } });
  expect(diffDefinitions(because('小型单位'), because('试行')).map(({ zh }) => zh)).toEqual([
    expect.stringContaining('仍为“关闭”，理由：试行'),
  ]);
  const one = { id: 'editorial', title: '编辑性修改', gates: [] };
  const two = { id: 'substantive', title: '实质性修改', gates: ['gate'] };
  const classes = (...order: readonly object[]) => read({ ...SMALL, amendments: { classes: order } });
  expect(diffDefinitions(classes(one, two), classes(two, one)).map(({ zh }) => zh)).toEqual([
    '修改分类由轻到重的次序改为：实质性修改、编辑性修改',
  ]);
});

test('chapters and classes of changes', () => {
  const plan = { no: 2, title: '指标', lead: '分管领导', owners: ['综合办'] };
  expect(said({ chapters: [...SMALL.chapters, plan] })).toEqual(['新增第2章“指标”']);
  expect(said({ chapters: [] })).toEqual(['删去第1章“总则”']);
  expect(said({ amendments: { classes: [{ id: 'editorial', title: '编辑性修改', gates: [] }] } })).toEqual([
    '新增修改分类“编辑性修改”',
  ]);
});

test('every field and every rule that a definition may set has a word', () => {
  const fieldsOf = (schema: z.ZodType): readonly string[] => {
    return namesIn(z.toJSONSchema(schema, { unrepresentable: 'any' }));
  };
  const fields = [...KINDS_OF_STAGES.flatMap(({ params }) => fieldsOf(params)), ...fieldsOf(BodyRule)];
  expect([...new Set(fields)].filter((field) => !isNamed(field) && !['n'].includes(field))).toEqual([]);
  const rules = Object.keys({ ...BODY_RULES, ...STAGE_RULES, ...PROCEDURE_RULES });
  expect(rules.filter((rule) => weighedRuleWords(rule).zh === '其他规则')).toEqual([]);
});

/** Every field of a schema, at any depth. */
function namesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, part]: [string, unknown]) =>
    key === 'properties' && typeof part === 'object' && part !== null
      ? [...Object.keys(part), ...namesIn(Object.values(part))]
      : namesIn(part),
  );
}
