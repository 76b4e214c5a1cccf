import { z } from 'zod';
import { Day, dayOf } from '../../calendar.ts';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { against, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { indicatorNeeds, rowsNamed } from './indicator.ts';

export const RowIds = z.array(z.uuid()).min(1).max(200).meta({ description: '指标 · the rows' });

export const AssignIndicator = z
  .strictObject({
    rows: RowIds,
    department: z.uuid().meta({ description: '责任科室 · the department that answers for it' }),
    filler: z
      .uuid()
      .nullable()
      .default(null)
      .meta({ description: '填报人（岗位）；缺省为科室负责人 · the post that fills it in' }),
    reviewer: z
      .uuid()
      .nullable()
      .default(null)
      .meta({ description: '审核人（岗位）；缺省为规划办 · the post that confirms it' }),
    due: Day.nullable().default(null).meta({ description: '填报期限，含当日 · the last day' }),
  })
  .meta({ id: 'AssignIndicator', description: '分配指标 · gives indicators to a department to fill in' });
type AssignIndicator = z.infer<typeof AssignIndicator>;

/** 分配指标: again it changes who answers for them; what was filled in stays. */
export const assignIndicator: Command<'indicator', AssignIndicator> = {
  verb: 'indicator.assign',
  on: 'indicator',
  concurrent: true,
  during: ['open'],
  needs: indicatorNeeds,
  decide(given, id, body) {
    const rows = rowsNamed(given.state('indicator', id), body.rows);
    const refusal = 'rule' in rows ? rows : (nobody(given, body) ?? past(given, body.due));
    if (refusal) return refuse(refusal);
    const { rows: ids, ...to } = body;
    const data = { rows: ids.map((row) => ({ row })), ...to };
    return { facts: [record(streamName('indicator', id), { type: 'IndicatorsAssigned', data })] };
  },
};

function nobody(given: Given, { department, filler, reviewer }: AssignIndicator): Refusal | null {
  const { departments, posts } = given.org.context;
  if (!departments.some(({ id }) => id === department))
    return against(
      'org.department',
      '未找到该科室',
      'No such department',
      { department },
      { zh: '请从本单位现有科室中选择', en: 'Choose one of the departments that there are' },
    );
  const strange = [filler, reviewer].find((post) => post !== null && !posts.some(({ id }) => id === post));
  if (strange !== undefined)
    return against(
      'indicator.post',
      '所选岗位不存在',
      'There is no such post',
      { post: strange },
      { zh: '请选择现任岗位', en: 'Choose a post that there is' },
    );
  return filler === null || filler !== reviewer
    ? null
    : against(
        'indicator.second-person',
        '填报人与审核人不能为同一岗位',
        'Whoever confirms it is another post than whoever fills it in',
        { post: filler },
        { zh: '请另选审核人', en: 'Choose another post' },
      );
}

function past({ now }: Given, due: string | null): Refusal | null {
  const today = dayOf(now);
  return due === null || due >= today
    ? null
    : against(
        'indicator.due',
        '填报期限早于今日',
        'The day has passed',
        { due, today },
        { zh: '请另定不早于今日的期限', en: 'Set a day from today on' },
      );
}
