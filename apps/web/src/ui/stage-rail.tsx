import type { CaseStage } from '../api/generated/types.gen.ts';
import { useWords } from '../words/language.tsx';

/** 环节轨: all stages in their order, each said in words too. */
export function StageRail({ stages }: { readonly stages: readonly CaseStage[] }) {
  const { plans } = useWords();
  const said = { waiting: plans.waiting, open: plans.open, closed: plans.done };
  return (
    <ol className="rail" aria-label={plans.stages} tabIndex={0}>
      {stages.map(({ id, title, state, outcomeWords }) => (
        <li key={id} className={state} aria-current={state === 'open' ? 'step' : undefined}>
          {title}
          <br />
          <span className="soft">{outcomeWords ?? said[state]}</span>
        </li>
      ))}
    </ol>
  );
}
