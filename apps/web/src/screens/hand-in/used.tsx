import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { UsedClause, UseReport } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { OtherTexts } from '../../drafts/other-texts.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { usedQuery } from './import-query.ts';
import { can, kindOf, type Submitted } from './submitted.ts';

interface UsedProps {
  readonly thing: Submitted;
  readonly seen: string | null;
}

/** 材料采用情况: each passage of the department beside what the text says now, and 核对. */
export function Used({ thing, seen }: UsedProps) {
  const words = useSaid(HAND_IN);
  return (
    <section aria-label={words.use}>
      <h2>{words.use}</h2>
      <Fetched query={useQuery(usedQuery(thing))} rows={2}>
        {(report) =>
          report.version === null ? (
            <p className="soft">{words.useNone}</p>
          ) : (
            <Report thing={thing} seen={seen} report={report} />
          )
        }
      </Fetched>
    </section>
  );
}

function Report({ thing, seen, report }: UsedProps & { readonly report: UseReport }) {
  const { language } = useSpeech();
  const words = useSaid(HAND_IN);
  const { same, changed, dropped, clauses, confirmed } = report;
  return (
    <>
      <p className="sentence">{words.useLine(same, changed, dropped)}</p>
      {confirmed.map(({ department, objected }) => (
        <p key={department.id} className="soft">
          {department.name}
          {colon(language)}
          {objected ? words.useObjected : words.useDone}
        </p>
      ))}
      <ul className="sheet rows handin-used">
        {clauses.map((clause, i) => (
          <Passage key={clause.node ?? i} clause={clause} />
        ))}
      </ul>
      {can(thing, 'confirm-use') && report.version && (
        <ConfirmUse thing={thing} seen={seen} version={report.version} />
      )}
    </>
  );
}

function Passage({ clause: { contributed, state, path, now } }: { readonly clause: UsedClause }) {
  const { language } = useSpeech();
  const words = useSaid(HAND_IN);
  return (
    <li>
      <span className={`tag handin-mark handin-use-${state}`}>{words.used[state]}</span>
      <div className="handin-pair">
        <p>
          <span className="unseen">{words.contributed + colon(language)}</span>
          {contributed}
        </p>
        {state === 'changed' && now !== null && (
          <p>
            <span className="soft">{words.now + colon(language)}</span>
            {now}
          </p>
        )}
        {path !== null && path !== '' && <p className="soft">{path}</p>}
      </div>
    </li>
  );
}

function ConfirmUse({ thing, seen, version }: UsedProps & { readonly version: string }) {
  const words = useSaid(HAND_IN);
  const id = useId();
  const { me } = usePresent();
  const draft = useDraft(`${me.person}.${thing.stream}.use`);
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = useAct({ verb: `${kindOf(thing)}.confirm-use`, id: thing.id, seen });
  const objection = draft.text.trim();
  const send = (): void =>
    press({ seen: version, ...(objection === '' ? {} : { objection }) }, { onSuccess: draft.drop });
  return (
    <div className="opinion handin-question">
      <label htmlFor={id}>{words.useObject}</label>
      <textarea id={id} rows={3} value={draft.text} onChange={({ target }) => draft.write(target.value)} />
      <OtherTexts {...draft} />
      <Button type="primary" size="large" onClick={() => setOpen(true)}>
        {words.useConfirm}
      </Button>
      <ConfirmSheet
        isOpen={isOpen && acting.at !== 'done'}
        sentence={words.useWill}
        action={words.useConfirm}
        acting={acting}
        onPress={send}
        onClose={() => setOpen(false)}
      />
    </div>
  );
}
