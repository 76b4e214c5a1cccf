import type { Known } from '../decider.ts';
import { departmentNames } from '../org/departments.ts';
import type { Said } from '../refusal.ts';
import { parseStream, type StreamName } from '../stream.ts';
import type { Approval, Because, Judged } from './effects.ts';

const BECAUSE: { readonly [B in Because]: Said } = {
  cited: { zh: '失效：所会签的内容在退回范围内', en: 'falls: what it is about is returned' },
  whole: { zh: '失效：针对全文', en: 'falls: it is about all of the text' },
  rewrites: { zh: '失效：由该科室修改', en: 'falls: the department writes on itself' },
  policy: { zh: '失效：程序规定退回后重新会签', en: 'falls: the procedure keeps none after a return' },
  open: { zh: '终止：尚未作出决定', en: 'ends: nothing was decided yet' },
  untouched: { zh: '保留：所会签的内容未涉及', en: 'stands: what it is about is left alone' },
  given: { zh: '保留：无须重新提供', en: 'stands: it need not be given again' },
};

/** What becomes of an approval and why, in a sentence. @param titles what the stages of the case are called, by id */
export function sayJudged(
  known: Known,
  { approval, because }: Judged,
  titles: ReadonlyMap<string, string>,
): Said {
  const what = nameOf(known, approval, titles);
  const why = BECAUSE[because];
  return { zh: `${what.zh}${why.zh}`, en: `${what.en} ${why.en}` };
}

function nameOf(known: Known, approval: Approval, titles: ReadonlyMap<string, string>): Said {
  switch (approval.of) {
    case 'countersign':
    case 'input':
      return ofDepartment(known, approval);
    case 'sign-off':
      return ofPost(known, approval.post);
    case 'gate':
      return ofStage(titles.get(approval.stage) ?? approval.stage);
    case 'vote':
      return ofMeeting(known, approval.stream);
  }
}

function ofPost({ org }: Known, post: string): Said {
  const title = org.context.posts.find(({ id }) => id === post)?.title ?? '';
  return { zh: `${title}的审定`, en: `The sign-off by ${title}` };
}

const ofStage = (title: string): Said => ({ zh: `“${title}”的结论`, en: `The outcome of ${title}` });

function ofMeeting(known: Known, stream: StreamName): Said {
  const title = known.state('meeting', parseStream(stream).id)?.context.rule.title ?? '';
  return { zh: `${title}的会议`, en: `The meeting of ${title}` };
}

function ofDepartment(
  { org }: Known,
  { of, department }: Extract<Approval, { of: 'countersign' | 'input' }>,
): Said {
  const [name = ''] = departmentNames(org, [department]);
  return of === 'countersign'
    ? { zh: `${name}的会签`, en: `The countersign of ${name}` }
    : { zh: `${name}的配合材料`, en: `The input of ${name}` };
}
