import type { PlannedOpinion } from '../rehearse/opinions.ts';
import type { Reply } from '../rehearse/plays/consultation.ts';
import { itemOf, office, overview, type Story } from '../rehearse/story.ts';

/** Departments that speak of a figure, and what they ask it to be raised by. */
const SPEAKING = [
  { department: '脾胃病科', more: 5, why: '国家新公布的优势病种目录已经扩大' },
  { department: '医务科', more: 4, why: '按近三年平均增速测算' },
  { department: '财务科', more: -3, why: '与年度预算安排一致' },
  { department: '信息科', more: 6, why: '与全市数据中心建设进度衔接' },
] as const;

/** Replies of all departments: four of them have an opinion on a figure of the draft, one of which is not taken up. */
export async function repliesOnFigures(story: Story): Promise<readonly Reply[]> {
  const { stream } = await itemOf(story, 'consultation', 'consultation');
  const { manuscript } = (await overview(story)).texts;
  const text = manuscript ? (await (await office(story)).bytesOf(stream, manuscript)).toString('utf8') : '';
  const opinions = opinionsOn(text);
  return story.hospital.plan.departments.map(({ name }) => ({
    department: name,
    opinions: opinions.get(name) ?? [],
  }));
}

function opinionsOn(text: string): ReadonlyMap<string, readonly PlannedOpinion[]> {
  const quotes = [...text.matchAll(/\p{Script=Han}{4,12}达到(\d{2})\p{Script=Han}/gu)].filter(
    ([quote]) => text.indexOf(quote) === text.lastIndexOf(quote),
  );
  const planned = SPEAKING.flatMap(({ department, more, why }, i) => {
    const [quote = '', figure = ''] = quotes[i * 3 + 1] ?? [];
    if (quote === '') return [];
    const asked = quote.replace(figure, String(Number(figure) + more));
    const isTaken = i < SPEAKING.length - 1;
    const opinion: PlannedOpinion = {
      no: i + 1,
      quote,
      wording: `建议将“${quote}”改为“${asked}”，${why}。`,
      disposition: isTaken ? 'adopted' : 'rejected',
      reason: isTaken ? '' : '须与上级规划口径一致，保留原表述',
      replacement: isTaken ? asked : null,
    };
    return [[department, [opinion]] as const];
  });
  return new Map(planned);
}
