import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { dayWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { SHOW } from '../../words/show.ts';
import type { Canned } from './canned.ts';
import { duesOf } from './dues.ts';

/** 应报／已报／未报, and 复制到群. */
export function DuesStep({ canned: { record } }: { readonly canned: Canned }) {
  const { dues: said } = useSaid(SHOW);
  const { language } = useSpeech();
  const { title, due, lines } = useMemo(() => duesOf(record), [record]);
  const missing = lines.filter(({ isHandedIn }) => !isHandedIn);
  const eve = new Date(Date.parse(due) - 1).toISOString();
  const names = missing.map(({ department }) => department).join('、');
  const text = said.text(title, dayWords(eve, 'zh'), lines.length, lines.length - missing.length, names);
  return (
    <>
      <h2>{said.title}</h2>
      <p>{said.lead(dayWords(eve, language))}</p>
      <dl className="show-counts">
        <Count label={said.due} n={lines.length} />
        <Count label={said.done} n={lines.length - missing.length} />
        <Count label={said.missing} n={missing.length} isLate />
      </dl>
      <ul className="show-departments">
        {[...missing, ...lines.filter(({ isHandedIn }) => isHandedIn)].map(({ department, isHandedIn }) => (
          <li key={department} className={isHandedIn ? 'show-in' : 'show-late'}>
            {department} <span>{isHandedIn ? said.done : said.missing}</span>
          </li>
        ))}
      </ul>
      <CopyBox text={text} />
    </>
  );
}

function CopyBox({ text }: { readonly text: string }) {
  const { dues: said } = useSaid(SHOW);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  return (
    <section className="sheet show-copy" aria-label={said.preview}>
      <p className="soft">{said.preview}</p>
      <p lang="zh-CN">{text}</p>
      <Button size="large" type="primary" onClick={copy}>
        {said.copy}
      </Button>
      <span role="status">
        {copied === 'yes' && said.copied}
        {copied === 'no' && said.refused}
      </span>
    </section>
  );
}

interface CountProps {
  readonly label: string;
  readonly n: number;
  readonly isLate?: boolean;
}

const Count = ({ label, n, isLate = false }: CountProps) => (
  <div className={isLate ? 'due-late' : ''}>
    <dt>{label}</dt>
    <dd>{n}</dd>
  </div>
);
