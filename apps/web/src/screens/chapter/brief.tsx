import type { Trail } from '@mouding/contract';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { lengthOf, linesOf, isSection } from '../../text/lines.ts';
import { CHAPTER } from '../../words/chapter.ts';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { Changes } from './changes.tsx';
import type { Since } from './use-since.ts';
import { useDepartment } from './use-names.ts';

interface BriefProps {
  readonly chapter: Chapter;
  readonly trail: Trail;
  readonly text: string;
  readonly since: Since;
}

/** 摘要 in three lines: who handed what in and when, what changed since I last saw it, and how much there is to read. */
export function Brief({ chapter, trail, text, since }: BriefProps) {
  const words = useSaid(CHAPTER);
  return (
    <section className="chapter-brief" aria-label={words.brief}>
      <Changes plural="chapters" id={chapter.id} current={trail.current} since={since} />
      <p className="chapter-facts">
        <HandedIn chapter={chapter} trail={trail} />
        <Size chapter={chapter} text={text} />
      </p>
    </section>
  );
}

function HandedIn({ chapter: { data }, trail: { texts } }: Pick<BriefProps, 'chapter' | 'trail'>) {
  const words = useSaid(CHAPTER);
  const { language } = useSpeech();
  const department = useDepartment(data.desk);
  const last = texts.at(-1);
  if (!last) return null;
  const when = `${dayWords(last.at, language)} ${timeWords(last.at)}`;
  return (
    <span>
      {words.handedIn(department, last.label, when)}
      {data.late && <strong className="due-late"> {words.late}</strong>}
    </span>
  );
}

function Size({ chapter: { data }, text }: Pick<BriefProps, 'chapter' | 'text'>) {
  const words = useSaid(CHAPTER);
  const characters = new Intl.NumberFormat('zh-CN').format(lengthOf(text));
  const sections = linesOf(text).filter(isSection).length;
  const asked = data.countersigning.departments.filter((one) => one !== data.desk);
  const signed = asked.filter((one) => one in data.countersigns).length;
  return (
    <span>
      {words.size(characters, sections)}
      {asked.length > 0 && ` · ${words.countersigned(signed, asked.length)}`}
    </span>
  );
}
