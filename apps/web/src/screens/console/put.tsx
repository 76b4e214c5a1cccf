import { Button } from 'antd';
import { useState } from 'react';
import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { blankCharge, ChargeList, chargesOf, type Charge } from './charges.tsx';
import { RecordInstead } from './record-instead.tsx';
import { useScene } from './scene.ts';
import { attendanceOf, quorumNow } from './sums.ts';

/** 提请审议, plainly or 附条件 where a vote decides. */
export function Put() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { thing, room, entries } = useScene();
  const [charges, setCharges] = useState<readonly Charge[]>([]);
  const { rule } = thing.data;
  const attendance = attendanceOf(thing.data, room);
  const { need, quorate } = quorumNow(rule, attendance);
  const conditions = chargesOf(charges);
  const mayAsk = rule.decides === 'vote' && rule.words['in-principle'] !== undefined;
  const put = (): void =>
    entries.note({
      verb: 'meeting.put',
      body: conditions.length === 0 ? {} : { conditions },
      said: `${words.put}${colon(language)}${thing.data.item.title}`,
    });
  return (
    <div className="step-box">
      <p className="step">
        <Button type="primary" size="large" disabled={!quorate} onClick={put}>
          {words.put}
        </Button>
        {!quorate && (
          <>
            <span className="due-soon">{words.lacking(Math.max(0, need - attendance.present))}</span>
            <RecordInstead />
          </>
        )}
        {mayAsk && charges.length === 0 && (
          <Button onClick={() => setCharges([blankCharge()])}>{words.conditions}</Button>
        )}
      </p>
      {charges.length > 0 && <ChargeList charges={charges} onChange={setCharges} />}
    </div>
  );
}
