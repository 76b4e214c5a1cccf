import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { May, OpinionLine } from '../../api/generated/types.gen.ts';
import { resourceQuery } from '../../api/resource.ts';
import { unkept } from '../../drafts/unkept.ts';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { useSaid, useWords } from '../../words/language.tsx';
import { OPINION_DESK } from '../../words/opinion-desk.ts';
import { bodyOf, CHOICES, type Choice } from './choice.ts';
import { TakenFields, type Taken } from './taken-fields.tsx';
import { useBulk, type BulkStanding, type Wished } from './use-bulk.ts';

interface BulkProps {
  readonly items: readonly OpinionLine[];
  readonly onClose: () => void;
}

/** 批量提出采纳建议, one after the other, with its progress; it can be stopped. */
export function Bulk({ items: chosen, onClose }: BulkProps) {
  const said = useSaid(OPINION_DESK);
  const dialog = useRef<HTMLDialogElement>(null);
  // What was ticked when it began: the list below changes while it works.
  const [items] = useState(chosen);
  const bulk = useBulk();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = (): void => {
    bulk.stop();
    onClose();
  };
  const isOver = bulk.standing.at === 'done' || bulk.standing.at === 'stopped';
  return (
    <dialog ref={dialog} className="sheet confirm" onClose={close} aria-label={said.bulk}>
      <h2>{said.bulk}</h2>
      {bulk.standing.at === 'rest' && <Wish items={items} onSend={(wished) => void bulk.run(wished)} />}
      {bulk.standing.at !== 'rest' && <Standing standing={bulk.standing} />}
      {bulk.standing.at === 'work' && <Button onClick={bulk.stop}>{said.stop}</Button>}
      {(isOver || bulk.standing.at === 'rest') && <Button onClick={close}>{said.close}</Button>}
    </dialog>
  );
}

interface WishProps {
  readonly items: readonly OpinionLine[];
  readonly onSend: (wished: readonly Wished[]) => void;
}

/** What is said of all of them: each with its own clause where that is asked for. */
function useWish(items: readonly OpinionLine[]) {
  const [choice, setChoice] = useState<Choice>('adopted');
  const [reason, setReason] = useState('');
  const [taken, setTaken] = useState<Taken>({ department: null, due: '' });
  const meant = choice === 'already' ? items.filter(({ clause }) => clause !== null) : items;
  const wished = meant.flatMap((item): readonly Wished[] => {
    const body = bodyOf({ choice, reason, clause: item.clause, taken });
    return body === null ? [] : [{ item, body }];
  });
  return { choice, setChoice, reason, setReason, taken, setTaken, meant: meant.length, wished };
}

/** What the first of them says of who may propose: the others are of the same consultation. */
function useMayPropose(first: OpinionLine | undefined): readonly May[] | undefined {
  const id = first?.stream.replace('opinion/', '') ?? '';
  return useQuery({ ...resourceQuery('opinions', id), enabled: id !== '' }).data?.data.may;
}

function Wish({ items, onSend }: WishProps) {
  const { opinions: words, opinion } = useWords();
  const said = useSaid(OPINION_DESK);
  const as = useCapacity('opinion.propose', useMayPropose(items[0]));
  const { choice, setChoice, reason, setReason, taken, setTaken, meant, wished } = useWish(items);
  return (
    <>
      <p className="sentence">{said.bulkWill(as, meant, words.choices[choice])}</p>
      <p className="soft">{said.bulkWhy}</p>
      <Radio.Group
        aria-label={words.choose}
        value={choice}
        onChange={({ target }) => setChoice(target.value as Choice)}
        options={CHOICES.map((value) => ({ value, label: words.choices[value] }))}
      />
      {meant < items.length && <p className="due-soon">{said.bulkNowhere(items.length - meant)}</p>}
      <OpinionBox
        label={words.why}
        draft={unkept(reason, setReason)}
        phrases={opinion.propose}
        isNeeded={choice !== 'adopted'}
      />
      {(choice === 'in-work' || choice === 'later') && <TakenFields taken={taken} onChange={setTaken} />}
      <Button type="primary" size="large" disabled={wished.length === 0} onClick={() => onSend(wished)}>
        {said.bulk}
      </Button>
    </>
  );
}

function Standing({ standing: { at, all, done, failed } }: { readonly standing: BulkStanding }) {
  const said = useSaid(OPINION_DESK);
  const worked = done + failed.length;
  return (
    <>
      <progress
        className="opinions-progress"
        value={worked}
        max={all}
        aria-label={said.progress(worked, all)}
      />
      <p role="status">
        {at === 'done' ? said.finished(done) : said.progress(worked, all)} {at === 'stopped' && said.stopped}
      </p>
      {failed.map(({ no, failure }) => (
        <div key={no}>
          <p>{said.failed(no)}</p>
          <FailureNotice failure={failure} />
        </div>
      ))}
    </>
  );
}
