import { useState } from 'react';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { Asking, Line } from './asking.tsx';
import { mayCorrect } from './corrected.ts';
import { isOpen } from './entry.ts';
import { IN_ROOM, useScene, type Scene } from './scene.ts';

interface RecusalProps {
  readonly post: string;
  readonly isRecused: boolean;
}

/** 回避, and taking it back; once the item was put, putting it right. All need a reason and stay on the record. */
export function Recusal(props: RecusalProps) {
  const scene = useScene();
  const { status } = scene.room;
  if (status === 'called' || status === 'open') return <Leave {...props} />;
  return mayPutRight(scene, props) ? <PutRight {...props} /> : null;
}

const SINCE_PUT: ReadonlySet<string> = new Set(['put', 'decided', 'declared']);

/** What the member said in person is the member's own, and while secret ballots are out nothing is put right. */
function mayPutRight({ thing, room, entries }: Scene, { post, isRecused }: RecusalProps): boolean {
  const isOut = thing.data.rule.ballot === 'secret' && room.status !== 'declared';
  if (!SINCE_PUT.has(room.status) || isOut || !mayCorrect(thing)) return false;
  if (!isRecused) return room.votes.every((vote) => vote.post !== post || vote.recorded === true);
  return (
    thing.data.recusals.some((one) => one.post === post && one.kind === 'recorded') ||
    entries.all.some((one) => one.verb === 'meeting.record-recusal' && one.body.post === post && isOpen(one))
  );
}

/** Before the item is put. */
function Leave({ post, isRecused }: { readonly post: string; readonly isRecused: boolean }) {
  const words = useSaid(CONSOLE);
  const { entries, nameOf } = useScene();
  const [reason, setReason] = useState('');
  const name = nameOf(post);
  const send = (): void => {
    const told = { post, reason: reason.trim() };
    if (isRecused) entries.note({ verb: 'meeting.withdraw-recusal', body: told, said: words.saysBack(name) });
    else
      entries.note({
        verb: 'meeting.record-recusal',
        body: { ...told, ...IN_ROOM },
        said: words.saysRecused(name),
      });
    setReason('');
  };
  return (
    <Asking
      isSmall
      label={isRecused ? words.back : words.recuse}
      about={name}
      action={isRecused ? words.back : words.recuse}
      canSend={reason.trim() !== ''}
      onSend={send}
    >
      <Line label={words.reason} value={reason} onWrite={setReason} />
    </Asking>
  );
}

/** 更正回避: who had left for the item after all, or had not. What would turn the resolution is the body's to reconsider. */
function PutRight({ post, isRecused }: RecusalProps) {
  const words = useSaid(CONSOLE);
  const { entries, nameOf } = useScene();
  const [reason, setReason] = useState('');
  const [present, setPresent] = useState(true);
  const name = nameOf(post);
  const send = (): void => {
    const told = { post, reason: reason.trim(), ...IN_ROOM };
    if (isRecused)
      entries.note({
        verb: 'meeting.withdraw-recusal',
        body: { ...told, present },
        said: words.saysNotRecused(name),
      });
    else entries.note({ verb: 'meeting.record-recusal', body: told, said: words.saysWasRecused(name) });
    setReason('');
  };
  return (
    <Asking
      isSmall
      label={words.correctRecusal}
      about={name}
      action={isRecused ? words.wasNotRecused : words.wasRecused}
      canSend={reason.trim() !== ''}
      onSend={send}
    >
      <p className="soft">{words.recusalHint}</p>
      {isRecused && (
        <label className="vote-radio">
          <input type="checkbox" checked={present} onChange={({ target }) => setPresent(target.checked)} />
          {words.wasThere}
        </label>
      )}
      <Line label={words.correctWhy} value={reason} onWrite={setReason} />
    </Asking>
  );
}
