import type { CaseFact } from '../case.ts';

/** Stage of one version → the same stage in the other; what is not in it keeps its id. */
export type Mapping = { readonly [stage: string]: string };

export const inverse = (mapping: Mapping): Mapping =>
  Object.fromEntries(Object.entries(mapping).map(([was, id]) => [id, was]));

/** The same by stage, under the ids of the other version. */
export const renamed = <V>(
  byStage: { readonly [stage: string]: V },
  mapping: Mapping,
): { readonly [stage: string]: V } =>
  Object.fromEntries(Object.entries(byStage).map(([stage, value]) => [mapping[stage] ?? stage, value]));

/** A fact of the case as the other version would name its stages. */
export function renamedFact(fact: CaseFact, mapping: Mapping): CaseFact {
  const of = (stage: string): string => mapping[stage] ?? stage;
  switch (fact.type) {
    case 'ExemptionProposed':
      return { ...fact, data: { ...fact.data, gate: of(fact.data.gate) } };
    case 'ExemptionGranted':
      return { ...fact, data: { ...fact.data, gate: of(fact.data.gate) } };
    case 'ChangeClassed':
      return { ...fact, data: { ...fact.data, keeps: fact.data.keeps.map(of) } };
    case 'TextSettled':
      return { ...fact, data: { ...fact.data, keeps: fact.data.keeps.map(of) } };
    default:
      return 'stage' in fact.data && typeof fact.data.stage === 'string' ? withStage(fact, of) : fact;
  }
}

const withStage = (fact: CaseFact, of: (stage: string) => string): CaseFact =>
  ({ ...fact, data: { ...fact.data, stage: of(String(Reflect.get(fact.data, 'stage'))) } }) as CaseFact;
