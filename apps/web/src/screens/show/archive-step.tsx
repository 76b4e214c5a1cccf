import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { courseOf, type BundleReport, type CourseLine } from '@mouding/contract';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { checkZip, STEP_WORDS } from '../../checker/check-zip.ts';
import { dayWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { SHOW } from '../../words/show.ts';
import pageOne from './canned/page-1.jpg';
import pageTwo from './canned/page-2.jpg';
import type { Canned } from './canned.ts';

/** Lets the browser draw what was just said. */
const drawn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 20));

/** One byte in the middle is another: what somebody would do who wanted to change the past. */
function forged(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const place = Math.floor(copy.length / 2);
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
}

type Checking =
  | { readonly kind: 'doing'; readonly step: string }
  | { readonly kind: 'done'; readonly report: BundleReport; readonly seconds: string };

/** The red-head pages, 应经／实经程序, and the check of the archive by the code that goes with every one. */
export function ArchiveStep({ canned }: { readonly canned: Canned }) {
  const { archive: said } = useSaid(SHOW);
  const [checking, setChecking] = useState<Checking | null>(null);
  const { bytes, record } = canned;
  const check = async (given: Uint8Array): Promise<void> => {
    const began = performance.now();
    const report = await checkZip(given, (step) => {
      setChecking({ kind: 'doing', step: STEP_WORDS[step] });
      return drawn();
    });
    setChecking({ kind: 'done', report, seconds: ((performance.now() - began) / 1000).toFixed(1) });
  };
  const isBusy = checking?.kind === 'doing';
  return (
    <>
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      <div className="sheet show-check">
        <p className="soft">{said.size(record.entries.length, Math.round(bytes.length / 1024))}</p>
        <div className="show-presses">
          <Button size="large" type="primary" disabled={isBusy} onClick={() => void check(bytes)}>
            {said.verify}
          </Button>
          <Button size="large" disabled={isBusy} onClick={() => void check(forged(bytes))}>
            {said.again}
          </Button>
        </div>
        <Result checking={checking} entries={record.entries.length} />
      </div>
      <div className="show-beside show-beside-pages">
        <Course canned={canned} />
        <div className="show-pages">
          <img src={pageOne} alt={said.page(1)} width={560} height={792} />
          <img src={pageTwo} alt={said.page(2)} width={560} height={792} />
        </div>
      </div>
    </>
  );
}

function Result({ checking, entries }: { readonly checking: Checking | null; readonly entries: number }) {
  const { archive: said } = useSaid(SHOW);
  if (!checking) return <p role="status" />;
  if (checking.kind === 'doing') return <p role="status">{said.doing(checking.step)}</p>;
  const { report, seconds } = checking;
  const isGood = report.faults.length === 0 && report.read !== null;
  return (
    <p role="status" className={isGood ? 'show-good' : 'due-late'}>
      {isGood ? <CheckOutlined aria-hidden /> : <CloseOutlined aria-hidden />}{' '}
      {isGood ? said.good(entries, seconds) : said.bad(report.faults.length)}
    </p>
  );
}

function Course({ canned: { record } }: { readonly canned: Canned }) {
  const { archive: said } = useSaid(SHOW);
  const lines = useMemo(() => {
    const { manifest, entries } = record.bundle;
    return courseOf(manifest.case.id, entries, record.procedure)?.lines ?? [];
  }, [record]);
  return (
    <table className="show-course">
      <caption>{said.course}</caption>
      <thead>
        <tr>
          <th scope="col">{said.stage}</th>
          <th scope="col">{said.standing}</th>
          <th scope="col">{said.outcome}</th>
          <th scope="col">{said.day}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <CourseRow key={line.stage} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function CourseRow({ line: { title, words, outcome, sum, at } }: { readonly line: CourseLine }) {
  const { language } = useSpeech();
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        {title}
      </th>
      <td>{words[language]}</td>
      <td>
        {outcome?.[language]} {sum && <span className="soft">{sum[language]}</span>}
      </td>
      <td>{at === null ? '' : dayWords(at, language)}</td>
    </tr>
  );
}
