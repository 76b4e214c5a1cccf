import { basisOf, EFFECTS, weighedRuleWords, type BODY_RULES, type STAGE_RULES } from '@mouding/core';
import { useId } from 'react';
import { without } from '../../admin/form/without.ts';
import { EDITOR } from '../../../words/procedure-editor.ts';
import { PROCEDURE } from '../../../words/procedure.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';

type Effect = (typeof EFFECTS)[number];

interface Weight {
  readonly effect: Effect;
  readonly reason: string;
}
type Weights = Readonly<Record<string, Weight | undefined>>;

interface RuleWeightsProps {
  /** Every rule that can be weighed here, with its default. */
  readonly rules: typeof BODY_RULES | typeof STAGE_RULES;
  readonly weights: Weights;
  readonly onChange: (weights: Weights) => void;
}

/** 规则效力: 必须, 提示 or 关闭, each with its legal basis, and a reason where it is not as by default. */
export function RuleWeights({ rules, weights, onChange }: RuleWeightsProps) {
  const words = useSaid(EDITOR);
  const set = (rule: string, weight: Weight | undefined): void => {
    onChange(weight ? { ...weights, [rule]: weight } : without(weights, rule));
  };
  return (
    <details className="editor-rules">
      <summary>{words.rules}</summary>
      {Object.entries(rules).map(([rule, { effect }]) => (
        <RuleWeight
          key={rule}
          {...{ rule, byDefault: effect, weight: weights[rule] }}
          onChange={(w) => set(rule, w)}
        />
      ))}
    </details>
  );
}

interface RuleWeightProps {
  readonly rule: string;
  readonly byDefault: Effect;
  readonly weight: Weight | undefined;
  readonly onChange: (weight: Weight | undefined) => void;
}

function RuleWeight({ rule, byDefault, weight, onChange }: RuleWeightProps) {
  const id = useId();
  const words = useSaid(EDITOR);
  const { effects } = useSaid(PROCEDURE);
  const { language } = useSpeech();
  const name = weighedRuleWords(rule)[language];
  const basis = basisOf(rule);
  const choose = (value: string): void => {
    const effect = EFFECTS.find((each) => each === value);
    onChange(effect && { effect, reason: weight?.reason ?? '' });
  };
  return (
    <div className="editor-rule">
      <div className="form-field">
        <label htmlFor={id}>{name}</label>
        <select id={id} value={weight?.effect ?? ''} onChange={({ target }) => choose(target.value)}>
          <option value="">{words.byDefault(effects[byDefault])}</option>
          {EFFECTS.map((effect) => (
            <option key={effect} value={effect}>
              {effects[effect]}
            </option>
          ))}
        </select>
      </div>
      <Reason {...{ id, name, basis, weight, onChange }} />
    </div>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly name: string;
  readonly basis: string | undefined;
  readonly weight: Weight | undefined;
  readonly onChange: (weight: Weight) => void;
}

/** Why it is not as by default; where it is, on what the default rests. */
function Reason({ id, name, basis, weight, onChange }: ReasonProps) {
  const words = useSaid(EDITOR);
  if (!weight) return basis !== undefined && <p className="soft">{words.ruleBasis(basis)}</p>;
  return (
    <div className="form-field">
      <label htmlFor={`${id}-why`}>{words.reason(name)}</label>
      <input
        id={`${id}-why`}
        required
        maxLength={200}
        value={weight.reason}
        onChange={({ target }) => onChange({ ...weight, reason: target.value })}
      />
    </div>
  );
}
