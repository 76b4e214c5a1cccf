import type { Trail, TrailStep } from '@mouding/contract';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { CHAPTER } from '../../words/chapter.ts';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';

interface TimelineProps {
  readonly trail: Trail;
  readonly wording: Chapter['wording'];
}

/** What was done and said so far, the last first: by post, never by name. */
export function Timeline({ trail: { steps, texts }, wording }: TimelineProps) {
  const words = useSaid(CHAPTER);
  const labels = new Map(texts.map(({ ref, label }) => [ref.hash, label]));
  const shown = [...steps].reverse();
  if (shown.length === 0) return null;
  const row = (step: TrailStep) => (
    <Step
      key={step.version}
      step={step}
      label={step.text === null ? null : (labels.get(step.text) ?? null)}
      said={saidIn(wording, step.version)}
    />
  );
  const earlier = shown.slice(LAST);
  return (
    <section className="sheet chapter-trail">
      <h2>{words.trail}</h2>
      <ol>{shown.slice(0, LAST).map(row)}</ol>
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlier(earlier.length)}</summary>
          <ol>{earlier.map(row)}</ol>
        </details>
      )}
    </section>
  );
}

/** As many steps stand open; the rest is one press away. */
const LAST = 3;

/** The sealed words of an entry: an opinion, a reason, an instruction. */
function saidIn(wording: Chapter['wording'], version: number): readonly string[] {
  return wording
    .filter((one) => one.version === version)
    .flatMap(({ said }) => Object.values(said ?? {}))
    .filter((words): words is string => typeof words === 'string' && words !== '');
}

interface StepProps {
  readonly step: TrailStep;
  readonly label: string | null;
  readonly said: readonly string[];
}

function Step({ step: { at, words: did, post, department, recorded }, label, said }: StepProps) {
  const words = useSaid(CHAPTER);
  const { language } = useSpeech();
  return (
    <li>
      <time dateTime={at} className="soft">
        {dayWords(at, language)} {timeWords(at)}
      </time>
      <div>
        <strong>{did[language]}</strong>
        <span className="soft">
          {' '}
          {[department ?? post, label === null ? null : words.draftOf(label)]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        {recorded && <span className="chapter-recorded">{words.recorded}</span>}
        {said.map((one, i) => (
          <blockquote key={i}>{one}</blockquote>
        ))}
      </div>
    </li>
  );
}
