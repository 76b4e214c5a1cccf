import { useState } from 'react';

const nameOf = (subject: string): string => `mouding.seen.${subject}`;

function read(subject: string): ReadonlySet<number> {
  const kept = localStorage.getItem(nameOf(subject));
  return new Set(kept === null ? [] : (JSON.parse(kept) as number[]));
}

/**
 * 已看: which changes somebody has ticked, kept on this machine; it is a help for the reader and no record of reading.
 *
 * @param subject who reads which two versions
 */
export function useTicks(subject: string) {
  const [kept, setKept] = useState({ subject, ticks: read(subject) });
  const ticks = kept.subject === subject ? kept.ticks : read(subject);
  const turn = (no: number): void => {
    const next = new Set(ticks);
    if (!next.delete(no)) next.add(no);
    localStorage.setItem(nameOf(subject), JSON.stringify([...next]));
    setKept({ subject, ticks: next });
  };
  return { ticks, turn };
}
