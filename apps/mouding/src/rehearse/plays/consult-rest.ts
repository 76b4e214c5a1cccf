import { OpinionList, resourceOf, type OpinionLine } from '@mouding/contract';
import type { Disposition } from '../opinions.ts';
import { headOf, itemOf, office, type Story } from '../story.ts';
import { close, type GivenOpinion } from './consultation.ts';

const Consultation = resourceOf('consultation');

const REASON = '相关任务已列入其他篇章，此处不再重复';

/**
 * 征求意见 that is under way, to its end: whoever owes a reply says 无意见, what awaits a proposal gets one, and the office
 * closes it. Opinions that people gave meanwhile are answered like all others.
 */
export async function consultRest(story: Story): Promise<void> {
  await replyRest(story);
  for (const { stream, status, quote, wording } of await opinionsOf(story)) {
    if (status !== 'given') continue;
    const taken = replacementOf('adopted', quote, wording) !== null;
    const disposition = taken
      ? { disposition: 'adopted', reason: '' }
      : { disposition: 'rejected', reason: REASON };
    await (await office(story)).act(stream, 'propose', disposition);
  }
  await close(story);
}

async function replyRest(story: Story): Promise<void> {
  const { stream, href } = await itemOf(story, 'consultation', 'consultation');
  const { data } = await (await office(story)).read(href, Consultation);
  const waiting = new Set(
    data.register.flatMap(({ department, returned }) => (returned === 'waiting' ? [department] : [])),
  );
  for (const { name } of story.hospital.plan.departments) {
    const head = await headOf(story, name);
    const own = head.me.capacities.find(({ as }) => as === 'department-head')?.department?.id;
    if (own !== undefined && waiting.has(own)) await head.act(stream, 'reply-none');
  }
}

const opinionsOf = async (story: Story): Promise<readonly OpinionLine[]> =>
  (await (await office(story)).read(`/v1/cases/${story.caseId}/opinions`, OpinionList)).items;

/** The opinions of the case as the revision carries them out. */
export async function givenOpinions(story: Story): Promise<readonly GivenOpinion[]> {
  return (await opinionsOf(story)).flatMap(({ stream, no, department, quote, wording, ...rest }) => {
    const disposition = dispositionOf(rest.disposition);
    if (!department || disposition === null) return [];
    return [
      {
        stream,
        no,
        department: department.name,
        quote: quote ?? '',
        wording: wording ?? '',
        disposition,
        reason: rest.reason ?? '',
        replacement: replacementOf(disposition, quote, wording),
      },
    ];
  });
}

const dispositionOf = (said: string | null): Disposition | null =>
  said === 'adopted' || said === 'partly' || said === 'rejected' ? said : null;

/** What stands in the place of a quote once an opinion of the invented wording is taken up; null where nothing changes. */
export function replacementOf(
  disposition: Disposition,
  quote: string | null,
  wording: string | null,
): string | null {
  if (quote === null || disposition === 'rejected') return null;
  if (disposition === 'partly') return `${quote}（责任科室另行明确）`;
  const [, addition] = /之后补充“([^”]+)”/.exec(wording ?? '') ?? [];
  return addition === undefined ? null : `${quote}，${addition}`;
}
