import { BellOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { CaseOverview, OwingList } from '../../api/generated/types.gen.ts';
import { useSaid } from '../../words/language.tsx';
import { URGING } from '../../words/urging.ts';
import { chosenIn, isSoon, keyOf, type Line } from './lines.ts';

// What is behind a press is loaded at the press: the overview is looked at far oftener.
const CopySheet = lazy(() => import('./copy-sheet.tsx').then((sheet) => ({ default: sheet.CopySheet })));
const UrgeSheet = lazy(() => import('./urge-sheet.tsx').then((sheet) => ({ default: sheet.UrgeSheet })));

/** Which sheet lies above the overview. */
type Open = 'urge' | 'copy' | null;

interface ToolbarProps {
  readonly of: CaseOverview;
  readonly list: OwingList;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** 催办 of what was chosen, quick ways to choose, and 复制到群. */
export function Toolbar({ of, list, chosen, onChoose }: ToolbarProps) {
  const words = useSaid(URGING);
  const [isOpen, setOpen] = useState<Open>(null);
  const mayUrge = of.may.some(({ command, allowed }) => command === 'case.urge' && allowed);
  const picked = chosenIn(list, chosen);
  return (
    <div className="cockpit-toolbar">
      {mayUrge ? (
        <>
          <Button
            type="primary"
            icon={<BellOutlined aria-hidden />}
            disabled={picked.length === 0}
            aria-describedby="urge-why"
            onClick={() => setOpen('urge')}
          >
            {picked.length === 0 ? words.urge : words.urgeN(picked.length)}
          </Button>
          <Quick list={list} hasChosen={picked.length > 0} onChoose={onChoose} />
        </>
      ) : (
        <span className="soft">{words.notMay}</span>
      )}
      <Button icon={<CopyOutlined aria-hidden />} onClick={() => setOpen('copy')}>
        {words.copy}
      </Button>
      <span id="urge-why" className="soft">
        {mayUrge && picked.length === 0 ? words.none : ''}
      </span>
      <Opened
        of={of}
        list={list}
        picked={picked}
        open={isOpen}
        onChoose={onChoose}
        onClose={() => setOpen(null)}
      />
    </div>
  );
}

interface OpenedProps extends Pick<ToolbarProps, 'of' | 'list' | 'onChoose'> {
  readonly picked: ReturnType<typeof chosenIn>;
  readonly open: Open;
  readonly onClose: () => void;
}

function Opened({ of, list, picked, open, onChoose, onClose }: OpenedProps) {
  return (
    <Suspense>
      {open === 'urge' && (
        <UrgeSheet of={of} picked={picked} onDone={() => onChoose(new Set())} onClose={onClose} />
      )}
      {open === 'copy' && <CopySheet of={of} list={list} onClose={onClose} />}
    </Suspense>
  );
}

interface QuickProps extends Pick<ToolbarProps, 'list' | 'onChoose'> {
  readonly hasChosen: boolean;
}

function Quick({ list, hasChosen, onChoose }: QuickProps) {
  const words = useSaid(URGING);
  const can = list.groups.flatMap(({ lines }) => lines.filter(({ mayUrge }) => mayUrge));
  const late = can.filter(({ overdue }) => overdue);
  const soon = can.filter((line) => !line.overdue && isSoon(line, list.now));
  const pick = (lines: readonly Line[]) => (): void => onChoose(new Set(lines.map(keyOf)));
  return (
    <>
      {late.length > 0 && <Button onClick={pick(late)}>{words.late(late.length)}</Button>}
      {soon.length > 0 && <Button onClick={pick(soon)}>{words.soon(soon.length)}</Button>}
      {hasChosen && <Button onClick={pick([])}>{words.clear}</Button>}
    </>
  );
}
