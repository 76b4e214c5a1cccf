import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import type { CopiedTo, Sheet } from './facts.ts';
import { itsCase, standing, type IssueState } from './issue.ts';

const CopyTo = z.discriminatedUnion('to', [
  z.strictObject({
    to: z.literal('authority').meta({ description: '主管部门 · the authority of the case' }),
  }),
  z.strictObject({ to: z.literal('department'), department: z.uuid() }),
  z.strictObject({ to: z.literal('other'), name: z.string().trim().min(1).max(120) }),
]);

export const DraftIssue = z
  .strictObject({
    title: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .nullable()
      .default(null)
      .meta({ description: '公文标题，如“关于印发《…》的通知”；空缺则不变 · the title; null keeps it' }),
    recipients: z
      .array(z.uuid())
      .min(1)
      .max(1000)
      .meta({ description: '主送科室 · departments that it is sent to and that sign for it' }),
    copiedTo: z.array(CopyTo).max(200).default([]).meta({ description: '抄送 · copied to' }),
    disclosure: z
      .enum(['public', 'on-request', 'withheld'])
      .meta({ description: '公开属性：主动公开、依申请公开、不予公开 · public, on request, withheld' }),
    copies: z.int().min(1).max(100_000).meta({ description: '印制份数 · copies' }),
  })
  .meta({ id: 'DraftIssue', description: '拟稿：填写发文稿纸 · fills in the sheet before it is signed' });

type Body = z.infer<typeof DraftIssue>;

/**
 * 拟稿, as often as needed before the signature: 主送, 抄送, 公开属性, 份数. What was reviewed and countersigned before is
 * asked for again, since it was another sheet.
 *
 * @source 党政机关公文处理工作条例 §9、§18–§19
 */
export const draftIssue: Command<'issue', Body> = {
  verb: 'issue.draft',
  on: 'issue',
  during: ['drafted'],
  needs: itsCase,
  decide(given, id, body) {
    const state = given.state('issue', id);
    if (!state?.matches('drafted'))
      return refuse(
        notNow(
          'issue.drafted',
          '尚无印发稿，或已签发',
          'There is no draft, or it is signed',
          standing(state),
        ),
      );
    const refusal = unknownDepartments(given, body) ?? twice(body);
    if (refusal) return refuse(refusal);
    const data = { ...sheetOf(given, state, body), post: given.actor.post };
    return { facts: [record(streamName('issue', id), { type: 'DraftFilledIn', data })] };
  },
};

function sheetOf(given: Given, { context }: IssueState, { title, copiedTo, ...sheet }: Body): Sheet {
  const institution = given.state('case', context.case)?.context.authority ?? null;
  const known = copiedTo.map((copy): CopiedTo => (copy.to === 'authority' ? { ...copy, institution } : copy));
  return { ...sheet, title: title ?? context.title, copiedTo: known };
}

function unknownDepartments({ org }: Given, { recipients, copiedTo }: Body): Refusal | null {
  const known = new Set(org.context.departments.map(({ id }) => id));
  const named = [
    ...recipients,
    ...copiedTo.flatMap((copy) => (copy.to === 'department' ? [copy.department] : [])),
  ];
  const unknown = named.filter((department) => !known.has(department));
  if (unknown.length === 0) return null;
  return notNow(
    'issue.department-known',
    '主送、抄送中有本单位没有的科室',
    'Some departments are not known here',
    {
      unknown,
    },
  );
}

/** 主送、抄送不重复. */
function twice({ recipients, copiedTo }: Body): Refusal | null {
  const named = [...recipients, ...copiedTo.map((copy) => nameOf(copy))];
  const repeated = [...new Set(named.filter((name, i) => named.indexOf(name) !== i))];
  if (repeated.length === 0) return null;
  return against(
    'issue.addressed-once',
    '主送、抄送有重复，每个单位只列一次',
    'Somebody is named twice among those it is sent and copied to',
    { repeated: repeated.length },
  );
}

function nameOf(copy: Body['copiedTo'][number]): string {
  if (copy.to === 'department') return copy.department;
  return copy.to === 'authority' ? 'authority' : `name ${copy.name}`;
}
