import { ConformanceReportView } from '@mouding/contract';
import { until } from '../../until.ts';
import { office, type Story } from '../story.ts';
import type { Scene } from './scenario.ts';

/**
 * A conformance report in short, as a scenario expects it: stages by status (`met`, `mended`, `exempted`, `missing`,
 * `before`, `ahead`, `open`, `unneeded`), then what showed as `stage rule`, anomalies as `class stage rule`, and what two
 * persons did as `kind standing`, each once and in order.
 */
export interface Conforming {
  readonly stages: { readonly [status: string]: readonly string[] };
  readonly notices: readonly string[];
  readonly anomalies: readonly string[];
  readonly twoKeys: readonly string[];
}

/** The report of the case as it stands, over HTTP. */
export const conformanceOf = async (story: Story): Promise<ConformanceReportView> =>
  (await office(story)).read(`/v1/cases/${story.caseId}/conformance`, ConformanceReportView);

const once = (lines: readonly string[]): readonly string[] => [...new Set(lines)].toSorted();

/** A report in short. */
export function conforming({ stages, notices, anomalies, twoKeys }: ConformanceReportView): Conforming {
  const byStatus = Map.groupBy(stages, ({ status }) => status.code);
  return {
    stages: Object.fromEntries([...byStatus].map(([status, all]) => [status, all.map(({ stage }) => stage)])),
    notices: once(notices.map(({ stage, rule }) => `${stage ?? '-'} ${rule}`)),
    anomalies: once(
      anomalies.flatMap((each) =>
        each.found.map(({ stage, rule }) => `${each.class} ${stage ?? '-'} ${rule}`),
      ),
    ),
    twoKeys: once(twoKeys.map(({ kind, standing }) => `${kind.code} ${standing.code}`)),
  };
}

/** Shows that the conformance report of the case is the expected one, a line for each part that is not. */
export async function expectConformance(
  scene: Pick<Scene, 'shows'>,
  story: Story,
  expected: Conforming,
): Promise<void> {
  const found = await onceOrdered(story, expected);
  const wrong = differences(found, expected);
  for (const line of wrong) scene.shows(`符合性报告不符：${line}`, `conformance differs: ${line}`, false);
  if (wrong.length > 0) return;
  const met = found.stages['met']?.length ?? 0;
  scene.shows(
    `程序符合性报告与预期一致：${met}个环节符合，程序提示${found.notices.length}项，异常${found.anomalies.length}项`,
    `the conformance report is as expected: ${met} stages met, ${found.notices.length} notices, ${found.anomalies.length} anomalies`,
    true,
  );
}

/**
 * The report rests on the log as it was put in order, which the worker does in its own time: the last entries may not be
 * in it yet. What differs for good is answered as it was found last.
 */
async function onceOrdered(story: Story, expected: Conforming): Promise<Conforming> {
  let found = conforming(await conformanceOf(story));
  const asExpected = async (): Promise<true | undefined> => {
    found = conforming(await conformanceOf(story));
    return differences(found, expected).length === 0 || undefined;
  };
  await until('the conformance report to be as expected', asExpected).catch(() => undefined);
  return found;
}

const PARTS = ['notices', 'anomalies', 'twoKeys'] as const;

function differences(found: Conforming, expected: Conforming): readonly string[] {
  const statuses = [...new Set([...Object.keys(found.stages), ...Object.keys(expected.stages)])];
  return [
    ...statuses.flatMap((status) =>
      unlike(status, found.stages[status] ?? [], expected.stages[status] ?? []),
    ),
    ...PARTS.flatMap((part) => unlike(part, found[part], once(expected[part]))),
  ];
}

const unlike = (what: string, found: readonly string[], expected: readonly string[]): readonly string[] => {
  const extra = found.filter((each) => !expected.includes(each));
  const lost = expected.filter((each) => !found.includes(each));
  return extra.length + lost.length === 0 ? [] : [`${what} +[${extra.join(', ')}] -[${lost.join(', ')}]`];
};
