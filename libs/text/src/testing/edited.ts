/** A chance that is the same again for the same seed: 0 to `below` - 1. */
export function chanceOf(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Chance = (below: number) => number;
type EditOf = (lines: string[], at: number, chance: Chance) => void;

const WORDS = ['持续', '稳步', '全面', '重点', '协同', '有序', '按季度', '加强', '完善', '推进'];

const cut = (line: string, chance: Chance): number => chance(line.length + 1);

/** What people do to a plan between two versions of it. */
const EDITS: readonly EditOf[] = [
  (lines, at, chance) => {
    const line = lines[at] ?? '';
    const place = cut(line, chance);
    lines[at] = `${line.slice(0, place)}${WORDS[chance(WORDS.length)]}${line.slice(place)}`;
  },
  (lines, at, chance) => {
    const line = lines[at] ?? '';
    const place = cut(line, chance);
    lines[at] = line.slice(0, place) + line.slice(place + 1 + chance(6));
  },
  (lines, at, chance) => {
    lines[at] = (lines[at] ?? '').replace(/\d+/, () => String(chance(500)));
  },
  (lines, at, chance) =>
    void lines.splice(at, 0, `新增内容：第${chance(90)}批项目由牵头科室${chance(20)}负责。`),
  (lines, at) => void lines.splice(at, 1),
  (lines, at, chance) => {
    const [line = ''] = lines.splice(at, 1);
    lines.splice(chance(lines.length + 1), 0, line);
  },
  (lines, at, chance) => {
    const line = lines[at] ?? '';
    const place = cut(line, chance);
    lines.splice(at, 1, line.slice(0, place), line.slice(place));
  },
  (lines, at) => {
    const [one = '', other = ''] = lines.slice(at, at + 2);
    lines.splice(at, 2, one + other);
  },
  (lines, at) => void lines.splice(at, 0, lines[at] ?? ''),
  (lines, at) => {
    lines[at] = `${lines[at] ?? ''}　 `;
  },
  (lines, at) => {
    lines[at] = (lines[at] ?? '').replaceAll('，', ',').replaceAll('一', '二');
  },
];

/** A text after some edits, of every kind that people do. */
export function edited(text: string, count: number, chance: Chance): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(end);
  for (let done = 0; done < count; done++)
    EDITS[chance(EDITS.length)]?.(lines, chance(Math.max(1, lines.length)), chance);
  return lines.join(end);
}
