import { OpinionList, ReturnedPreview, type OpinionLine } from '@mouding/contract';
import { redline, writeSheet, writeWord } from '@mouding/documents';
import { SCAN } from '../scan.ts';
import { headOf, holderOf, itemOf, office, type Story } from '../story.ts';
import type { Scene } from './scenario.ts';

const COLUMNS = ['序号', '章节（条款）', '原文', '修改建议', '理由'];

/**
 * 退回的意见反馈表: the department fills the form in, looks at what was read from it, and gives that as its answer. Answers
 * the opinion.
 */
export async function returnForm(
  scene: Scene,
  story: Story,
  { giver, quote, wording }: { readonly giver: string; readonly quote: string; readonly wording: string },
): Promise<string> {
  const { stream, href } = await itemOf(story, 'consultation', 'consultation');
  const head = await headOf(story, giver);
  const rows = [
    COLUMNS,
    ['1', '学科建设目标', quote, wording, '与市规划衔接'],
    ['填写说明', '一条意见一行', '', '', ''],
  ];
  const sheet = { name: '意见反馈表', widths: [6, 20, 40, 40, 30], rows, heads: [0], choices: [] };
  const file = await head.keepFile('意见反馈表.xlsx', writeSheet(sheet));
  const preview = await head.check(`${href}/returned-form`, { file }, ReturnedPreview);
  const [read] = preview.rows;
  scene.shows(
    '退回的反馈表读成一条意见，尚未记录',
    'the returned form is read as one opinion, and nothing is recorded yet',
    preview.rows.length === 1 && read?.quote === quote && (await opinionsNow(story)).length === 0,
  );
  if (!read) throw new Error('the form was not read');
  const { about, clause, sort, wording: said } = read;
  const { made } = await head.act(stream, 'reply', {
    opinions: [{ about, clause, quote, sort, wording: said }],
    original: file,
  });
  if (!made) throw new Error('no opinion was given');
  return made;
}

/** 退回的修订稿: what somebody changed in Word is read as an opinion to be confirmed; here it is looked at alone. */
export async function returnMarked(
  scene: Scene,
  story: Story,
  { giver, plan, quote }: { readonly giver: string; readonly plan: string; readonly quote: string },
): Promise<void> {
  const { href } = await itemOf(story, 'consultation', 'consultation');
  const head = await headOf(story, giver);
  const at = '2026-01-20T02:00:00Z';
  const marked = redline(plan, plan.replace(quote, quote.replace('31', '36')), {
    author: { by: giver, at },
    trace: { draft: '征求意见稿', code: null },
    file: { author: giver, at },
  });
  const file = await head.keepFile('征求意见稿（修订）.docx', await writeWord(marked));
  const { rows } = await head.check(`${href}/returned-form`, { file }, ReturnedPreview);
  scene.shows(
    '退回的修订稿中的修订读成一条待确认的意见',
    'a tracked change of a returned text is read as one opinion to be confirmed',
    rows.length === 1 &&
      rows[0]?.from === 'revision' &&
      rows[0].by === giver &&
      rows[0].wording.includes('36'),
  );
}

/** 意见清单, as the office sees it. */
export const opinionsNow = async (story: Story): Promise<readonly OpinionLine[]> =>
  (await (await office(story)).read(`/v1/cases/${story.caseId}/opinions`, OpinionList)).items;

/** 座谈会: what staff said in time and was entered only after the meeting; the office proposes to take it up in the work. */
export async function enterForum(scene: Scene, story: Story, on: string): Promise<string> {
  const { stream } = await itemOf(story, 'consultation', 'consultation');
  const clerk = await office(story);
  const { made } = await clerk.act(stream, 'enter-answer', {
    department: null,
    opinions: [{ about: '全文', quote: null, wording: '建议增设职工班车。', speaker: '职工代表' }],
    place: '门诊楼二楼会议室',
    writer: '规划办记录人',
    elsewhere: { happened: on, medium: 'meeting', book: '座谈会记录第2页' },
  });
  if (!made) throw new Error('no opinion was entered');
  const post = (await holderOf(story, '规划办主任')).me.capacities[0]?.post;
  await clerk.act(made, 'propose', {
    disposition: 'in-work',
    reason: '属日常保障工作，由有关部门落实',
    taken: { owner: { post }, due: '2026-09-30' },
  });
  await scene.tell(
    '规划办补录座谈会意见，拟在工作中吸收',
    'what was said at a forum is entered after the meeting',
  );
  return made;
}

/** 会后确定: on the paper by which the leading group settled it; it becomes a duty. */
export async function settleForum(scene: Scene, story: Story, opinion: string): Promise<void> {
  const clerk = await office(story);
  const meeting = (await itemOf(story, 'group-discussion', 'meeting')).stream.split('/')[1];
  const original = await clerk.keepFile('领导小组补充纪要.png', SCAN);
  await clerk.act(opinion, 'fix', { meeting, original, words: '' });
  const duty = await itemOf(story, 'group-discussion', 'duty');
  scene.shows(
    '工作中吸收的意见转为督办事项',
    'it becomes a duty of whoever takes it up',
    duty.status === 'open',
  );
}
