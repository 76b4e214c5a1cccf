import { found } from '../testing/found.ts';

const conflict = (text: string): readonly string[] => found('NUM_CONFLICT', text);

test.each([
  ['a row and its total', '遴选5个高峰学科、10个高原学科、15个培育学科，共25个学科。'],
  ['places of a row that only 分别 names', '三个层次分别遴选30名、60名、120名，共220名。'],
  ['so much for each', '遴选5名骨干，每人给予50万元支持，共200万元。'],
  ['so much for each and every year', '3个学科，每个学科每年投入2000万元，五年共投入2亿元。'],
  ['a mean', '联系40所学校，年开展讲座80场，平均每所学校3场。'],
  ['a share', '现有职工3126人，其中卫生技术人员2754人，占78.1%。'],
  ['what became less', '药占比由28.5%降至24.1%，下降5.4个百分点。'],
  ['a multiple', '由年1860人次增加到4350人次，增长2.3倍。'],
  ['a comparison', '门急诊62.3万人次，较2020年的51.5万人次增长31.0%。'],
  ['percent for percentage points', '健康素养水平由26.8%提高到36.5%，提高9.7%。'],
  ['the word for it', '应急队伍由5支增加到3支，医师由30名增加到20名。'],
  ['the word for it, of a rate', '死亡率由2020年的9.8/10万上升到2025年的6.5/10万。'],
  ['what was spent', '总投入15亿元，其中基本建设8亿元、设备4亿元、人才3亿元、信息化1亿元。'],
  ['institutions of several kinds', '成员20家，其中县级医院3家、社区卫生服务中心7家、乡镇卫生院11家。'],
  ['two that are everything', '门急诊58.7万人次，其中门诊51.2万人次、急诊8.5万人次。'],
  ['parts of which one is the rest', '职工956人，其中医师312人、护士406人，管理、工勤及其他人员88人。'],
  ['years of one plan', '总投资18.6亿元，其中2026—2028年12亿元，2029—2030年8.6亿元。'],
  ['milestones', '签约率2027年达到55%，2030年达到50%以上。'],
  ['sides of a thing', '实现婚前、孕前、孕期、产后、儿童六个环节连续记录。'],
  ['a list that is said to be all', '省级专科7个，分别为骨伤科、针灸科、肺病科、肛肠科、妇科、康复科。'],
  ['values behind 分别', '高血压、糖尿病规范管理率分别达到75%、72%、70%。'],
])('%s does not add up', (_, text) => expect(conflict(text)).toHaveLength(1));

test.each([
  '全院职工1200人，其中医师420人、护士560人、医技120人，另有返聘专家30人。',
  '年收入8.6亿元，其中医疗收入7.9亿元、药品收入2.4亿元、检查收入1.6亿元。',
  '门诊量由35.2万人次增加到41.8万人次，增长18.8%，其中互联网门诊2.1万人次，占5.0%。',
  '平均住院日由8.2天缩短至6.9天，缩短1.3天。',
  '专科排名由第12名提升到第8名，全国排名由326名上升至219名。',
  '护士床护比由1:0.4提高到1:0.5，医护比由1:1.6提高到1:1.8。',
  '药占比由2020年的30.2%下降到2025年的26.8%，降幅为11.3%。',
  '建成28个病区，每个病区设护士长1名，共配备护士长28名、副护士长12名。',
  '选派骨干30名，每人进修6个月，五年累计选派150名。',
  '对5个重点专科每年每个专科投入100万元，五年共投入2500万元。',
  '每年资助20项，每项资助2—5万元，五年共资助100项。',
  '2026年建成6家、2027年建成4家、2028年建成2家，五年共建成12家。',
  '药占比2027年降至25%，2030年降至23%。',
  '从制度、流程、人员、设备等三个方面改进。',
  '设心内科、心外科、介入科和康复科四个专科，形成院前、院中、院后三个环节的闭环。',
  '六项制度，即首诊负责、三级查房、会诊、值班和交接班、手术分级、危急值报告制度。',
  '到2027年、2030年，签约率分别达到45%、50%。',
  '设备230台（套），其中CT4台、磁共振3台、直线加速器1台，大型设备共10台。',
  '国家级教学成果奖2项，省级特等奖1项、一等奖6项、二等奖13项，合计22项。',
  '全年手术4.6万台次，其中三级手术2.1万台次，四级手术1.1万台次，三、四级手术占比69.6%。',
  '经费由1.2亿元增加到2.5亿元，是“十三五”末的2.1倍。',
  '满意度达到95.6%，比2020年提高3.2个百分点，比全省平均水平高1.5%。',
  '3家县医院中，2家通过二级甲等评审，1家通过三级乙等评审。',
])('%s is right', (text) => expect(conflict(text)).toEqual([]));

const TABLE = ['项目\t面积\t投资（亿元）\t完成率', '用房\t15\t7.5\t50%', '宿舍\t8.5\t3.4\t60%'];

test('a total of a table is what stands above it', () => {
  expect(conflict([...TABLE, '合计\t23.5\t10.9\t55%'].join('\n'))).toEqual([]);
  expect(conflict([...TABLE, '合计\t23.5\t11.9\t55%'].join('\n'))).toHaveLength(1);
  expect(conflict([...TABLE, '其中：新建\t10\t5\t40%', '合计\t23.5\t11.9\t55%'].join('\n'))).toEqual([]);
});

test('a table without a column for the unit has it behind the name, and sentences agree with it', () => {
  const plan = (done: string, planned: string): string =>
    [
      '某大学发展规划（2026—2030年）',
      '一、发展成就',
      done,
      '二、发展目标',
      planned,
      '指标\t2025年\t2030年',
      '博士教师占比（%）\t74.8\t≥82',
    ].join('\n');
  const of = (done: string, planned: string): readonly string[] => found('IND_CONFLICT', plan(done, planned));
  expect(of('2025年博士教师占比达到74.8%。', '博士教师占比不低于82%。')).toEqual([]);
  expect(of('2025年博士教师占比达到78.4%。', '博士教师占比不低于82%。')).toHaveLength(1);
  expect(of('2025年博士教师占比达到74.8%。', '博士教师占比不低于72%。')).toHaveLength(1);
});

test('what is finished before it is begun', () => {
  expect(found('DATE_CONFLICT', '2028年开工，2027年底竣工。')).toHaveLength(1);
  expect(found('DATE_CONFLICT', '2024年开工，2026年建成；二期2027年开工，2029年建成。')).toEqual([]);
});
