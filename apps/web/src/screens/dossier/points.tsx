import { Button } from 'antd';
import { FILING } from '../../words/filing.ts';
import { useSaid } from '../../words/language.tsx';

interface PointsProps {
  readonly points: readonly string[];
  readonly onChange: (points: readonly string[]) => void;
}

/** 补正意见, one by one. */
export function Points({ points, onChange }: PointsProps) {
  const words = useSaid(FILING);
  return (
    <fieldset className="issue-field">
      <legend>{words.dossier.points}</legend>
      <p className="soft">{words.dossier.pointsWhy}</p>
      <ol className="filing-points">
        {points.map((point, i) => (
          <li key={i}>
            <textarea
              rows={2}
              aria-label={words.dossier.point(i + 1)}
              value={point}
              onChange={({ target }) => onChange(points.map((each, at) => (at === i ? target.value : each)))}
            />
            <Button onClick={() => onChange(points.filter((_, at) => at !== i))}>{words.remove}</Button>
          </li>
        ))}
      </ol>
      <Button onClick={() => onChange([...points, ''])}>{words.dossier.add}</Button>
    </fieldset>
  );
}
