import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { orgQuery } from '../../api/queries.ts';
import type { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid, useWords } from '../../words/language.tsx';

interface InstructProps {
  readonly chapter: Chapter;
  readonly act: ReturnType<typeof useAct>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** 批示: words of a leader to one of the departments of the chapter, which takes note and acts on them. */
export function Instruct({ chapter, act: { press, acting }, isOpen, onClose }: InstructProps) {
  const words = useSaid(CHAPTER);
  const { opinion } = useWords();
  const { me } = usePresent();
  const { stream, data } = chapter;
  const departments = useConcerned(chapter);
  const [to, setTo] = useState(data.desk);
  const draft = useDraft(`${me.person}.${stream}.instruct`);
  const name = departments.find((one) => one.id === to)?.name ?? '';
  const as = useCapacity('chapter.instruct', chapter.may);
  return (
    <ConfirmSheet
      isOpen={isOpen && acting.at !== 'done'}
      sentence={words.willInstruct(as, name, data.title)}
      action={words.instruct}
      acting={acting}
      canPress={draft.text.trim() !== '' && name !== ''}
      onPress={() => press({ to, words: draft.text }, { onSuccess: draft.drop })}
      onClose={onClose}
    >
      <Whom departments={departments} value={to} onChoose={setTo} />
      <OpinionBox label={words.instructWords} draft={draft} phrases={opinion.agree.slice(-1)} isNeeded />
    </ConfirmSheet>
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Owners and supporting departments, by name. */
function useConcerned({ data: { owners, support } }: Chapter): readonly Named[] {
  const { data: org } = useQuery(orgQuery);
  const ids = [...new Set([...owners, ...support])];
  return ids.flatMap((id) => {
    const found = org?.departments.find((one) => one.id === id);
    return found ? [{ id, name: found.name }] : [];
  });
}

interface WhomProps {
  readonly departments: readonly Named[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

function Whom({ departments, value, onChoose }: WhomProps) {
  const id = useId();
  const words = useSaid(CHAPTER);
  return (
    <div className="compare-picker">
      <label htmlFor={id}>{words.instructTo}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {departments.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}
