import { checkup, type Finding } from '@mouding/text';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { SHOW } from '../../words/show.ts';
import sample from './canned/sample.txt?raw';
import { readDocx, type Unread } from './read-docx.ts';

interface Checked {
  readonly name: string;
  readonly lines: readonly string[];
  readonly findings: readonly Finding[];
}

const checked = (name: string, text: string): Checked => ({
  name,
  lines: text.split(/\r\n|\n|\r/),
  findings: checkup(text),
});

/** 文稿校核 of a file that never leaves the page. */
export function CheckupStep() {
  const { checkup: said } = useSaid(SHOW);
  const [found, setFound] = useState<Checked | Unread | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const read = await readDocx(new Uint8Array(await file.arrayBuffer()));
    setFound('unread' in read ? read.unread : checked(file.name, read.text));
  };
  return (
    <>
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      <Drop onFile={(file) => void take(file)} onSample={() => setFound(checked(said.sample, sample))} />
      <div aria-live="polite">
        {typeof found === 'string' && <p className="due-late">{said.unread[found]}</p>}
        {found !== null && typeof found === 'object' && <Findings checked={found} />}
      </div>
    </>
  );
}

interface DropProps {
  readonly onFile: (file: File | undefined) => void;
  readonly onSample: () => void;
}

function Drop({ onFile, onSample }: DropProps) {
  const { checkup: said } = useSaid(SHOW);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      className={`drop show-drop ${isOver ? 'drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFile(event.dataTransfer.files[0]);
      }}
    >
      <Button size="large" type="primary" onClick={onSample}>
        {said.sample}
      </Button>
      <Button size="large" onClick={() => input.current?.click()}>
        {said.choose}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".docx"
        aria-label={said.choose}
        hidden
        onChange={(event) => onFile(event.target.files?.[0])}
      />
    </div>
  );
}

function Findings({ checked: { name, lines, findings } }: { readonly checked: Checked }) {
  const { checkup: said } = useSaid(SHOW);
  const both = findings.filter(({ also }) => also.length > 0);
  const others = findings.filter(({ also }) => also.length === 0);
  if (findings.length === 0) return <p>{said.none}</p>;
  return (
    <section aria-label={said.name(name)}>
      <p>
        <strong>{said.found(findings.length, both.length)}</strong>
      </p>
      {both.length > 0 && <h3>{said.contradictions}</h3>}
      <ul className="rows sheet">
        {both.map((finding) => (
          <Line key={`${finding.rule}-${finding.line}-${finding.column}`} finding={finding} lines={lines} />
        ))}
      </ul>
      <h3>{said.others(others.length)}</h3>
      <ul className="rows sheet">
        {others.map((finding) => (
          <Line key={`${finding.rule}-${finding.line}-${finding.column}`} finding={finding} lines={lines} />
        ))}
      </ul>
    </section>
  );
}

function Line({ finding, lines }: { readonly finding: Finding; readonly lines: readonly string[] }) {
  const { checkup: said } = useSaid(SHOW);
  const { language } = useSpeech();
  const { severity, message, line, column, quote, also } = finding;
  const places = also.filter((other) => other !== line);
  return (
    <li>
      <span className={`show-severity show-${severity}`}>{said.severity[severity]}</span>
      <span className="row-title">
        <strong>{message[language]}</strong>
        <Place
          label={said.line(line)}
          line={lines[line - 1] ?? ''}
          from={column}
          to={column + quote.length}
        />
        {places.map((other) => (
          <Place key={other} label={said.line(other)} line={lines[other - 1] ?? ''} from={0} to={0} />
        ))}
      </span>
    </li>
  );
}

/** Characters that are shown on each side of the place. */
const AROUND = 24;

interface PlaceProps {
  readonly label: string;
  readonly line: string;
  readonly from: number;
  readonly to: number;
}

function Place({ label, line, from, to }: PlaceProps) {
  const start = Math.max(0, from - AROUND);
  const end = to === 0 ? AROUND * 3 : to + AROUND;
  return (
    <span className="show-place">
      <span className="soft">{label}</span> {start > 0 && '…'}
      {line.slice(start, from)}
      {to > from && <mark>{line.slice(from, to)}</mark>}
      {line.slice(to, end)}
      {end < line.length && '…'}
    </span>
  );
}
