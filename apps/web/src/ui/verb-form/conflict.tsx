import { useQuery } from '@tanstack/react-query';
import type { TrailStep } from '@mouding/contract';
import { Button } from 'antd';
import { textQuery } from '../../api/queries.ts';
import { resourceQuery, type Resource } from '../../api/resource.ts';
import { trailQuery } from '../../api/trail.ts';
import type { Plural } from '../../api/generated/types.gen.ts';
import { ChangeList } from '../../text/change-list.tsx';
import { Fetched } from '../fetched.tsx';
import { dayWords, timeWords } from '../../words/day.ts';
import { VERB_FORM } from '../../words/verb-form.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import type { Asked } from './asked.ts';
import { citedIn } from './model/cited-texts.ts';
import type { Control } from './model/control.ts';
import { wroteIn } from './model/wrote.ts';
import type { VerbFormState } from './use-verb-form.ts';

interface ConflictProps {
  readonly asked: Asked;
  readonly form: VerbFormState;
  readonly control: Control;
  /** From now on it is asked of this version. */
  readonly onLook: (asked: Asked) => void;
}

/** 412: what the person saw and wrote, what stands now, who changed it and when; sent again only by a press of their own. */
export function Conflict({ asked, form, control, onLook }: ConflictProps) {
  const { conflict: words } = useSaid(VERB_FORM);
  const now = useQuery({ ...resourceQuery(asked.plural, asked.thing.id), staleTime: 0 });
  return (
    <section className="form-conflict" role="alert">
      <h3>{words.title}</h3>
      <p>{words.what}</p>
      <Fetched query={now} rows={3}>
        {({ data, etag }) => (
          <>
            <Both asked={asked} now={data} />
            <Since asked={asked} />
            <Wrote control={control} form={form} />
            <Texts asked={asked} now={data} />
            <Button
              onClick={() => {
                const [before, after] = [citedIn(asked.thing.data)[0], citedIn(dataOf(data))[0]];
                if (before !== undefined && after !== undefined) form.cite(before, after);
                form.again();
                onLook({ ...asked, thing: data, seen: etag });
              }}
            >
              {words.again}
            </Button>
          </>
        )}
      </Fetched>
    </section>
  );
}

function Both({ asked: { thing }, now }: { readonly asked: Asked; readonly now: Resource }) {
  const { conflict: words } = useSaid(VERB_FORM);
  return (
    <ul>
      <li>{words.saw(thing.version, thing.words)}</li>
      <li>{words.now(now.version, now.words)}</li>
    </ul>
  );
}

/** Who did what to it since. */
function Since({ asked: { plural, thing } }: { readonly asked: Asked }) {
  const trail = useQuery({ ...trailQuery(plural, thing.id), staleTime: 0 });
  const since = (trail.data?.steps ?? []).filter(({ version }) => version > thing.version);
  return (
    <ul>
      {since.map((step) => (
        <li key={step.version}>
          <Step step={step} />
        </li>
      ))}
    </ul>
  );
}

function Step({ step: { post, at, words: done } }: { readonly step: TrailStep }) {
  const { conflict: words } = useSaid(VERB_FORM);
  const { language } = useSpeech();
  const who = post ?? words.unknown;
  return words.entry(who, `${dayWords(at, language)} ${timeWords(at)}`, done[language]);
}

function Wrote({ control, form }: { readonly control: Control; readonly form: VerbFormState }) {
  const { conflict: words } = useSaid(VERB_FORM);
  const { language } = useSpeech();
  const wrote = wroteIn(control, form.typed);
  return (
    <>
      <h4>{words.wrote}</h4>
      {wrote.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <dl>
          {wrote.map(({ name, value }, i) => (
            <div key={i}>
              <dt>{name[language]}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

const dataOf = (thing: Asked['thing']): unknown => thing.data;

const hashOf = (key: string | undefined): string | null => key?.replace('tree@1:', '') ?? null;

/** Both texts, where another one stands now than the one that was read. */
function Texts({
  asked,
  now,
}: {
  readonly asked: Asked;
  readonly now: Resource & { readonly data?: unknown };
}) {
  const { conflict: words } = useSaid(VERB_FORM);
  const { plural, thing } = asked;
  const [saw, stands] = [hashOf(citedIn(thing.data)[0]), hashOf(citedIn(now.data)[0])];
  const isOther = saw !== null && stands !== null && saw !== stands;
  const before = useQuery(textQuery(plural as Plural, thing.id, isOther ? saw : null));
  const after = useQuery(textQuery(plural as Plural, thing.id, isOther ? stands : null));
  if (typeof before.data !== 'string' || typeof after.data !== 'string') return null;
  return (
    <>
      <h4>{words.texts}</h4>
      <ChangeList before={before.data} after={after.data} />
    </>
  );
}
