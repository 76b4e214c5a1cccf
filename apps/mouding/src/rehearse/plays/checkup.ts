import { CheckupReport } from '@mouding/contract';
import type { Session } from '../../client/session.ts';
import { holderOf, overview, type Story } from '../story.ts';

/** A rehearsal plays a text as it was published, faults and all: an office would mend what it can. */
const REASON = '演练须与公开文本逐字一致，不作改动；转换残留和断行在排版时清理';

/**
 * 校核: errors in what is to be signed hold the signature. The director, who may change nothing in a rehearsal, lets
 * them stand, each at its place and with a reason.
 */
export async function clearFindings(story: Story, sign: () => Promise<unknown>): Promise<void> {
  const link = (await overview(story)).links['manuscript'];
  if (!link) return;
  const director = await holderOf(story, '规划办主任');
  const findings = await errorsIn(director, link);
  if (findings.length === 0) return;
  await story.refusals.expect('issue.sign', 'issue.checkup', sign);
  await director.act(`manuscript/${link.split('/').at(-1) ?? ''}`, 'waive-finding', {
    findings,
    reason: REASON,
  });
}

async function errorsIn(reader: Session, link: string) {
  const { items } = await reader.read(`${link}/checkup`, CheckupReport);
  return items
    .filter(({ severity, waived }) => severity === 'error' && !waived)
    .map(({ rule, node, quote }) => ({ rule, node, quote }));
}
