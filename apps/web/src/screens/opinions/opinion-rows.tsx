import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { useSaid } from '../../words/language.tsx';
import { OPINION_DESK } from '../../words/opinion-desk.ts';
import { Bulk } from './bulk.tsx';
import { clustersOf, isLeft, nextLeft, type Cluster } from './clusters.ts';
import { OpinionRow } from './opinion-row.tsx';
import { useRowKeys } from './use-row-keys.ts';

interface OpinionRowsProps {
  readonly items: readonly OpinionLine[];
  /** Whether those on one clause stand together. */
  readonly isClustered: boolean;
}

/** The rows: one stands open; j, k and x work on them, and what is sent leads to the next that is left. */
export function OpinionRows({ items, isClustered }: OpinionRowsProps) {
  const said = useSaid(OPINION_DESK);
  const clusters = isClustered ? clustersOf(items) : items.map(alone);
  const rows = clusters.flatMap((cluster) => cluster.items);
  const [search] = useSearchParams();
  const [open, setOpen] = useState(() => firstOf(rows, search.get('open')));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const at = placeOf(rows, open);
  const current = rows[at];
  const toggle = (stream: string): void => setPicked(toggled(picked, stream));
  const list = useRowKeys({
    count: rows.length,
    at,
    go: (to) => setOpen(rows[to]?.stream ?? null),
    pick: () => current && isLeft(current) && toggle(current.stream),
  });
  const row = (item: OpinionLine): ReactNode => (
    <OpinionRow
      key={item.stream}
      item={item}
      isOpen={item === current}
      isPicked={picked.has(item.stream)}
      onOpen={() => setOpen(item.stream)}
      onPick={() => toggle(item.stream)}
      onDone={() => setOpen(nextLeft(rows, item.stream) ?? item.stream)}
    />
  );
  return (
    <>
      <p className="soft opinions-keys">{said.keys}</p>
      <Picking rows={rows} picked={picked} onPick={setPicked} />
      <div ref={list}>
        {clusters.map((cluster) => (
          <OneCluster key={cluster.key} cluster={cluster} row={row} />
        ))}
      </div>
    </>
  );
}

const placeOf = (rows: readonly OpinionLine[], open: string | null): number =>
  Math.max(
    0,
    rows.findIndex(({ stream }) => stream === open),
  );

const alone = (item: OpinionLine): Cluster => ({ key: item.stream, items: [item] });

function toggled(picked: ReadonlySet<string>, stream: string): ReadonlySet<string> {
  const next = new Set(picked);
  if (!next.delete(stream)) next.add(stream);
  return next;
}

interface OneClusterProps {
  readonly cluster: Cluster;
  readonly row: (item: OpinionLine) => ReactNode;
}

function OneCluster({ cluster: { items }, row }: OneClusterProps) {
  const said = useSaid(OPINION_DESK);
  const title = items.length > 1 ? said.similar(items.length) : undefined;
  return (
    <section className="opinions-cluster" aria-label={title}>
      {title !== undefined && <h2 className="opinions-similar">{title}</h2>}
      <ol className="sheet rows opinions">{items.map(row)}</ol>
    </section>
  );
}

/** What the address names, else the first that is left. */
const firstOf = (rows: readonly OpinionLine[], asked: string | null): string | null =>
  (rows.find(({ stream }) => stream === `opinion/${asked}`) ?? rows.find(isLeft) ?? rows[0])?.stream ?? null;

interface PickingProps {
  readonly rows: readonly OpinionLine[];
  readonly picked: ReadonlySet<string>;
  readonly onPick: (picked: ReadonlySet<string>) => void;
}

function Picking({ rows, picked, onPick }: PickingProps) {
  const said = useSaid(OPINION_DESK);
  const [isOpen, setOpen] = useState(false);
  const chosen = rows.filter(({ stream }) => picked.has(stream));
  const left = rows.filter(isLeft);
  return (
    <div className="opinions-tools">
      <span role="status">{said.picked(chosen.length)}</span>
      {left.length > 0 && (
        <Button onClick={() => onPick(new Set(left.map(({ stream }) => stream)))}>{said.pickAll}</Button>
      )}
      {chosen.length > 0 && (
        <>
          <Button onClick={() => onPick(new Set())}>{said.pickNone}</Button>
          <Button type="primary" onClick={() => setOpen(true)}>
            {said.bulk}
          </Button>
        </>
      )}
      {isOpen && (
        <Bulk
          items={chosen}
          onClose={() => {
            setOpen(false);
            onPick(new Set());
          }}
        />
      )}
    </div>
  );
}
