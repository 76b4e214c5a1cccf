import type { Trail } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Plural } from '../../api/generated/types.gen.ts';
import { textQuery } from '../../api/queries.ts';
import { resourceQuery, type Resource } from '../../api/resource.ts';
import { trailQuery } from '../../api/trail.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { OfPlan } from '../../ui/of-plan.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { ChapterText } from '../chapter/chapter-text.tsx';
import '../chapter/chapter.css';
import { Changes } from '../chapter/changes.tsx';
import { Figures } from '../chapter/figures.tsx';
import { Timeline } from '../chapter/timeline.tsx';
import { useSince } from '../chapter/use-since.ts';
import '../compare/compare.css';
import { CitedTexts } from '../thing/cited-texts.tsx';
import { DecideBar } from './decide-bar.tsx';
import { Files } from './files.tsx';
import { StateSaid } from '../../ui/state-said.tsx';

/** P3 办理页 of whatever else a leader decides on: a request for the agenda, a mandate, a review, an issue. */
export function Decide() {
  const { id = '' } = useParams();
  const [, plural = ''] = useLocation().pathname.split('/');
  const thing = useQuery(resourceQuery(plural, id));
  const trail = useQuery(trailQuery(plural, id));
  return (
    <Fetched query={thing} rows={10}>
      {(answer) => (
        <Fetched query={trail} rows={10}>
          {(found) => <Shown plural={plural} answer={answer} trail={found} />}
        </Fetched>
      )}
    </Fetched>
  );
}

interface ShownProps {
  readonly plural: string;
  readonly answer: Answer<Resource>;
  readonly trail: Trail;
}

function Shown({ plural, answer: { data: thing, etag }, trail }: ShownProps) {
  const { current } = trail;
  const others = thing.texts.filter(({ hash }) => hash !== current);
  return (
    <Page
      title={thing.label}
      over={<OfPlan id={thing.case} label={thing.label} />}
      aside={<StateSaid className="chapter-status" of={thing} />}
    >
      <div className="chapter-page">
        <div className="chapter-reading">
          {current === null ? (
            <Timeline trail={trail} wording={thing.wording} />
          ) : (
            <Read plural={plural} thing={thing} trail={trail} current={current} />
          )}
          <CitedTexts plural={plural} id={thing.id} texts={others} />
          <Files plural={plural} thing={thing} />
          <Papers plural={plural} id={thing.id} version={thing.version} />
        </div>
        <DecideBar plural={plural} thing={thing} seen={etag} />
      </div>
    </Page>
  );
}

interface ReadProps {
  readonly plural: string;
  readonly thing: Resource;
  readonly trail: Trail;
  readonly current: string;
}

function Read({ plural, thing, trail, current }: ReadProps) {
  const shown = useQuery(textQuery(plural as Plural, thing.id, current));
  return (
    <Fetched query={shown} rows={8}>
      {(text) => <WithText plural={plural} thing={thing} trail={trail} text={text} />}
    </Fetched>
  );
}

function WithText({ plural, thing, trail, text }: Omit<ReadProps, 'current'> & { readonly text: string }) {
  const since = useSince({ plural: plural as Plural, id: thing.id, trail, text });
  return (
    <>
      {since.from !== null && (
        <section className="chapter-brief">
          <Changes plural={plural} id={thing.id} current={trail.current} since={since} />
        </section>
      )}
      <Figures numbers={since.compared?.tally.numbers ?? []} />
      <Timeline trail={trail} wording={thing.wording} />
      <ChapterText text={text} since={since} />
    </>
  );
}
