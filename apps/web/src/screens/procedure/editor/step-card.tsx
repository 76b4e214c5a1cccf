import { isTogether, valueWords, type Definition, type Stage } from '@mouding/core';
import { Button } from 'antd';
import { EDITOR } from '../../../words/procedure-editor.ts';
import { PROCEDURE } from '../../../words/procedure.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { outcomeSaid, targetSaid, waysSaid, windowSaid } from '../said.ts';
import { Line } from '../../admin/form/line.tsx';
import { StageForm } from './stage-form.tsx';
import { apart, joinNext, moveStep, putStage, removeStep, type Step } from './steps.ts';

interface StepCardProps {
  readonly definition: Definition;
  readonly step: Step;
  readonly at: number;
  /** The card that is open, by the id of its stage. */
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onChange: (definition: Definition) => void;
}

/** One step as a card: what it is, and the buttons that move, join, part and remove it. */
export function StepCard(props: StepCardProps) {
  const { definition, step, at, onChange } = props;
  const { no, parallel } = useSaid(PROCEDURE);
  return (
    <article className="sheet editor-card" id={`card-${step.id}`} tabIndex={-1} aria-label={step.title}>
      <p className="editor-no soft">
        {no(at + 1)}
        {isTogether(step) && ` · ${parallel}`}
      </p>
      {isTogether(step) ? (
        <GroupBody {...props} group={step} />
      ) : (
        <StageBody {...props} stage={step} isGrouped={false} />
      )}
      <Acts definition={definition} step={step} at={at} onChange={onChange} />
    </article>
  );
}

/** The buttons that move, join, part and remove a step. */
function Acts({
  definition,
  step,
  at,
  onChange,
}: Pick<StepCardProps, 'definition' | 'step' | 'at' | 'onChange'>) {
  const words = useSaid(EDITOR);
  const isLast = at === definition.steps.length - 1;
  const acts = [
    { name: words.up, disabled: at === 0, next: () => moveStep(definition, step.id, -1) },
    { name: words.down, disabled: isLast, next: () => moveStep(definition, step.id, 1) },
    isTogether(step)
      ? { name: words.apart, disabled: false, next: () => apart(definition, step.id) }
      : { name: words.join, disabled: isLast, next: () => joinNext(definition, step.id) },
    {
      name: words.remove,
      disabled: definition.steps.length === 1,
      next: () => removeStep(definition, step.id),
    },
  ];
  return (
    <div className="editor-acts">
      {acts.map(({ name, disabled, next }) => (
        <Button
          key={name}
          disabled={disabled}
          aria-label={words.of(name, step.title)}
          onClick={() => onChange(next())}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

type Group = Extract<Step, { readonly together: unknown }>;

function GroupBody({ group, ...props }: StepCardProps & { readonly group: Group }) {
  const words = useSaid(EDITOR);
  const { definition, onChange } = props;
  const put = (next: Group): void =>
    onChange({ ...definition, steps: definition.steps.map((step) => (step === group ? next : step)) });
  return (
    <>
      <div className="form-grid">
        <Line
          label={words.groupTitle}
          value={group.title}
          isNeeded
          onChange={(title) => put({ ...group, title })}
        />
        <GroupWay definition={definition} group={group} onChange={(then) => put({ ...group, then })} />
      </div>
      {group.together.map((stage) => (
        <div key={stage.id} className="editor-member" id={`card-${stage.id}`} tabIndex={-1}>
          <StageBody {...props} stage={stage} isGrouped />
        </div>
      ))}
    </>
  );
}

interface GroupWayProps {
  readonly definition: Definition;
  readonly group: Group;
  readonly onChange: (then: string) => void;
}

function GroupWay({ definition, group, onChange }: GroupWayProps) {
  const words = useSaid(EDITOR);
  const { end } = useSaid(PROCEDURE);
  const id = `way-${group.id}`;
  return (
    <div className="form-field">
      <label htmlFor={id}>{words.leads}</label>
      <select id={id} value={group.then} onChange={({ target }) => onChange(target.value)}>
        {definition.steps
          .filter((step) => step !== group)
          .map((step) => (
            <option key={step.id} value={step.id}>
              → {step.title}
            </option>
          ))}
        <option value="end">■ {end}</option>
      </select>
    </div>
  );
}

interface StageBodyProps extends StepCardProps {
  readonly stage: Stage;
  readonly isGrouped: boolean;
}

function StageBody({ definition, stage, isGrouped, open, onOpen, onChange }: StageBodyProps) {
  const words = useSaid(EDITOR);
  const { language } = useSpeech();
  const isOpen = open === stage.id;
  return (
    <>
      <div className="editor-head">
        <div className="editor-name">
          <h3>{stage.title}</h3>
          <p className="soft">
            {[valueWords(stage.kind)[language], windowSaid(stage)].filter(Boolean).join(' · ')}
          </p>
          {!isGrouped && <WaysLine definition={definition} stage={stage} />}
        </div>
        <Button
          aria-expanded={isOpen}
          aria-label={words.of(isOpen ? words.close : words.open, stage.title)}
          onClick={() => onOpen(isOpen ? null : stage.id)}
        >
          {isOpen ? words.close : words.open}
        </Button>
      </div>
      {isOpen && (
        <StageForm
          definition={definition}
          stage={stage}
          isGrouped={isGrouped}
          onChange={(next) => onChange(putStage(definition, stage.id, next))}
        />
      )}
    </>
  );
}

function WaysLine({ definition, stage }: { readonly definition: Definition; readonly stage: Stage }) {
  const words = useSaid(PROCEDURE);
  const { language } = useSpeech();
  const ways = waysSaid(definition, stage).map(
    ([outcome, to]) =>
      `${words.after(outcomeSaid(definition, stage, outcome, language))} ${targetSaid(definition, to, words)}`,
  );
  return <p className="editor-ways">{ways.join(language === 'zh' ? '；' : '; ')}</p>;
}
