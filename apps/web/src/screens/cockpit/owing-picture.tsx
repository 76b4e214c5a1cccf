import { Button } from 'antd';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CaseOverview } from '../../api/generated/types.gen.ts';
import { dayWords, dueDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { URGING } from '../../words/urging.ts';
import { drawSheet, type SheetLine } from './draw-sheet.ts';
import { whoOf, type Group } from './lines.ts';

interface OwingPictureProps {
  readonly of: CaseOverview;
  readonly groups: readonly Group[];
  readonly now: string;
  readonly onCopied: () => void;
}

/** Departments that one block of the picture names. */
const NAMED = 24;

/** The list as a picture with the code that leads to it. */
export function OwingPicture({ of, groups, now, onCopied }: OwingPictureProps) {
  const words = useSaid(URGING);
  const canvas = useDrawn({ of, groups, now });
  const count = groups.reduce((sum, { owing }) => sum + owing, 0);
  return (
    <>
      <canvas
        ref={canvas}
        className="cockpit-picture"
        role="img"
        aria-label={words.picture(of.title, count)}
      />
      <Taking of={of} canvas={canvas} onCopied={onCopied} />
    </>
  );
}

/** Draws it again when the list or the language changes. */
function useDrawn({ of, groups, now }: Omit<OwingPictureProps, 'onCopied'>) {
  const words = useSaid(URGING);
  const { language } = useSpeech();
  const canvas = useRef<HTMLCanvasElement>(null);
  const lines = useLines(groups);
  const link = `${location.origin}/m/plans/${of.id}`;
  const foot = words.scan;
  const asOf = words.asOf(dayWords(now, language));
  useEffect(() => {
    const { current } = canvas;
    if (!current) return;
    void import('qrcode').then(({ create }) =>
      drawSheet(current, { title: of.title, asOf, lines, foot, code: create(link).modules }),
    );
  }, [of.title, asOf, lines, foot, link]);
  return canvas;
}

interface TakingProps extends Pick<OwingPictureProps, 'of' | 'onCopied'> {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}

function Taking({ of, canvas, onCopied }: TakingProps) {
  const words = useSaid(URGING);
  const [standing, setStanding] = useState<'rest' | 'copied' | 'not'>('rest');
  const copy = async (): Promise<void> => {
    const copied = await copyPicture(canvas.current);
    setStanding(copied ? 'copied' : 'not');
    if (copied) onCopied();
  };
  const save = (): void => {
    savePicture(canvas.current, of.title);
    onCopied();
  };
  return (
    <div className="cockpit-toolbar">
      <Button type="primary" onClick={() => void copy()}>
        {words.copyPicture}
      </Button>
      <Button onClick={save}>{words.savePicture}</Button>
      <span role="status">
        {standing === 'copied' ? words.copied : standing === 'not' ? words.cannotCopy : ''}
      </span>
    </div>
  );
}

/** Counts and names by date: what may be seen in a group of many. */
function useLines(groups: readonly Group[]): readonly SheetLine[] {
  const words = useSaid(URGING);
  const { language } = useSpeech();
  return groups.flatMap(({ words: act, stage, expected, done, owing, lines }) => {
    const counts = expected === null ? words.things(owing) : words.left(expected, done ?? 0, owing);
    const byDue = new Map<string, string[]>();
    for (const line of lines) {
      const day = line.due === null ? '' : dueDay(line.due, language);
      byDue.set(day, [...(byDue.get(day) ?? []), whoOf(line)]);
    }
    const head: SheetLine = {
      kind: 'head',
      text: `${stage ? `${stage.title} · ` : ''}${act[language]}`,
      aside: counts,
    };
    const isLate = (day: string): boolean =>
      lines.some(({ due, overdue }) => overdue && due !== null && dueDay(due, language) === day);
    return [
      head,
      ...[...byDue].map(([day, who]): SheetLine => {
        const names = [...new Set(who)];
        const rest = names.length > NAMED ? words.more(names.length - NAMED) : '';
        return {
          kind: isLate(day) ? 'late' : 'plain',
          text: `${day === '' ? '' : `${day}　`}${names.slice(0, NAMED).join('、')}${rest}`,
        };
      }),
    ];
  });
}

async function copyPicture(canvas: HTMLCanvasElement | null): Promise<boolean> {
  const blob = await new Promise<Blob | null>((take) =>
    canvas ? canvas.toBlob(take, 'image/png') : take(null),
  );
  if (!blob) return false;
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    return true;
  } catch {
    return false;
  }
}

function savePicture(canvas: HTMLCanvasElement | null, title: string): void {
  canvas?.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${title}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
  }, 'image/png');
}
