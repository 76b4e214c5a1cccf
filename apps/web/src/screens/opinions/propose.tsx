import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { resourceQuery } from '../../api/resource.ts';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { useSaid, useWords } from '../../words/language.tsx';
import { OPINION_DESK } from '../../words/opinion-desk.ts';
import { bodyOf, CHOICES, type Choice } from './choice.ts';
import { ReplyPreview } from './reply-preview.tsx';
import { TakenFields, type Taken } from './taken-fields.tsx';
import { useDigits } from './use-row-keys.ts';

interface ProposeProps {
  readonly item: OpinionLine;
  readonly onDone: () => void;
}

/** 拟定采纳情况, for whoever may propose it. */
export function Propose({ item, onDone }: ProposeProps) {
  const [, id = ''] = item.stream.split('/');
  const { data } = useQuery(resourceQuery('opinions', id));
  const may = data?.data.may.find(({ command }) => command === 'opinion.propose');
  return may?.allowed ? <Form item={item} id={id} seen={data?.etag ?? null} onDone={onDone} /> : null;
}

interface FormProps extends ProposeProps {
  readonly id: string;
  readonly seen: string | null;
}

function Form({ item, id, seen, onDone }: FormProps) {
  const { opinions: words, opinion } = useWords();
  const said = useSaid(OPINION_DESK);
  const form = useProposing({ item, id, seen, onDone });
  const { choice, draft, taken, acting } = form;
  return (
    <div className="propose" ref={form.place} onKeyDown={form.typed}>
      <Radio.Group
        aria-label={words.choose}
        value={choice}
        onChange={({ target }) => form.setChoice(target.value as Choice)}
        options={CHOICES.map((value, i) => ({ value, label: `${i + 1} ${words.choices[value]}` }))}
      />
      <OpinionBox label={words.why} draft={draft} phrases={opinion.propose} isNeeded={choice !== 'adopted'} />
      {(choice === 'in-work' || choice === 'later') && <TakenFields taken={taken} onChange={form.setTaken} />}
      {choice === 'already' && item.clause === null && <p className="due-soon">{said.nowhere}</p>}
      <ReplyPreview item={item} choice={choice} reason={draft.text} />
      {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
      <Button
        className="propose-send"
        type="primary"
        size="large"
        disabled={!form.canSend}
        loading={acting.at === 'work'}
        onClick={form.send}
      >
        {said.submitNext}
      </Button>
    </div>
  );
}

/** What is chosen and written for one opinion, by mouse or by keyboard, and its sending. */
function useProposing({ item, id, seen, onDone }: FormProps) {
  const { me } = usePresent();
  const place = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useState<Choice>((item.disposition as Choice | null) ?? 'adopted');
  const [taken, setTaken] = useState<Taken>({ department: null, due: '' });
  const draft = useDraft(`${me.person}.${item.stream}.propose`);
  const { press, acting } = useAct({ verb: 'opinion.propose', id, seen });
  const body = bodyOf({ choice, reason: draft.text, clause: item.clause, taken });
  const sent = (): void => {
    draft.drop();
    onDone();
  };
  const send = (): void => {
    if (body && acting.at !== 'work') press(body, { onSuccess: sent });
  };
  useDigits(CHOICES.length, (index) => {
    const next = CHOICES[index] ?? 'adopted';
    setChoice(next);
    // What needs a reason is written next; what needs none can be sent at once.
    place.current?.querySelector<HTMLElement>(next === 'adopted' ? '.propose-send' : 'textarea')?.focus();
  });
  const typed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) send();
  };
  return { place, choice, setChoice, taken, setTaken, draft, acting, send, typed, canSend: body !== null };
}
