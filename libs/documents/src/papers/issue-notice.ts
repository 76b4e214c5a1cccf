import type { Block, Paper } from '../paper/paper.ts';
import { addressed } from './addressed.ts';
import { text, UNNUMBERED } from './blocks.ts';
import { traced, printerOf, type Source } from './source.ts';

export interface IssueNotice {
  readonly source: Source;
  readonly plan: string;
  readonly number: string | null;
  readonly recipients: readonly string[];
  readonly copiedTo: readonly string[];
  /** 经2026年4月8日院长办公会研究同意、… : each body in its own words with its day. */
  readonly gates: readonly string[];
  /** 成文日期 and 印发日期. */
  readonly dated: string;
  readonly printed: string;
  /** 主动公开 … */
  readonly disclosure: string | null;
  /** What stands over the plan in its own text; null where it has no title, then what it is called. */
  readonly titled: string | null;
  /** The plan itself. */
  readonly body: readonly Block[];
}

/**
 * 印发通知: a plan is no 文种, it goes out under “关于印发《…》的通知”, on a page of its own and not as an annex of it.
 *
 * @source 党政机关公文处理工作条例 §8
 */
export function issueNotice(data: IssueNotice): Paper {
  const { source, plan, number, recipients, copiedTo, gates, dated, printed, disclosure, body } = data;
  return {
    form: 'document',
    head: { mark: `${source.institution}文件`, number: number ?? UNNUMBERED, signers: [] },
    title: `${source.institution}关于印发《${plan}》的通知`,
    addressee: addressed(recipients),
    body: [
      text(
        `《${plan}》已${gates.length > 0 ? `经${gates.join('、')}` : '按程序审定'}，现印发给你们，请结合实际认真贯彻执行。`,
      ),
    ],
    signature: { name: source.institution, date: dated },
    ...(disclosure === null ? {} : { note: `此件${disclosure}` }),
    annexes: [{ title: data.titled ?? plan, label: '', body }],
    imprint: { copies: copiedTo, printer: printerOf(source), printed },
    ...traced(source),
  };
}
