import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { resourceQuery } from '../../api/resource.ts';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { useWords } from '../../words/language.tsx';
import { bodyOf, CHOICES, type Choice } from './choice.ts';
import { TakenFields, type Taken } from './taken-fields.tsx';

/** 拟定采纳情况, for whoever may propose it. */
export function Propose({ item }: { readonly item: OpinionLine }) {
  const [, id = ''] = item.stream.split('/');
  const { data } = useQuery(resourceQuery('opinions', id));
  const may = data?.data.may.find(({ command }) => command === 'opinion.propose');
  return may?.allowed ? <Form item={item} id={id} seen={data?.etag ?? null} /> : null;
}

interface FormProps {
  readonly item: OpinionLine;
  readonly id: string;
  readonly seen: string | null;
}

function Form({ item, id, seen }: FormProps) {
  const { opinions: words, opinion } = useWords();
  const { me } = usePresent();
  const [choice, setChoice] = useState<Choice>((item.disposition as Choice | null) ?? 'adopted');
  const [taken, setTaken] = useState<Taken>({ department: null, due: '' });
  const draft = useDraft(`${me.person}.${item.stream}.propose`);
  const { press, acting } = useAct({ verb: 'opinion.propose', id, seen });
  const body = bodyOf({ choice, reason: draft.text, clause: item.clause, taken });
  return (
    <div className="propose">
      <Radio.Group
        aria-label={words.choose}
        value={choice}
        onChange={({ target }) => setChoice(target.value as Choice)}
        options={CHOICES.map((value, i) => ({ value, label: `${i + 1} ${words.choices[value]}` }))}
      />
      <OpinionBox
        label={words.why}
        text={draft.text}
        keptAt={draft.keptAt}
        onWrite={draft.write}
        phrases={opinion.propose}
        isNeeded={choice !== 'adopted'}
      />
      {(choice === 'in-work' || choice === 'later') && <TakenFields taken={taken} onChange={setTaken} />}
      {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
      <Button
        type="primary"
        disabled={body === null}
        loading={acting.at === 'work'}
        onClick={() => body && press(body, { onSuccess: draft.drop })}
      >
        {words.propose}
      </Button>
    </div>
  );
}
