import type { Walk } from './abstract.ts';
import type { StageMeaning } from './compile.ts';
import { stagesOf } from './definition.ts';
import { inWords, type ProcedureFault } from './fault.ts';
import type { Procedure } from './procedure.ts';

interface Part {
  readonly id: string;
  readonly title: string;
  readonly means: StageMeaning;
}

/** Every issue that can be reached without its gates: one that did not decide this very text, or one that is none. */
export function issueWithoutGate(procedure: Procedure, walk: Walk): readonly ProcedureFault[] {
  const parts = stagesOf(procedure.definition).map(({ id, title }): Part => {
    const { kind, params } = procedure.stage(id);
    return { id, title, means: kind.meaning(params) };
  });
  return parts.filter(({ means }) => means.issues).flatMap((issue) => faultsOf(issue, parts, walk));
}

function faultsOf(issue: Part, parts: readonly Part[], walk: Walk): readonly ProcedureFault[] {
  const gates = parts.filter(({ means }) => means.binds && means.subject === issue.means.subject);
  const lost = (issue.means.gates ?? []).filter((named) => !gates.some(({ id }) => id === named));
  if (gates.length === 0 && lost.length === 0) return [ungated(issue.title, pathTo(issue, walk))];
  return [
    ...lost.map((named) => {
      const title = parts.find(({ id }) => id === named)?.title ?? null;
      return title === null
        ? absent(issue.title, named, pathTo(issue, walk))
        : unbinding(issue.title, title, pathTo(issue, walk));
    }),
    ...gates.flatMap((gate) => {
      const path = pathTo(issue, walk, gate.id);
      return path.length > 0 ? [missed(issue.title, gate.title, path)] : [];
    }),
  ];
}

/** The shortest way to the issue, or the shortest on which that gate has not decided its text; empty when there is none. */
function pathTo(issue: Part, { visited }: Walk, without?: string): readonly string[] {
  const found = visited.find(
    ({ state, abstract }) =>
      state.context.open.includes(issue.id) &&
      (without === undefined || !['same', 'exempt'].includes(abstract.gates[without] ?? 'none')),
  );
  return found ? [...found.path, issue.title] : [];
}

const ungated = (issue: string, path: readonly string[]): ProcedureFault => ({
  rule: 'issue-without-gate',
  path,
  zh: `“${issue}”之前没有任何审议环节`,
  en: `nothing decides the text before ${issue}`,
});

const absent = (issue: string, gate: string, path: readonly string[]): ProcedureFault => ({
  rule: 'issue-without-gate',
  path,
  zh: `“${issue}”须经的审议环节“${gate}”不在程序中：${inWords(path)}`,
  en: `${issue} needs the gate ${gate}, which is not in the procedure: ${inWords(path)}`,
});

const unbinding = (issue: string, gate: string, path: readonly string[]): ProcedureFault => ({
  rule: 'issue-without-gate',
  path,
  zh: `“${issue}”须经“${gate}”，而“${gate}”对该文稿没有约束力：${inWords(path)}`,
  en: `${issue} needs ${gate}, which does not bind its text: ${inWords(path)}`,
});

const missed = (issue: string, gate: string, path: readonly string[]): ProcedureFault => ({
  rule: 'issue-without-gate',
  path,
  zh: `可以未经“${gate}”对同一文稿审议就到“${issue}”：${inWords(path)}`,
  en: `${issue} can be reached without ${gate} on the same text: ${inWords(path)}`,
});
