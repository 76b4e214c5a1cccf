import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseProgress } from '../../api/generated/types.gen.ts';
import { Chart } from '../../charts/chart.tsx';
import { dayIn, lastDayIn } from '../../charts/gantt-scale.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { CHARTS } from '../../words/charts.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { aside, comma, semicolon } from '../../words/marks.ts';
import { durationsOf } from './durations.ts';
import { progressQuery } from './queries.ts';

/** Pictures of a plan: who replied, what came, how long stages take. */
export function Charts({ id }: { readonly id: string }) {
  return (
    <Fetched query={useQuery(progressQuery(id))} rows={12}>
      {(progress) => <Pictures progress={progress} />}
    </Fetched>
  );
}

interface PicturesProps {
  readonly progress: CaseProgress;
}

function Pictures({ progress }: PicturesProps) {
  const words = useSaid(CHARTS);
  const hasAny = progress.departments.length > 0 || progress.stages.some(({ entered }) => entered !== null);
  if (!hasAny) return <EmptyState title={words.none} why={words.noneWhy} />;
  return (
    <>
      <Durations progress={progress} />
      <Submissions progress={progress} />
      <Responses progress={progress} />
    </>
  );
}

function Durations({ progress: { stages, now } }: PicturesProps) {
  const words = useSaid(CHARTS);
  const { language } = useSpeech();
  const of = useMemo(() => {
    const rows = durationsOf(stages, dayIn(now), lastDayIn);
    return {
      labels: rows.map(({ title }) => title),
      series: [
        { name: words.plan, values: rows.map(({ planned }) => planned) },
        { name: words.actual, values: rows.map(({ actual }) => actual) },
      ],
      description: rows
        .filter(({ isOpen }) => isOpen)
        .map(({ title, actual }) => `${title} ${words.days(actual ?? 0)}${aside(words.untilToday, language)}`)
        .join(semicolon(language)),
    };
  }, [stages, now, words, language]);
  if (of.labels.length === 0) return null;
  return (
    <Chart
      title={words.duration}
      kind="bars"
      of={of}
      first={words.stage}
      said={(n) => (n === null ? words.notYet : words.days(n))}
    />
  );
}

/** How many departments stand where, with their first step. */
function Submissions({ progress: { departments } }: PicturesProps) {
  const words = useSaid(CHARTS);
  const { language } = useSpeech();
  const of = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { steps } of departments) {
      const step = steps.find((each) => each.step === 'hand-in');
      if (!step || step.state === 'none') continue;
      const said = step.words[language];
      counts.set(said, (counts.get(said) ?? 0) + 1);
    }
    return {
      labels: [...counts.keys()],
      series: [{ name: words.number, values: [...counts.values()] }],
      description: [...counts].map(([state, n]) => `${state} ${n}`).join(comma(language)),
    };
  }, [departments, language, words]);
  if (of.labels.length === 0) return null;
  return (
    <Chart title={words.submitted} kind="bars" of={of} first={words.state} said={(n) => String(n ?? 0)} />
  );
}

/** Who replied with how many opinions; a row of nothing for each of the others would hide them, so they are named. */
function Responses({ progress: { departments } }: PicturesProps) {
  const words = useSaid(CHARTS);
  const { language } = useSpeech();
  const of = useMemo(() => {
    const asked = departments.filter(({ steps }) =>
      steps.some(({ step, state }) => step === 'reply' && state !== 'none' && state !== 'waiting'),
    );
    const replied = asked.filter(({ opinions }) => opinions !== null);
    const silent = asked.filter(({ opinions }) => opinions === null);
    return {
      labels: replied.map(({ label }) => label),
      series: [{ name: words.opinions, values: replied.map(({ opinions }) => opinions) }],
      description: [
        words.responseNote(asked.length, replied.length),
        ...(silent.length > 0 ? [words.silent(silent.map(({ label }) => label).join(comma(language)))] : []),
      ].join(semicolon(language)),
    };
  }, [departments, language, words]);
  if (of.labels.length === 0) return null;
  return (
    <Chart
      title={words.response}
      kind="bars"
      of={of}
      first={words.department}
      said={(n) => (n === null ? words.notYet : words.count(n))}
    />
  );
}
