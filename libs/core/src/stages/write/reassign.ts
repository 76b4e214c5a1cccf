import { z } from 'zod';
import { refuse, type Command, type Given } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { chapterNeeds, type ChapterContext } from './chapter.ts';
import { itsFact } from './submit.ts';

export const ReassignChapter = z
  .strictObject({
    writer: z
      .uuid()
      .optional()
      .meta({ description: '新的主笔部门 · the department that writes from here on' }),
    lead: z.uuid().optional().meta({ description: '新的牵头领导（岗位） · the post that signs it off' }),
    document: z.string().trim().min(1).max(80).meta({
      description: '调整分工的文件文号 · the number of the document that changes the division of work',
    }),
  })
  .meta({ id: 'ReassignChapter', description: '调整篇章分工 · gives a chapter another writer or lead' });
type Reassigning = z.infer<typeof ReassignChapter>;

const WITH_SOMEBODY = ['open', 'submitted', 'quarantined'];

/**
 * 调整分工: what the chapter still owes goes to another department, or to another leader's post. What was handed in,
 * its dates and its marks stay.
 */
export const reassignChapter: Command<'chapter', Reassigning> = {
  verb: 'chapter.reassign',
  on: 'chapter',
  needs: chapterNeeds,
  during: WITH_SOMEBODY,
  decide(given, id, { writer, lead, document }) {
    const state = given.state('chapter', id);
    if (!state || !WITH_SOMEBODY.includes(String(state.value)))
      return refuse(
        notNow('chapter.with-somebody', '篇章已审定或者已了结', 'The chapter is signed off, or over', {
          status: String(state?.value ?? 'absent'),
        }),
      );
    const { context } = state;
    const to = { writer: writer ?? context.writer, lead: lead ?? context.lead };
    const refusal = unfit(given, context, to);
    if (refusal) return refuse(refusal);
    const from = { writer: context.writer, lead: context.lead };
    return itsFact(id, { type: 'ChapterReassigned', data: { ...to, from, document } });
  },
};

type Hands = Pick<ChapterContext, 'writer' | 'lead'>;

function unfit({ org }: Given, context: ChapterContext, { writer, lead }: Hands): Refusal | null {
  if (writer === context.writer && lead === context.lead)
    return against('chapter.other-hands', '与现有分工相同', 'It is with them already', { writer, lead });
  const { departments, posts } = org.context;
  if (writer !== context.writer && !departments.some(({ id }) => id === writer))
    return notNow(
      'org.department-known',
      '没有这个科室，或已撤销',
      'There is no such department, or it has ended',
      {
        department: writer,
      },
    );
  if (lead === context.lead || posts.some(({ id, as, holder }) => id === lead && as === 'leader' && holder))
    return null;
  return notNow(
    'chapter.lead-held',
    '所选牵头领导岗位不存在或者空缺',
    'The post of the new lead is none of a leader, or vacant',
    { post: lead },
    { zh: '请另选岗位，或者先任职', en: 'Choose another post, or fill it first' },
  );
}
