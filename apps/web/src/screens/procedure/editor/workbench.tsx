import type { Definition } from '@mouding/core';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Organisation } from '../../../api/generated/types.gen.ts';
import { usePresent } from '../../../frame/signed-in.tsx';
import { Page } from '../../../ui/page.tsx';
import { timeWords } from '../../../words/day.ts';
import { EDITOR } from '../../../words/procedure-editor.ts';
import { PROCEDURE } from '../../../words/procedure.ts';
import { OtherTexts } from '../../../drafts/other-texts.tsx';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { AskContext } from '../../admin/form/ask.ts';
import { Line } from '../../admin/form/line.tsx';
import { SchemaField } from '../../admin/form/schema-field.tsx';
import { askOf } from './ask-of.ts';
import { BodyCards } from './body-cards.tsx';
import { CheckPanel } from './check-panel.tsx';
import { checked, type Place } from './checking.ts';
import { Publish } from './publish.tsx';
import { CHAPTERS_SHAPE } from './shapes.ts';
import { StepList } from './step-list.tsx';
import { save } from './transfer.ts';
import { useSettled } from './use-settled.ts';
import { useDefinition } from './use-definition.ts';

/** How the cards are called that a finding leads to. */
const [STAGE, BODY] = ['card-', 'card-body-'];

interface WorkbenchProps {
  readonly id: string;
  readonly published: Definition | null;
  /** What stands there where nobody has changed anything. */
  readonly begin: Definition;
  readonly version: number;
  readonly org: Organisation;
}

/** The cards, and beside them the check, what was changed, and the button that publishes. */
export function Workbench({ id, published, begin, version, org }: WorkbenchProps) {
  const words = useSaid(EDITOR);
  const { language } = useSpeech();
  const { me } = usePresent();
  const editing = useDefinition(me.person, id, begin);
  const { definition, change } = editing;
  const [open, setOpen] = useState<string | null>(null);
  const settled = useSettled(definition);
  const found = useMemo(() => checked(settled, { context: org }), [settled, org]);
  const go = ({ anchor }: Place): void => {
    if (anchor.startsWith(STAGE) && !anchor.startsWith(BODY)) setOpen(anchor.slice(STAGE.length));
    document.getElementById(anchor)?.focus();
  };
  return (
    <Page title={words.title(definition.title)}>
      <AskContext value={askOf(definition, { posts: org.posts.map(({ title }) => title) }, language)}>
        <EditorBar editing={editing} />
        <div className="editor-columns">
          <div>
            <Heading definition={definition} onChange={change} />
            <Cards definition={definition} org={org} open={open} onOpen={setOpen} onChange={change} />
          </div>
          <aside className="editor-aside">
            <CheckPanel checked={found} published={published} definition={settled} onGo={go} />
            <Publish
              definition={definition}
              version={version}
              isSound={settled === definition && found.findings.every(({ isSoft }) => isSoft)}
              onDone={editing.drop}
            />
          </aside>
        </div>
      </AskContext>
    </Page>
  );
}

interface CardsProps extends PartProps {
  readonly org: Organisation;
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}

function Cards({ definition, org, open, onOpen, onChange }: CardsProps) {
  const words = useSaid(EDITOR);
  return (
    <>
      <h2>{words.stages}</h2>
      <StepList definition={definition} open={open} onOpen={onOpen} onChange={onChange} />
      <h2>{words.bodies}</h2>
      <BodyCards definition={definition} formed={org.bodies} onChange={onChange} />
      <h2 id="chapters" tabIndex={-1}>
        {words.chapters}
      </h2>
      <Chapters definition={definition} onChange={onChange} />
    </>
  );
}

function EditorBar({ editing }: { readonly editing: ReturnType<typeof useDefinition> }) {
  const words = useSaid(EDITOR);
  const { take } = useSaid(PROCEDURE);
  const { definition, undo, canUndo, isDraft, keptAt, drop } = editing;
  return (
    <>
      <div className="procedure-bar">
        <p role="status" className="soft">
          {isDraft && keptAt !== null ? words.kept(timeWords(keptAt)) : words.published}
        </p>
        <div className="push">
          <Button disabled={!canUndo} onClick={undo}>
            {words.undo}
          </Button>
          {(['yaml', 'json'] as const).map((format) => (
            <Button key={format} onClick={() => void save(definition, definition.id, format)}>
              {take} {format.toUpperCase()}
            </Button>
          ))}
          <Button disabled={!isDraft} danger onClick={() => confirm(words.dropSure) && drop()}>
            {words.drop}
          </Button>
        </div>
      </div>
      <OtherTexts {...editing} />
    </>
  );
}

interface PartProps {
  readonly definition: Definition;
  readonly onChange: (definition: Definition) => void;
}

const Heading = ({ definition, onChange }: PartProps) => {
  const words = useSaid(EDITOR);
  return (
    <div className="sheet editor-card form-grid">
      <Line
        label={words.name}
        value={definition.title}
        isNeeded
        onChange={(title) => onChange({ ...definition, title })}
      />
      <div className="form-field editor-wide">
        <label htmlFor="editor-summary">{words.summary}</label>
        <textarea
          id="editor-summary"
          rows={3}
          maxLength={2000}
          value={definition.summary}
          onChange={({ target }) => onChange({ ...definition, summary: target.value })}
        />
      </div>
    </div>
  );
};

/** 篇章: whose they are, by the names of posts and departments. */
const Chapters = ({ definition, onChange }: PartProps) => (
  <details className="editor-rules">
    <summary>{useSaid(EDITOR).chapterCount(definition.chapters.length)}</summary>
    <SchemaField
      field="chapters"
      schema={CHAPTERS_SHAPE}
      value={definition.chapters}
      isNeeded
      onChange={(written) => onChange({ ...definition, chapters: written as Definition['chapters'] })}
    />
  </details>
);
