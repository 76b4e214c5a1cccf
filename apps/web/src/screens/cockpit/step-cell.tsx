import {
  CheckOutlined,
  ClockCircleOutlined,
  MinusOutlined,
  RollbackOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseProgress } from '../../api/generated/types.gen.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { TIMETABLE } from '../../words/timetable.ts';
import { screenOf } from './screen-of.ts';

type Step = CaseProgress['chapters'][number]['steps'][number];

/** A sign for each, so that nothing hangs on a colour. */
const SIGNS: { readonly [state in Step['state']]: ReactNode } = {
  none: <MinusOutlined aria-hidden />,
  waiting: null,
  open: <ClockCircleOutlined aria-hidden />,
  late: <WarningOutlined aria-hidden />,
  back: <RollbackOutlined aria-hidden />,
  done: <CheckOutlined aria-hidden />,
  'done-late': <CheckOutlined aria-hidden />,
};

export function StepHeads({ steps }: { readonly steps: readonly Step[] }) {
  const { language } = useSpeech();
  return steps.map(({ step, title }) => (
    <th key={step} scope="col">
      {title[language]}
    </th>
  ));
}

interface StepCellProps {
  readonly of: Step;
  /** The thing; null where there is none. */
  readonly href: string | null;
}

/** How one step stands; what is still to be done leads to where it is done. */
export function StepCell({ of, href }: StepCellProps) {
  const { language } = useSpeech();
  const { of: share } = useSaid(TIMETABLE);
  const { state, words, done, all } = of;
  const said = (
    <>
      {SIGNS[state]} {state === 'none' ? <span className="unseen">{words[language]}</span> : words[language]}
      {done !== null && all !== null && <span className="cockpit-share"> {share(done, all)}</span>}
    </>
  );
  const isLink = href !== null && (state === 'open' || state === 'late' || state === 'back');
  return (
    <td className={`cockpit-step cockpit-step-${state}`}>
      {isLink ? <Link to={screenOf(href)}>{said}</Link> : said}
    </td>
  );
}
