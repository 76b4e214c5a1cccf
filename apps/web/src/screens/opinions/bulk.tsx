import { Button, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { useSaid, useWords } from '../../words/language.tsx';
import { OPINION_DESK } from '../../words/opinion-desk.ts';
import { bodyOf, type Choice } from './choice.ts';
import { useBulk, type BulkStanding } from './use-bulk.ts';

interface BulkProps {
  readonly items: readonly OpinionLine[];
  readonly onClose: () => void;
}

/** What can be said of many alike: none of these needs a clause or somebody to carry it out. */
const ALIKE: readonly Choice[] = ['adopted', 'partly', 'rejected'];

/** 批量提出采纳建议, one after the other, with its progress; it can be stopped. */
export function Bulk({ items: chosen, onClose }: BulkProps) {
  const said = useSaid(OPINION_DESK);
  const dialog = useRef<HTMLDialogElement>(null);
  // What was ticked when it began: the list below changes while it works.
  const [items] = useState(chosen);
  const bulk = useBulk(items);
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
      {bulk.standing.at === 'rest' && <Wish n={items.length} onSend={(body) => void bulk.run(body)} />}
      {bulk.standing.at !== 'rest' && <Standing standing={bulk.standing} all={items.length} />}
      {bulk.standing.at === 'work' && <Button onClick={bulk.stop}>{said.stop}</Button>}
      {(isOver || bulk.standing.at === 'rest') && <Button onClick={close}>{said.close}</Button>}
    </dialog>
  );
}

interface WishProps {
  readonly n: number;
  readonly onSend: (body: NonNullable<ReturnType<typeof bodyOf>>) => void;
}

function Wish({ n, onSend }: WishProps) {
  const { opinions: words, opinion } = useWords();
  const said = useSaid(OPINION_DESK);
  const { me } = usePresent();
  const [choice, setChoice] = useState<Choice>('adopted');
  const [reason, setReason] = useState('');
  const body = bodyOf({ choice, reason, clause: null, taken: { department: null, due: '' } });
  return (
    <>
      <p className="sentence">{said.bulkWill(me.capacities[0]?.title ?? '', n, words.choices[choice])}</p>
      <p className="soft">{said.bulkWhy}</p>
      <Radio.Group
        aria-label={words.choose}
        value={choice}
        onChange={({ target }) => setChoice(target.value as Choice)}
        options={ALIKE.map((value) => ({ value, label: words.choices[value] }))}
      />
      <OpinionBox
        label={words.why}
        text={reason}
        keptAt={null}
        onWrite={setReason}
        phrases={opinion.propose}
        isNeeded={choice !== 'adopted'}
      />
      <Button type="primary" size="large" disabled={body === null} onClick={() => body && onSend(body)}>
        {said.bulk}
      </Button>
    </>
  );
}

function Standing({
  standing: { at, done, failed },
  all,
}: {
  readonly standing: BulkStanding;
  readonly all: number;
}) {
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
