import { Button } from 'antd';
import { useState } from 'react';
import { useElder } from '../ui/elder.tsx';
import { FRAME } from '../words/frame.ts';
import { useSaid, useSpeech } from '../words/language.tsx';
import { usePresent } from './signed-in.tsx';
import { useOnline } from './use-online.ts';

/** Those whose matter the record is. */
const MINDS: readonly string[] = [
  'administrator',
  'security-administrator',
  'security-auditor',
  'office-director',
  'leader',
];
const OFFERED = 'mouding.elder.offered';

/** What the frame says above every screen: that there is no network, and once that type can be larger. */
export function Notices() {
  const words = useSaid(FRAME);
  const isOnline = useOnline();
  return (
    <>
      <div role="status">{!isOnline && <p className="offline">{words.offline}</p>}</div>
      <LogTrouble />
      <ElderOffer />
    </>
  );
}

/** Whoever looks after the record is told that no checkpoints of it come out; everybody's work goes on. */
function LogTrouble() {
  const words = useSaid(FRAME);
  const { language } = useSpeech();
  const { me } = usePresent();
  if (!me.logTrouble || !me.capacities.some(({ as }) => MINDS.includes(as))) return null;
  return (
    <p className="log-trouble" role="alert">
      <strong>{words.logTrouble}</strong> {me.logTrouble[language]}
    </p>
  );
}

/** Once for each machine, and never to whoever has chosen. */
function ElderOffer() {
  const words = useSaid(FRAME);
  const { isElder, turn } = useElder();
  const [isOffered, setOffered] = useState(
    () => localStorage.getItem(OFFERED) === null && localStorage.getItem('mouding.elder') === null,
  );
  if (!isOffered || isElder) return null;
  const answer = (on: boolean): void => {
    localStorage.setItem(OFFERED, 'yes');
    setOffered(false);
    if (on) turn(true);
  };
  return (
    <aside className="elder-offer" aria-label={words.elderYes}>
      <span>{words.elder}</span>
      <Button onClick={() => answer(true)}>{words.elderYes}</Button>
      <Button onClick={() => answer(false)}>{words.elderNo}</Button>
    </aside>
  );
}
