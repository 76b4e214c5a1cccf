/** A stage, and whether the case went past it: 未涉及 is not 未开始. */
export type Passed<S> = S & { readonly isPassed: boolean };

/** Stages in the order of their procedure, each with whether a later one has begun while it never did. */
export function withPassed<S extends { readonly state: string }>(stages: readonly S[]): readonly Passed<S>[] {
  const last = stages.reduce((found, { state }, i) => (state === 'waiting' ? found : i), -1);
  return stages.map((stage, i) => ({ ...stage, isPassed: stage.state === 'waiting' && i < last }));
}
