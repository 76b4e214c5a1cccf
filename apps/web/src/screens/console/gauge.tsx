import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import type { Meeting } from '../../api/generated/types.gen.ts';
import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import type { Room } from './room.ts';
import { attendanceOf, quorumNow } from './sums.ts';

interface GaugeProps {
  readonly data: Meeting['data'];
  readonly room: Room;
}

/** 法定人数: the sum in words, and a bar that a screen reader hears as the same sum. */
export function Gauge({ data, room }: GaugeProps) {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const attendance = attendanceOf(data, room);
  const { need, quorate, base, ...said } = quorumNow(data.rule, attendance);
  const { all, recused, present } = attendance;
  const share = (n: number): string => `${Math.min(100, (n / Math.max(all, 1)) * 100)}%`;
  return (
    <div className="gauge-box">
      <p className="gauge-sum">{words.sum(all, recused, present, need)}</p>
      <div
        role="meter"
        className="gauge-bar"
        aria-label={words.attendance}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={present}
        aria-valuetext={said[language]}
      >
        <span
          className={quorate ? 'gauge-fill gauge-enough' : 'gauge-fill'}
          style={{ width: share(present) }}
        />
        <span className="gauge-need" style={{ left: share(need) }} />
      </div>
      <p role="status" className={quorate ? 'gauge-word gauge-ok' : 'gauge-word due-late'}>
        {quorate ? <CheckCircleOutlined aria-hidden /> : <CloseCircleOutlined aria-hidden />}{' '}
        {quorate ? words.enough : words.lacking(Math.max(0, need - present))}
      </p>
      {recused > 0 && base !== all && <p className="soft">{words.base(all, base)}</p>}
    </div>
  );
}
