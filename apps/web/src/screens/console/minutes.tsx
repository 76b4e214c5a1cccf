import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { dataOf } from '../../api/answer.ts';
import { keepText } from '../../api/generated/sdk.gen.ts';
import { textQuery } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { OtherTexts } from '../../drafts/other-texts.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { Line } from './asking.tsx';
import { useHindrance } from './decide.tsx';
import { minutesOf, resultOf } from './minutes-text.ts';
import { lastVoice } from './room.ts';
import { useScene } from './scene.ts';

/** 会议纪要: what was attached to the resolution, until it is issued and every entry rests. */
export function Minutes() {
  const words = useSaid(CONSOLE);
  const { thing, room, nameOf } = useScene();
  const { filed, attended } = thing.data;
  if (room.status !== 'declared' || attended !== null) return null;
  if (filed.minutes !== null)
    return <p className="sentence">{words.minutesIssued(nameOf(filed.minutes.signer))}</p>;
  return <Issuing />;
}

const VERB = 'meeting.file-minutes';

function Issuing() {
  const words = useSaid(CONSOLE);
  const scene = useScene();
  const { thing, room } = scene;
  const hindrance = useHindrance();
  const { draft, text } = useMinutes();
  const [signer, setSigner] = useState(lastVoice(room).post ?? '');
  const [isAsking, setAsking] = useState(false);
  const isRedrawn = thing.data.corrections.length > 0;
  return (
    <div className="declare-box">
      <Line label={words.minutesToIssue} rows={7} value={text} onWrite={draft.write} />
      <OtherTexts {...draft} />
      <p className="soft">{words.minutesIssueHint}</p>
      <Signer value={signer} onChoose={setSigner} />
      <p className="step">
        <Button size="large" type="primary" disabled={hindrance !== null} onClick={() => setAsking(true)}>
          {words.issueMinutes}
        </Button>
        {isRedrawn && (
          <Button onClick={() => draft.write(minutesOf(scene, resultOf(scene)))}>{words.drawAgain}</Button>
        )}
        {hindrance !== null && <span className="due-soon">{hindrance}</span>}
      </p>
      <Sheet {...{ isAsking, signer, text }} onDone={draft.drop} onClose={() => setAsking(false)} />
    </div>
  );
}

/** What was written last, else what the resolution was declared with, else the draft of now. */
function useMinutes() {
  const scene = useScene();
  const { me } = usePresent();
  const { thing } = scene;
  const draft = useDraft(`${me.person}.${thing.stream}.issued-minutes`);
  const kept = useQuery(textQuery('meetings', thing.id, thing.data.minutes?.hash ?? null));
  return { draft, text: draft.text || (kept.data ?? minutesOf(scene, resultOf(scene))) };
}

interface SheetProps {
  readonly isAsking: boolean;
  readonly signer: string;
  readonly text: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Sheet({ isAsking, signer, text, onDone, onClose }: SheetProps) {
  const words = useSaid(CONSOLE);
  const { me } = usePresent();
  const { thing, seen, nameOf } = useScene();
  const { press, acting } = useAct({ verb: VERB, id: thing.id, seen });
  const secretary = thing.data.roll.find(
    ({ role, post }) => role === 'secretary' && me.capacities.some((held) => held.post === post),
  );
  const issue = async (): Promise<void> => {
    const { ref } = await dataOf(keepText({ body: { content: text } }));
    press({ kind: 'minutes', text: ref, keeper: secretary?.post ?? signer, signer }, { onSuccess: onDone });
  };
  return (
    <ConfirmSheet
      isOpen={isAsking}
      sentence={words.willIssue(capacityOf(me, { verb: VERB, thing }, null), nameOf(signer))}
      action={words.issueMinutes}
      acting={acting}
      canPress={signer !== '' && text.trim() !== ''}
      onPress={() => void issue()}
      onClose={onClose}
    />
  );
}

interface SignerProps {
  readonly value: string;
  readonly onChoose: (post: string) => void;
}

/** 签字人: whoever presided, unless another signed. */
function Signer({ value, onChoose }: SignerProps) {
  const words = useSaid(CONSOLE);
  const id = useId();
  const { room, nameOf } = useScene();
  return (
    <p className="console-line">
      <label htmlFor={id}>{words.signer}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {value === '' && <option value="" />}
        {room.seats.map(({ post }) => (
          <option key={post} value={post}>
            {nameOf(post)}
          </option>
        ))}
      </select>
    </p>
  );
}
