/** Numbers as a sentence names them: 1、3、9—17; runs of three and more are named by their ends. In ascending order. */
export function numbersSaid(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const no of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.to + 1 === no) last.to = no;
    else runs.push({ from: no, to: no });
  }
  return runs.flatMap(inWords).join('、');
}

function inWords({ from, to }: { readonly from: number; readonly to: number }): readonly string[] {
  if (to - from >= 2) return [`${from}—${to}`];
  return from === to ? [`${from}`] : [`${from}`, `${to}`];
}
