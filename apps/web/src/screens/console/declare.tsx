import { Button } from 'antd';
import { useState } from 'react';
import { dataOf } from '../../api/answer.ts';
import { keepText } from '../../api/generated/sdk.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { OtherTexts } from '../../drafts/other-texts.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { CONSOLE } from '../../words/console.ts';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSaid } from '../../words/language.tsx';
import { Line } from './asking.tsx';
import { useHindrance } from './decide.tsx';
import { useScene, type Scene } from './scene.ts';
import { attendanceOf, countsOf, outcomeNow } from './sums.ts';

/** 宣布决议 with the draft of the minutes, once there is something to declare. */
export function Declare() {
  const { thing, room } = useScene();
  const { rule, outcome, ballot } = thing.data;
  if (outcome !== null) return <p className="sentence outcome">{rule.words[outcome] ?? outcome}</p>;
  const isReady = room.status === 'decided' || (room.status === 'put' && rule.decides === 'vote');
  return isReady && (rule.ballot !== 'secret' || ballot !== null) ? <Declaring /> : null;
}

function Declaring() {
  const words = useSaid(CONSOLE);
  const scene = useScene();
  const { me } = usePresent();
  const { thing } = scene;
  const hindrance = useHindrance();
  const draft = useDraft(`${me.person}.${thing.stream}.minutes`);
  const [isAsking, setAsking] = useState(false);
  const result = resultOf(scene);
  const text = draft.text === '' ? minutesOf(scene, result) : draft.text;
  const { press, acting } = useAct({ verb: 'meeting.declare', id: thing.id, seen: scene.seen });
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
        sentence={words.willDeclare(thing.data.item.title, result)}
        action={words.declare}
        acting={acting}
        onPress={() => void declare()}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

/** The outcome in the words of the body: the chair's decision, or what the votes come to. */
function resultOf({ thing: { data }, room }: Scene): string {
  const { rule, decision } = data;
  if (decision !== null) return rule.words[decision] ?? decision;
  const would = outcomeNow(rule, attendanceOf(data, room), countsOf(rule, room));
  const yes = data.conditions.length > 0 ? 'in-principle' : 'passed';
  const words = { passed: rule.words[yes], failed: rule.words['not-passed'] };
  if (!would) return '';
  return (
    (would.outcome === 'passed' || would.outcome === 'failed' ? words[would.outcome] : null) ?? would.sum
  );
}

/** 纪要稿: an official paper, and so in Chinese whatever the screen speaks. */
function minutesOf({ thing: { data }, room, nameOf }: Scene, result: string): string {
  const { rule, at, place, item } = data;
  const named = (posts: readonly string[]): string => posts.map(nameOf).join('、');
  const away = room.seats.filter(({ post }) => !room.present.includes(post) && !room.recused.includes(post));
  const counts = countsOf(rule, room);
  return [
    `${rule.title}会议纪要`,
    `时间：${dayWords(at, 'zh')} ${timeWords(at)}`,
    `地点：${place}`,
    `出席：${named(room.present)}`,
    ...(away.length > 0 ? [`缺席：${named(away.map(({ post }) => post))}`] : []),
    ...(room.recused.length > 0 ? [`回避：${named(room.recused)}`] : []),
    `议题：${item.title}`,
    ...(counts ? [`表决：赞成${counts.yes}票，反对${counts.no}票，弃权${counts.abstain}票。`] : []),
    `会议决定：${result}。`,
    '',
  ].join('\n');
}
