import { titleLines, widthOf } from './title-lines.ts';

/**
 * A label, a head of a column or a short note in a narrow place: broken before a bracket and between words, where a
 * browser would break it anywhere (分管院领导意／见).
 *
 * @param perLine how many full-width characters a line holds
 */
export function labelLines(label: string, perLine: number): readonly string[] {
  return label.split('\n').flatMap((line) => {
    if (widthOf(line) <= perLine) return [line];
    return line.split(/(?<=.)(?=（)/).flatMap((part) => titleLines(part, Math.max(1, perLine)));
  });
}
