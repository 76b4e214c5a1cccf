import { STATUS_WORDS } from '@mouding/contract';
import { useSpeech } from '../words/language.tsx';

interface StateSaidProps {
  readonly of: { readonly status: string; readonly words: string };
  readonly className?: string;
}

/** How a thing stands, beside its title: in the server's words, and in those of the other language where it has them. */
export function StateSaid({ of: { status, words }, className = 'soft' }: StateSaidProps) {
  const { language } = useSpeech();
  return <span className={className}>{language === 'zh' ? words : (STATUS_WORDS[status]?.en ?? words)}</span>;
}
