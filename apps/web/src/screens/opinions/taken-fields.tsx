import { useQuery } from '@tanstack/react-query';
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
  return (
    <p className="setting">
      <select
        aria-label={words.owner}
        value={taken.department ?? ''}
        onChange={({ target }) => onChange({ ...taken, department: target.value })}
      >
        <option value="" disabled>
          {words.owner}
        </option>
        {data?.departments.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
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
