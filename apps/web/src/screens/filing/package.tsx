import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Filing, Why } from '../../api/generated/types.gen.ts';
import type { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { FILING } from '../../words/filing.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { EnclosureRow } from './enclosure-row.tsx';
import { enclosuresOf, missingIn, type Enclosure } from './enclosures.ts';
import { kept, lackingQuery } from './queries.ts';

interface PackageProps {
  readonly thing: Filing;
  /** Outlives the list, which goes as soon as it was sent. */
  readonly sending: ReturnType<typeof useAct>;
}

const letterOf = ({ status, data }: Filing): '请示' | '报告' | '催办函' => {
  if (status === 'reminding') return '催办函';
  return data.mode === 'approve' ? '请示' : '报告';
};

/** 报送材料清单: what is there, what is missing by the procedure, and the sending of all of it. */
export function Package({ thing, sending }: PackageProps) {
  const words = useSaid(FILING);
  const { me } = usePresent();
  const draft = useDraft(`${me.person}.${thing.stream}.package`);
  const rows = enclosuresOf(draft.text);
  const keep = (next: readonly Enclosure[]): void => draft.write(JSON.stringify(next));
  const begin = (title: string): void => keep([...rows, { title, content: '' }]);
  return (
    <section aria-label={words.checklist}>
      <h2>{words.checklist}</h2>
      <p className="soft">{words.checklistWhy}</p>
      <Lacking thing={thing} rows={rows} onAdd={begin} />
      <ol className="sheet filing-rows">
        <li>
          <strong>{thing.data.subject === 'scheme' ? words.scheme : words.plan}</strong>
          <span className="soft">{words.attached}</span>
        </li>
        {rows.map((row, i) => (
          <EnclosureRow
            key={i}
            row={row}
            onChange={(next) => keep(rows.map((each, at) => (at === i ? next : each)))}
            onRemove={() => keep(rows.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      <div className="issue-acts">
        <Button onClick={() => begin('')}>{words.add}</Button>
        <Send thing={thing} sending={sending} rows={rows} onSent={draft.drop} />
      </div>
    </section>
  );
}

interface SendProps extends PackageProps {
  readonly rows: readonly Enclosure[];
  readonly onSent: () => void;
}

/** Keeps every paper, then sends the letter with all of them. */
function Send({ thing, sending: { press, acting }, rows, onSent }: SendProps) {
  const words = useSaid(FILING);
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const sent = (): void => {
    onSent();
    setOpen(false);
  };
  const keeping = useMutation({
    mutationFn: async () =>
      Promise.all(rows.map(async ({ title, content }) => ({ title, text: await kept(content) }))),
    onSuccess: (manifest) => press({ letter: letterOf(thing), manifest, channel: null }, { onSuccess: sent }),
  });
  const isReady = rows.every(({ title, content }) => title.trim() !== '' && content.trim() !== '');
  return (
    <>
      <Button type="primary" disabled={!isReady} onClick={() => setOpen(true)}>
        {words.send}
      </Button>
      {!isReady && <span className="due-soon">{words.missingContent}</span>}
      {keeping.error && <FailureState error={keeping.error} />}
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.will(capacityOf(me, { verb: 'filing.send', thing }, null), rows.length)}
        action={words.send}
        acting={keeping.isPending ? { at: 'work' } : acting}
        onPress={() => keeping.mutate()}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

interface LackingProps {
  readonly thing: Filing;
  readonly rows: readonly Enclosure[];
  readonly onAdd: (title: string) => void;
}

/** What the package lacks by the procedure; a press begins the missing paper. */
function Lacking({ thing, rows, onAdd }: LackingProps) {
  const { data } = useQuery(lackingQuery(thing.id, letterOf(thing)));
  return data ? <Lacks why={data} rows={rows} onAdd={onAdd} /> : null;
}

function Lacks({ why, rows, onAdd }: Omit<LackingProps, 'thing'> & { readonly why: Why }) {
  const words = useSaid(FILING);
  const { language } = useSpeech();
  const { allowed, rule, said, notices } = why;
  const missing = missingBy(why).filter((asked) => !rows.some(({ title }) => title.includes(asked)));
  const others = notices.filter((notice) => notice.rule !== PACKAGE);
  return (
    <div className="filing-lacking" role="status">
      {allowed === false && rule !== PACKAGE && <p className="due-soon">{said[language]}</p>}
      <p className={missing.length === 0 ? undefined : 'due-soon'}>
        {missing.length === 0 ? words.complete : words.lacks(missing.join('、'))}
      </p>
      {others.map((notice) => (
        <p key={notice.rule}>{notice.said[language]}</p>
      ))}
      <div className="issue-acts">
        {missing.map((title) => (
          <Button key={title} onClick={() => onAdd(title)}>
            ＋ {title}
          </Button>
        ))}
      </div>
    </div>
  );
}

const PACKAGE = 'filing.package';

/** Titles that the rule of the package names, whether it shows or holds the sending. */
function missingBy({ rule, facts, notices }: Why): readonly string[] {
  const shown = notices.find((notice) => notice.rule === PACKAGE);
  return rule === PACKAGE ? missingIn(facts) : missingIn(shown?.facts);
}
