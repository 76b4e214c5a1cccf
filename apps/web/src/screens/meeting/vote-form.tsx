import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { Meeting } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { CONGRESS } from '../../words/congress.ts';
import { useSaid, useWords } from '../../words/language.tsx';

type Vote = 'yes' | 'no' | 'abstain';
const VOTES: readonly Vote[] = ['yes', 'no', 'abstain'];

interface VoteFormProps {
  readonly thing: Meeting;
  readonly seen: string | null;
}

/** 表决: one choice, a statement if one has one, and a last look. */
export function VoteForm({ thing, seen }: VoteFormProps) {
  const { meeting: words } = useWords();
  const said = useSaid(CONGRESS);
  const [vote, setVote] = useState<Vote | null>(null);
  const [isOpen, setOpen] = useState(false);
  const { draft, cast, acting, as, mine } = useVote(thing, seen);
  const may = thing.may.find(({ command }) => command === 'meeting.vote');
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  if (mine !== null) return <p className="sentence">{said.voted(words.vote[mine])}</p>;
  if (!may?.allowed || thing.data.rule.ballot !== 'named') return null;
  return (
    <section className="sheet stage" aria-label={words.mine}>
      <h2>{words.mine}</h2>
      <Radio.Group
        className="ballot"
        aria-label={words.mine}
        value={vote}
        onChange={({ target }) => setVote(target.value as Vote)}
        options={VOTES.map((value) => ({ value, label: words.vote[value] }))}
      />
      <OpinionBox label={words.statement} draft={draft} phrases={[]} isNeeded={false} />
      <Button type="primary" size="large" disabled={vote === null} onClick={() => setOpen(true)}>
        {words.cast}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.will(as, vote === null ? '' : words.vote[vote], thing.data.item.title)}
        action={words.cast}
        acting={acting}
        onPress={() => vote && cast(vote)}
        onClose={() => setOpen(false)}
      />
    </section>
  );
}

function useVote({ id, stream, data: { roll, votes } }: Meeting, seen: string | null) {
  const { me } = usePresent();
  const draft = useDraft(`${me.person}.${stream}.vote`);
  const held = me.capacities.find(({ post }) => roll.some((seat) => seat.post === post));
  const { press, acting } = useAct({ verb: 'meeting.vote', id, seen, post: held?.post ?? null });
  const statement = draft.text.trim();
  const cast = (vote: Vote): void =>
    press({ vote, ...(statement === '' ? {} : { statement }) }, { onSuccess: draft.drop });
  const own = votes.find(({ post }) => post === held?.post)?.vote;
  const mine = VOTES.find((one) => one === own) ?? null;
  return { draft, cast, acting, as: held?.title ?? '', mine };
}
