import { Button } from 'antd';
import { useOnline } from '../frame/use-online.ts';
import { ARCHIVE } from '../words/archive.ts';
import { useSaid } from '../words/language.tsx';
import { FailureState } from './failure-state.tsx';
import { useArchive, type Exporting } from './use-archive.ts';

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** 导出归档包 of a case, with how much has come and a way to stop. Show it only to whoever may export. */
export function ExportArchive({ caseId }: { readonly caseId: string }) {
  const words = useSaid(ARCHIVE);
  const isOnline = useOnline();
  const { exporting, start, cancel } = useArchive(caseId);
  const isMaking = exporting.kind === 'making';
  return (
    <div>
      <p>
        <Button onClick={() => void start()} loading={isMaking} disabled={!isOnline}>
          {words.export}
        </Button>{' '}
        {isMaking && <Button onClick={cancel}>{words.cancel}</Button>}
      </p>
      <p className="soft">{isOnline ? words.hint : words.offline}</p>
      <Standing exporting={exporting} />
      {exporting.kind === 'failed' && <FailureState error={exporting.error} onRetry={() => void start()} />}
    </div>
  );
}

/** How far it is, also for whoever hears the page. */
function Standing({ exporting }: { readonly exporting: Exporting }) {
  const words = useSaid(ARCHIVE);
  return (
    <p role="status" aria-live="polite">
      {exporting.kind === 'making' && words.making(megabytes(exporting.bytes))}
      {exporting.kind === 'done' && words.done(exporting.name, megabytes(exporting.bytes))}
      {exporting.kind === 'cancelled' && words.cancelled}
    </p>
  );
}
