import { PLURALS, VERB_WORDS, wordsOf } from '@mouding/contract';
import { Link } from 'react-router';
import type { Resource } from '../../api/resource.ts';
import { VERB_FORM } from '../../words/verb-form.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { waysOut } from './model/ways-out.ts';
import './verb-form.css';

interface WaysOutProps {
  /** The verb that is refused. */
  readonly verb: string;
  readonly thing: Pick<Resource, 'stream' | 'id' | 'may'>;
}

/** Where the rules allow 补录 or 例外, the refusal leads there. */
export function WaysOut({ verb, thing }: WaysOutProps) {
  const { instead } = useSaid(VERB_FORM);
  const { language } = useSpeech();
  const ways = waysOut(verb, thing.may);
  if (ways.length === 0) return null;
  const [kind = ''] = thing.stream.split('/');
  return (
    <span className="form-ways">
      {ways.map((way) => (
        <span key={way} className="form-ways">
          {isExemption(way) ? instead.exempt : instead.record}
          <Link className="form-way" to={`/${PLURALS[kind] ?? kind}/${thing.id}/asks?ask=${way}`}>
            {wordsOf(VERB_WORDS, way)[language]}
          </Link>
        </span>
      ))}
    </span>
  );
}

/** 例外 goes on without what is asked for; everything else enters what was done elsewhere. */
const isExemption = (way: string): boolean => way.endsWith('.exempt');
