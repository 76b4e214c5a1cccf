import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CaseProgress } from '../../api/generated/types.gen.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { COCKPIT } from '../../words/cockpit.ts';
import { dueDay, isoDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { firstOf, stateIn } from '../../words/marks.ts';
import { withPassed, type Passed } from './passed.ts';
import { progressQuery } from './queries.ts';

type Stage = Passed<CaseProgress['stages'][number]>;

/** 环节轨: every stage with its dates and who holds it; the open one is brought into sight. */
export function Rail({ id }: { readonly id: string }) {
  return (
    <Fetched query={useQuery(progressQuery(id))} rows={2}>
      {({ stages }) => <Stages stages={withPassed(stages)} />}
    </Fetched>
  );
}

function Stages({ stages }: { readonly stages: readonly Stage[] }) {
  const { rail } = useSaid(COCKPIT);
  const list = useRef<HTMLOListElement>(null);
  const open = stages.findIndex(({ state }) => state === 'open');
  useEffect(() => {
    const { current } = list;
    const at = current?.children[open];
    if (!current || !(at instanceof HTMLElement)) return;
    const [around, stage] = [current.getBoundingClientRect(), at.getBoundingClientRect()];
    current.scrollLeft += stage.left - around.left - around.width / 3;
    current.scrollTop += stage.top - around.top - around.height / 3;
  }, [open]);
  return (
    <ol ref={list} className="cockpit-rail" aria-label={rail} tabIndex={0}>
      {stages.map((stage, i) => (
        <Stop key={stage.id} stage={stage} no={i + 1} />
      ))}
    </ol>
  );
}

/** Stages that a case never entered and has passed by are shown without a sign of being done. */
function Stop({ stage, no }: { readonly stage: Stage; readonly no: number }) {
  const { title, state, overdue, owners } = stage;
  const { language } = useSpeech();
  const tone = overdue ? 'open late' : state;
  return (
    <li className={tone} aria-current={state === 'open' ? 'step' : undefined}>
      <span className="cockpit-rail-no" aria-hidden>
        {no}
      </span>
      <span className="cockpit-rail-title">{title}</span>
      <span className="cockpit-rail-state">{stateIn(stage, language)}</span>
      <span className="cockpit-rail-date">{useDates(stage)}</span>
      {state === 'open' && owners.length > 0 && (
        <span className="cockpit-rail-owner">{firstOf(owners, SHOWN, language)}</span>
      )}
    </li>
  );
}

const SHOWN = 2;

function useDates({ state, planned, entered, ended, paused }: Stage): string {
  const words = useSaid(COCKPIT);
  const { language } = useSpeech();
  if (ended !== null && state === 'closed') return isoDay(ended, language);
  if (paused) return words.paused;
  const plan = planned === null ? '' : words.planned(dueDay(planned, language));
  const since = entered === null || state !== 'open' ? '' : words.entered(isoDay(entered, language));
  return [since, plan].filter((part) => part !== '').join(' · ');
}
