import { Button } from 'antd';
import { useState } from 'react';
import { dataOf } from '../../api/answer.ts';
import { keepText } from '../../api/generated/sdk.gen.ts';
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
import { useScene } from './scene.ts';
import { countsOf } from './sums.ts';

/** 宣布决议 with the draft of the minutes, once there is something to declare. */
export function Declare() {
  const { thing, room } = useScene();
  const { rule, outcome } = thing.data;
  if (outcome !== null) return <p className="sentence outcome">{rule.words[outcome] ?? outcome}</p>;
  const isReady = room.status === 'decided' || (room.status === 'put' && rule.decides === 'vote');
  const isCounted = room.status === 'decided' || countsOf(rule, room) !== null;
  return isReady && isCounted ? <Declaring /> : null;
}

const VERB = 'meeting.declare';

function Declaring() {
  const words = useSaid(CONSOLE);
  const scene = useScene();
  const { me } = usePresent();
  const { thing } = scene;
  const hindrance = useHindrance();
  const draft = useDraft(`${me.person}.${thing.stream}.minutes`);
  const as = capacityOf(me, { verb: VERB, thing }, null);
  const [isAsking, setAsking] = useState(false);
  const result = resultOf(scene);
  const text = draft.text === '' ? minutesOf(scene, result) : draft.text;
  const { press, acting } = useAct({ verb: VERB, id: thing.id, seen: scene.seen });
  const declare = async (): Promise<void> => {
    const { ref } = await dataOf(keepText({ body: { content: text } }));
    press({ minutes: ref }, { onSuccess: draft.drop });
  };
  return (
    <div className="declare-box">
      <Line label={words.minutes} rows={7} value={text} onWrite={draft.write} />
      <OtherTexts {...draft} />
      <p className="soft">{words.minutesHint}</p>
      <p className="step">
        <Button size="large" type="primary" disabled={hindrance !== null} onClick={() => setAsking(true)}>
          {words.declare}
        </Button>
        {hindrance !== null && <span className="due-soon">{hindrance}</span>}
      </p>
      <ConfirmSheet
        isOpen={isAsking}
        sentence={words.willDeclare(as, thing.data.item.title, result)}
        action={words.declare}
        acting={acting}
        onPress={() => void declare()}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
