import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  MinusCircleOutlined,
  PlayCircleOutlined,
} from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DemoStep, DemoTour, DemoVisit } from '@mouding/contract';
import { Button } from 'antd';
import { FailureState } from '../../ui/failure-state.tsx';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { TOUR } from '../../words/tour.ts';
import { tell, tourQuery } from './demo.ts';
import { useEnter } from './use-enter.ts';

interface RestProps {
  readonly play: DemoTour['play'];
  readonly visits: readonly DemoVisit[];
}

/** 把余下的走完: its steps as they are done, and the buttons to begin, stop and watch. */
export function Rest({ play, visits }: RestProps) {
  const said = useSaid(TOUR);
  const { language } = useSpeech();
  const queries = useQueryClient();
  const telling = useMutation({
    mutationFn: tell,
    onSuccess: (told) => queries.setQueryData(tourQuery.queryKey, told),
  });
  return (
    <section aria-labelledby="tour-rest" className="sheet tour-rest">
      <h2 id="tour-rest">{said.rest}</h2>
      <p className="soft">{said.restWhy}</p>
      <ol className="tour-steps">
        {play.steps.map((step) => (
          <Step key={step.said.zh} step={step} />
        ))}
      </ol>
      <p role="status">{said.standing[play.standing]}</p>
      {play.why && <p className="due-late">{play.why[language]}</p>}
      {telling.error && <FailureState error={telling.error} />}
      <div className="tour-bar">
        <Press play={play} isBusy={telling.isPending} onTell={telling.mutate} />
        <Watch caseId={play.case} visits={visits} />
      </div>
    </section>
  );
}

const SIGNS = {
  waiting: MinusCircleOutlined,
  doing: PlayCircleOutlined,
  done: CheckCircleOutlined,
  failed: CloseCircleOutlined,
} satisfies { readonly [state in DemoStep['state']]: unknown };

function Step({ step: { said: what, state } }: { readonly step: DemoStep }) {
  const said = useSaid(TOUR);
  const { language } = useSpeech();
  const Sign = SIGNS[state];
  return (
    <li className={`tour-step tour-${state}`} aria-current={state === 'doing' ? 'step' : undefined}>
      <Sign aria-hidden />
      <span>{what[language]}</span>
      <span className="tour-state">{said.states[state]}</span>
    </li>
  );
}

interface PressProps {
  readonly play: DemoTour['play'];
  readonly isBusy: boolean;
  readonly onTell: (what: 'play' | 'stop') => void;
}

function Press({ play: { standing }, isBusy, onTell }: PressProps) {
  const said = useSaid(TOUR);
  if (standing === 'done') return null;
  if (standing === 'playing' || standing === 'stopping')
    return (
      <Button disabled={standing === 'stopping'} loading={isBusy} onClick={() => onTell('stop')}>
        {said.stop}
      </Button>
    );
  return (
    <Button type="primary" loading={isBusy} onClick={() => onTell('play')}>
      {standing === 'ready' ? said.play : said.goOn}
    </Button>
  );
}

function Watch({
  caseId,
  visits,
}: {
  readonly caseId: string | null;
  readonly visits: readonly DemoVisit[];
}) {
  const said = useSaid(TOUR);
  const entering = useEnter();
  const [office] = visits;
  if (caseId === null || !office) return null;
  return (
    <Button onClick={() => entering.mutate({ visit: office, path: `/plans/${caseId}` })}>{said.watch}</Button>
  );
}
