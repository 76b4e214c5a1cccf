import { CaretRightOutlined, CheckOutlined, ClockCircleOutlined, MinusOutlined } from '@ant-design/icons';
import type { Issue } from '../../api/generated/types.gen.ts';
import { isoDay } from '../../words/day.ts';
import { ISSUE } from '../../words/issue.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { stepsNow, type StepNow } from './steps.ts';
import type { Names } from './use-names.ts';

interface StepListProps {
  readonly data: Issue['data'];
  readonly names: Names;
}

const SIGNS = {
  done: CheckOutlined,
  off: MinusOutlined,
  next: CaretRightOutlined,
  waiting: ClockCircleOutlined,
} as const;

/** 拟稿 → 核稿 → 会签 → 签发 → 复核 → 编号 → 用印 → 印发: each with who did it and when. */
export function StepList({ data, names }: StepListProps) {
  const words = useSaid(ISSUE);
  return (
    <section className="sheet issue-panel" aria-label={words.steps}>
      <h2>{words.steps}</h2>
      <ol className="issue-steps">
        {stepsNow(data).map((each) => (
          <li
            key={each.step}
            className={`issue-${each.state}`}
            aria-current={each.state === 'next' ? 'step' : undefined}
          >
            <Sign state={each.state} />
            <span>{words.step[each.step]}</span>
            <Said each={each} data={data} names={names} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sign({ state }: Pick<StepNow, 'state'>) {
  const Shape = SIGNS[state];
  return <Shape aria-hidden />;
}

function Said({ each, data, names }: StepListProps & { readonly each: StepNow }) {
  const words = useSaid(ISSUE);
  const { step, state } = each;
  if (step === 'countersign' && data.steps.departments.length > 0)
    return <span>{words.of(data.countersigned.length, data.steps.departments.length)}</span>;
  if (state === 'done') return <Done each={each} data={data} names={names} />;
  const said = { off: words.off, next: words.next, waiting: words.waiting };
  return <span className={state === 'next' ? undefined : 'soft'}>{said[state]}</span>;
}

function Done({ each: { step, post, on }, data, names }: StepListProps & { readonly each: StepNow }) {
  const words = useSaid(ISSUE);
  const { language } = useSpeech();
  const who = post === null ? words.done : names.post(post);
  return (
    <span>
      {step === 'number' ? data.number : who}
      {on !== null && <span className="soft"> {isoDay(on, language)}</span>}
    </span>
  );
}
