import type { Said } from '../refusal.ts';

const both = (zh: string, en: string): Said => ({ zh, en });

/** Fields of a body, a stage and its parameters, as a reader calls them. */
const FIELD_WORDS: { readonly [field: string]: Said } = {
  title: both('名称', 'title'),
  summary: both('说明', 'summary'),
  basis: both('依据', 'basis'),
  kind: both('办理方式', 'kind'),
  decides: both('决策方式', 'how it decides'),
  ballot: both('表决方式', 'ballot'),
  recusal: both('回避人数是否计入', 'recusal'),
  recusalFloor: both('回避后最低人数', 'floor after recusal'),
  dissentReceipt: both('不同意见凭证', 'receipts of dissent'),
  backdating: both('补登到离会的时限（分钟）', 'minutes for late entry of attendance'),
  notice: both('会前通知', 'notice before a meeting'),
  words: both('决议用语', 'words of its resolutions'),
  minutes: both('会议记录方式', 'minutes'),
  recorded: both('补录会议的规则', 'rules of recorded meetings'),
  remote: both('视频参会是否计入', 'remote members'),
  rules: both('规则效力', 'weight of rules'),
  effect: both('效力', 'effect'),
  window: both('时间安排', 'window'),
  lasts: both('办理期限', 'how long it takes'),
  body: both('议事决策机构', 'body'),
  subject: both('审议文稿', 'text'),
  binds: both('是否印发的前提', 'whether an issue needs it'),
  fixesOpinions: both('是否审定意见采纳', 'whether it settles opinions'),
  renews: both('重新审定的环节', 'gate that it renews'),
  conditions: both('附条件的处理', 'conditions'),
  again: both('再次审议', 'second reading'),
  from: both('报送范围', 'who hands in'),
  missing: both('缺报的处理', 'what is missing'),
  afterDue: both('逾期报送的处理', 'late hand-in'),
  grace: both('宽限期', 'grace'),
  methods: both('调研方式', 'methods'),
  least: both('最少次数', 'at least'),
  atLeast: both('最少意见数', 'opinions at least'),
  method: both('论证方式', 'method'),
  days: both('天数', 'days'),
  unit: both('计日方式', 'unit'),
  rollOver: both('末日遇休假顺延', 'last day off'),
  ask: both('征求意见范围', 'who is asked'),
  silence: both('未反馈的处理', 'silence'),
  floor: both('最短期限', 'shortest window'),
  uncited: both('未注明意见的修改', 'edits that cite nothing'),
  authority: both('主管部门办理', 'authority'),
  answerWithin: both('答复期限', 'time for the answer'),
  unanswered: both('未答复的处理', 'no answer'),
  package: both('报送材料', 'package'),
  closesOn: both('办结时点', 'ends when'),
  register: both('文号', 'register'),
  recipients: both('印发范围', 'recipients'),
  gates: both('须经的审议环节', 'gates'),
  steps: both('印发手续', 'steps of the issue'),
  lead: both('牵头领导', 'lead'),
  owners: both('责任部门', 'owners'),
  writer: both('主笔部门', 'writer'),
  support: both('配合部门', 'support'),
  ladder: both('催办安排', 'reminders'),
  countersign: both('会签', 'countersigning'),
  keep: both('退回后仍然有效的', 'what stands after a return'),
  returnDays: both('退回后重新报送的天数', 'days after a return'),
  gate: both('原审议环节', 'the gate'),
  keeps: both('仍然有效的审议环节', 'gates that stand'),
  precheck: both('印发预检', 'check before the issue'),
  numbers: both('改动数字的分类', 'class of a changed number'),
  headings: both('增减篇章的分类', 'class of a changed chapter'),
  duties: both('改动责任分工的分类', 'class of a changed duty'),
  before: both('之前', 'before'),
  after: both('之后', 'after'),
  escalate: both('提请院领导审阅的工作日', 'working day on which leads are told'),
  release: both('提请方式', 'who releases it'),
  limit: both('次数上限', 'limit'),
  then: both('其后由', 'then'),
  own: both('本院机关代字', 'own register'),
  review: both('核稿', 'review'),
  check: both('复核', 'check'),
  seal: both('用印', 'seal'),
  countersigners: both('会签部门', 'countersigners'),
  quorum: both('法定人数', 'quorum'),
  pass: both('通过比例', 'majority'),
  base: both('计算基数', 'base'),
  num: both('分子', 'numerator'),
  den: both('分母', 'denominator'),
  inclusive: both('含本数', 'inclusive'),
  strict: both('须超过', 'strictly more'),
  roll: both('末日遇休假提前', 'last day off'),
  majority: both('通过比例', 'majority'),
  'current-text': both('现行文稿', 'current text'),
  'text-shown': both('所议文稿', 'text that was shown'),
  presides: both('主持人', 'who presides'),
  reason: both('理由', 'reason'),
  passed: both('通过', 'passed'),
  'in-principle': both('原则通过', 'in principle'),
  'not-passed': both('未通过', 'not passed'),
  deferred: both('缓议', 'deferred'),
  withdrawn: both('撤回议题', 'withdrawn'),
  referred: both('提请上级决定', 'referred'),
  to: both('至', 'until'),
};

/** Fields that are something else inside of another: the roll of a meeting that is recorded, the first day of a window. */
const INSIDE: { readonly [path: string]: Said } = {
  'recorded.roll': both('成员名单', 'roll'),
  'window.from': both('自', 'from'),
  'window.words': both('', ''),
};

