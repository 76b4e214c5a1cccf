import type { IndicatorComparison } from '@mouding/contract';
import { compareIndicators, extractIndicators, type Stated } from '@mouding/text';
import { ProblemError } from '../problem/problem-error.ts';
import { readsManuscripts } from './cited-files.ts';
import { indicatorScene, sourceOf, type IndicatorScene } from './indicator-scene.ts';
import { statedAt } from './indicators.ts';
import type { Reader } from './reader.ts';

/** 指标比对: text, annex and chapters, the last plan and the one above. @throws ProblemError not-found */
export async function indicatorComparison(reader: Reader, caseId: string): Promise<IndicatorComparison> {
  if (!readsManuscripts(reader)) throw new ProblemError('not-found');
  const scene = await indicatorScene(reader, caseId);
  const { manuscript, sheet } = scene;
  const plans = (sheet?.context.plans ?? []).map(({ role, title }) => ({ role, title }));
  if (!manuscript) return { text: null, plans, differences: [] };
  const found = compareIndicators(extractIndicators(manuscript.source), {
    last: await statedBy(reader, scene, 'last-plan'),
    upper: await statedBy(reader, scene, 'upper-plan'),
  });
  return {
    text: manuscript.ref,
    plans,
    differences: found.map(({ kind, name, here, there, said }) => ({
      kind,
      name,
      here: statedAt(here),
      there: statedAt(there),
      said,
    })),
  };
}

async function statedBy(
  reader: Reader,
  { sheet }: IndicatorScene,
  role: 'last-plan' | 'upper-plan',
): Promise<readonly Stated[]> {
  const plan = sheet?.context.plans.find((one) => one.role === role);
  const source = plan && (await sourceOf(reader, plan.text));
  return source === undefined ? [] : extractIndicators(source);
}
