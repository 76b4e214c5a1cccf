import { isTogether, valueWords, weighedRuleWords, type Definition, type Stage } from '@mouding/core';
import { PROCEDURE } from '../../words/procedure.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { aside, colon } from '../../words/marks.ts';
import { onlyWhenNeeded, outcomeSaid, paramsSaid, targetSaid, waysSaid, windowSaid } from './said.ts';
import './procedure.css';

/** 环节, one behind the other as text: the same that the graph draws. */
export function StageList({ definition }: { readonly definition: Definition }) {
  const words = useSaid(PROCEDURE);
  const { language } = useSpeech();
  const seldom = onlyWhenNeeded(definition);
  return (
    <ol className="procedure-steps">
      {definition.steps.map((step, n) => (
        <li key={step.id} id={`step-${step.id}`} tabIndex={-1}>
          <p className="procedure-no soft">{words.no(n + 1)}</p>
          {isTogether(step) ? (
            <div className="procedure-group">
              <h3>
                {step.title} <span className="procedure-mark">{words.parallel}</span>
              </h3>
              {step.together.map((stage) => (
                <StageText key={stage.id} definition={definition} stage={stage} isSeldom={false} level={4} />
              ))}
              <p>
                {words.leads}
                {colon(language)}
                {targetSaid(definition, step.then, words)}
              </p>
            </div>
          ) : (
            <StageText definition={definition} stage={step} isSeldom={seldom.has(step.id)} level={3} />
          )}
        </li>
      ))}
    </ol>
  );
}

interface StageTextProps {
  readonly definition: Definition;
  readonly stage: Stage;
  readonly isSeldom: boolean;
  readonly level: 3 | 4;
}

function StageText({ definition, stage, isSeldom, level }: StageTextProps) {
  const words = useSaid(PROCEDURE);
  const { language } = useSpeech();
  const Heading = level === 3 ? 'h3' : 'h4';
  const repeats = Object.values(stage.then).includes('again');
  return (
    <article className="procedure-stage">
      <Heading>
        {stage.title} <span className="procedure-kind">{valueWords(stage.kind)[language]}</span>
        {isSeldom && <span className="procedure-mark">{words.onlyWhen}</span>}
        {repeats && <span className="procedure-mark">{words.repeats}</span>}
      </Heading>
      <StageFacts definition={definition} stage={stage} />
      {level === 3 && (
        <ul className="procedure-ways" aria-label={words.leads}>
          {waysSaid(definition, stage).map(([outcome, to]) => (
            <li key={outcome}>
              {words.after(outcomeSaid(definition, stage, outcome, language))}{' '}
              {to === 'end' || to === 'again' ? (
                targetSaid(definition, to, words)
              ) : (
                <a href={`#step-${to}`}>{targetSaid(definition, to, words)}</a>
              )}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function StageFacts({ definition, stage }: Pick<StageTextProps, 'definition' | 'stage'>) {
  const words = useSaid(PROCEDURE);
  const { language } = useSpeech();
  const window = windowSaid(stage);
  return (
    <dl className="procedure-facts">
      {window !== null && <Fact name={words.window}>{window}</Fact>}
      {stage.lasts && <Fact name={words.lasts}>{valueWords(stage.lasts)[language]}</Fact>}
      {paramsSaid(definition, stage, language).map(({ field, name, value }) => (
        <Fact key={field} name={name}>
          {value}
        </Fact>
      ))}
      {Object.entries(stage.rules ?? {}).map(([rule, weight]) => (
        <Fact key={rule} name={weighedRuleWords(rule)[language]}>
          {words.effects[weight.effect]}
          {aside(weight.reason, language)}
        </Fact>
      ))}
      {stage.basis !== undefined && <Fact name={words.basis}>{stage.basis}</Fact>}
    </dl>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