const VALUE_WORDS: { readonly [value: string]: Said } = {
  vote: both('票决', 'by vote'),
  chair: both('首长负责', 'the chair decides'),
  named: both('记名', 'named'),
  hand: both('举手', 'by hand'),
  secret: both('无记名', 'secret'),
  exclude: both('不计入', 'excluded'),
  keep: both('计入', 'kept'),
  warn: both('提示', 'shows'),
  block: both('必须', 'must'),
  off: both('关闭', 'off'),
  gate: both('决定', 'decides'),
  advisory: both('听取意见', 'advises'),
  working: both('工作日', 'working days'),
  natural: both('自然日', 'natural days'),
  scheme: both('编制工作方案', 'scheme'),
  manuscript: both('规划文稿', 'manuscript'),
  online: both('在本系统记录', 'kept here'),
  book: both('记录本', 'in the book'),
  counts: both('计入', 'counted'),
  not: both('不计入', 'not counted'),
  issued: both('印发', 'issued'),
  received: both('全部签收', 'received by all'),
  approve: both('审批', 'approves'),
  record: both('备案', 'records'),
  none: both('不报送', 'none'),
  'all-departments': both('全院各科室', 'all departments'),
  'functional-departments': both('各职能科室', 'functional departments'),
  receive: both('接收', 'received'),
  refuse: both('不接收', 'refused'),
  group: both('群组审阅', 'group'),
  experts: both('专家论证', 'experts'),
  lawyers: both('法律审核', 'lawyers'),
  external: both('由本院登记簿编号', 'numbered elsewhere'),
  'as-bound': both('按是否印发的前提', 'as it binds'),
  unchanged: both('未改动的', 'what did not change'),
  nothing: both('无', 'nothing'),
  owners: both('责任部门', 'owners'),
  support: both('配合部门', 'support'),
  office: both('规划办确认后提请', 'the office releases it'),
  clock: both('到期自动提请', 'by the clock'),
  visit: both('实地调研', 'visits'),
  forum: both('座谈会', 'forums'),
  suggestion: both('金点子征集', 'suggestions'),
  survey: both('问卷调查', 'surveys'),
  all: both('全体成员', 'all members'),
  entitled: both('应到成员', 'members entitled'),
  present: both('实到成员', 'members present'),
  valid: both('有效票', 'valid votes'),
  decisive: both('赞成票与反对票之和', 'votes for and against'),
  'as-none': both('视为无意见', 'counts as none'),
  'research@1': both('调研', 'research'),
  'collect@1': both('科室报送', 'departments hand in'),
  'write@1': both('篇章撰写', 'chapters are written'),
  'compile@1': both('汇编', 'chapters are joined'),
  'consult@1': both('征求意见', 'consultation'),
  'revise@1': both('修改', 'revision'),
  'review@1': both('论证、审查', 'review'),
  'meeting@1': both('会议审议', 'a meeting'),
  'congress@1': both('职代会审议', 'the congress'),
  'file@1': both('报送主管部门', 'filing'),
  'amend@1': both('补正修改', 'amendment'),
  'mandate@1': both('授权修改', 'mandate'),
  'issue@1': both('印发', 'issue'),
  true: both('是', 'yes'),
  false: both('否', 'no'),
};

/** A field as a reader calls it; one that has no word of its own is called a parameter. */
export const fieldWords = (field: string): Said => FIELD_WORDS[field] ?? both('其他参数', field);

/** Whether a field has words of its own. */
export const isNamed = (field: string): boolean => field in FIELD_WORDS;

/** Values that mean something else in this field. */
const VALUES_OF: { readonly [value: string]: Said } = {
  'silence none': both('不视为无意见', 'counts as no answer'),
  'dissentReceipt commitment': both('出具', 'given'),
  'dissentReceipt none': both('不出具', 'not given'),
};

const one = (value: unknown, field: string): Said => {
  const word = VALUES_OF[`${field} ${String(value)}`] ?? VALUE_WORDS[String(value)];
  return word ?? both(String(value), String(value));
};

/** A value of a definition, of this field, as a reader says it: 30自然日, 票决, 党政综合办、医务科. */
export function valueWords(value: unknown, of = ''): Said {
  if (value === undefined || value === null) return both('未设', 'not set');
  if (Array.isArray(value))
    return joined(
      value.map((each) => valueWords(each, of)),
      '、',
      ', ',
    );
  if (typeof value !== 'object') return one(value, of);
  const { n, unit, ...rest } = value as { n?: unknown; unit?: unknown };
  const count = one(n, 'n');
  const days = one(unit ?? '', 'unit');
  const period = n === undefined ? [] : [both(`${count.zh}${days.zh}`, `${count.en} ${days.en}`)];
  const others = Object.entries(rest).map(([field, each]) => {
    const [name, said] = [INSIDE[`${of}.${field}`] ?? fieldWords(field), valueWords(each, field)];
    return both(`${name.zh}${said.zh}`, `${name.en} ${said.en}`);
  });
  return joined([...period, ...others], '，', ', ');
}

const joined = (parts: readonly Said[], zh: string, en: string): Said =>
  parts.length === 0
    ? both('无', 'none')
    : both(parts.map((part) => part.zh).join(zh), parts.map((part) => part.en).join(en));
