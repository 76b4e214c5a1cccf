import { Button } from 'antd';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { Line } from './asking.tsx';
import { useScene } from './scene.ts';

/** One condition while it is written. */
export interface Charge {
  readonly key: string;
  readonly wording: string;
  readonly department: string;
  readonly due: string;
}

export const blankCharge = (): Charge => ({ key: crypto.randomUUID(), wording: '', department: '', due: '' });

/** Those that are complete, as a command takes them. */
export const chargesOf = (charges: readonly Charge[]) =>
  charges
    .filter(({ wording, department, due }) => wording.trim() !== '' && department !== '' && due !== '')
    .map(({ wording, department, due }) => ({ wording: wording.trim(), owner: { department }, due }));

interface ChargeListProps {
  readonly charges: readonly Charge[];
  readonly onChange: (charges: readonly Charge[]) => void;
}

/** 附条件: what is asked for, of whom, by when. */
export function ChargeList({ charges, onChange }: ChargeListProps) {
  const words = useSaid(CONSOLE);
  const write = (key: string, change: Partial<Charge>): void =>
    onChange(charges.map((charge) => (charge.key === key ? { ...charge, ...change } : charge)));
  return (
    <fieldset className="charges">
      <legend>{words.conditions}</legend>
      {charges.map((charge) => (
        <div key={charge.key} className="charge">
          <Line
            label={words.condition}
            value={charge.wording}
            onWrite={(wording) => write(charge.key, { wording })}
          />
          <Owner value={charge.department} onChoose={(department) => write(charge.key, { department })} />
          <Line
            type="date"
            label={words.due}
            value={charge.due}
            onWrite={(due) => write(charge.key, { due })}
          />
          <Button onClick={() => onChange(charges.filter(({ key }) => key !== charge.key))}>
            {words.removeCondition}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...charges, blankCharge()])}>{words.addCondition}</Button>
    </fieldset>
  );
}

interface OwnerProps {
  readonly value: string;
  readonly onChoose: (department: string) => void;
}

function Owner({ value, onChoose }: OwnerProps) {
  const words = useSaid(CONSOLE);
  const { org } = useScene();
  return (
    <p className="console-line">
      <label>
        {words.owner}
        <select value={value} onChange={({ target }) => onChoose(target.value)}>
          <option value="" />
          {org.departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}
