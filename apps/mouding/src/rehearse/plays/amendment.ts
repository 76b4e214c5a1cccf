import { holderOf, itemOf, moveTo, office, overview, type Story } from '../story.ts';

const STAGE = 'amendment';
const CLASS = 'indicator';

/**
 * 补正修改: the office changes one number that the authority pointed at, and the director of the office classes the
 * change as one of an indicator, so that the Party committee decides on it again and the other bodies do not.
 */
export async function amend(story: Story, points: number): Promise<void> {
  await moveTo(story, story.calendar.amendment, 10);
  const { stream } = await itemOf(story, STAGE, 'manuscript');
  const clerk = await office(story);
  const { manuscript: base } = (await overview(story)).texts;
  const text = base ? (await clerk.bytesOf(stream, base)).toString('utf8') : '';
  const edits = [
    { ...changeOf(text), cites: null, ground: { basis: 'data' }, reason: '按审查意见调整目标数值' },
  ];
  const all = Array.from({ length: points }, (_, i) => i + 1);
  await clerk.act(stream, 'amend', { base, label: '补正稿', edits, class: CLASS, points: all });
  const director = await holderOf(story, '规划办主任');
  await director.act(stream, 'class-change', {
    class: CLASS,
    reason: '目标数值有调整，由党委会重新研究决定',
  });
}

/** The first passage with a number that stands once in the text, with one more; where there is none, a passage with a note. */
function changeOf(text: string): { readonly quote: string; readonly replacement: string } {
  const passages = (text.match(/[^。；，：！？\s[\]]{8,40}/gu) ?? []).filter(
    (passage) => text.indexOf(passage) === text.lastIndexOf(passage),
  );
  const quote = passages.find((passage) => /\d{1,4}/.test(passage)) ?? passages[0] ?? '';
  const raised = quote.replace(/\d{1,4}/, (number) => String(Number(number) + 1));
  return { quote, replacement: raised === quote ? `${quote}（按审查意见完善）` : raised };
}
