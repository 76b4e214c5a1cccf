import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId } from 'react';
import { orgQuery } from '../../api/queries.ts';
import { useWords } from '../../words/language.tsx';

/** 工作中吸收、另行研究: who has to do it, and by which Beijing day (2026-03-05, or nothing yet). */
export interface Taken {
  readonly department: string | null;
  readonly due: string;
}

interface TakenFieldsProps {
  readonly taken: Taken;
  readonly onChange: (taken: Taken) => void;
}

export function TakenFields({ taken, onChange }: TakenFieldsProps) {
  const day = useId();
  const { opinions: words } = useWords();
  const { data } = useQuery(orgQuery);
  const options = (data?.departments ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <p className="setting">
      <Select
        className="state"
        aria-label={words.owner}
        placeholder={words.owner}
        showSearch={{ optionFilterProp: 'label' }}
        value={taken.department}
        options={options}
        // The list opens where it is asked for: outside of an open sheet nothing can be pressed.
        getPopupContainer={(node: HTMLElement) => node.parentElement ?? node}
        onChange={(department: string) => onChange({ ...taken, department })}
      />
      <label htmlFor={day}>{words.by}</label>
      <input
        id={day}
        type="date"
        value={taken.due}
        onChange={({ target }) => onChange({ ...taken, due: target.value })}
      />
    </p>
  );
}
