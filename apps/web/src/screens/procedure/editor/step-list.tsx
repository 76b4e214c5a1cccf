import type { Definition } from '@mouding/core';
import { AddStage } from './add-stage.tsx';
import { StepCard } from './step-card.tsx';
import { insertStep, newStage } from './steps.ts';

interface StepListProps {
  readonly definition: Definition;
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onChange: (definition: Definition) => void;
}

/** The steps in their order, with a place to add one before, between and behind them. */
export function StepList({ definition, open, onOpen, onChange }: StepListProps) {
  const { steps } = definition;
  const add = (at: number) => (kind: string, title: string) => {
    const stage = newStage(definition, { kind, title, at });
    onChange(insertStep(definition, at, stage));
    onOpen(stage.id);
  };
  return (
    <ol className="editor-steps">
      <li>
        <AddStage behind={null} onAdd={add(0)} />
      </li>
      {steps.map((step, n) => (
        <li key={step.id}>
          <StepCard {...{ definition, step, at: n, open, onOpen, onChange }} />
          <AddStage behind={step.title} onAdd={add(n + 1)} />
        </li>
      ))}
    </ol>
  );
}
