import { Button } from 'antd';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { Line } from './asking.tsx';
import { useScene } from './scene.ts';

type Owner = Readonly<Record<string, string>>;

/** One condition while it is written. */
export interface Charge {
  readonly key: string;
  readonly wording: string;
  /** A department, or a post. */
  readonly owner: Owner;
  readonly due: string;
}

export const blankCharge = (): Charge => ({ key: crypto.randomUUID(), wording: '', owner: {}, due: '' });

/** Those that are complete, as a command takes them. */
export const chargesOf = (charges: readonly Charge[]) =>
  charges
    .filter(({ wording, owner, due }) => wording.trim() !== '' && hasOwner(owner) && due !== '')
    .map(({ wording, owner, due }) => ({ wording: wording.trim(), owner, due }));

const hasOwner = (owner: Owner): boolean => Object.values(owner).some((id) => id !== '');

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
          <OwnerChoice value={charge.owner} onChoose={(owner) => write(charge.key, { owner })} />
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

interface OwnerChoiceProps {
  readonly value: Owner;
  readonly onChoose: (owner: Owner) => void;
}

/** 责任科室; a post, where it was given to one. */
export function OwnerChoice({ value, onChoose }: OwnerChoiceProps) {
  const words = useSaid(CONSOLE);
  const { org, nameOf } = useScene();
  const { post } = value;
  const choose = (id: string): void => onChoose(id === post ? { post: id } : { department: id });
  return (
    <p className="console-line">
      <label>
        {words.owner}
        <select value={post ?? value['department'] ?? ''} onChange={({ target }) => choose(target.value)}>
          <option value="" />
          {post !== undefined && <option value={post}>{nameOf(post)}</option>}
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
