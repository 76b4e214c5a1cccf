import { useSpeech, useWords } from '../words/language.tsx';

/** Turns the page to the other language, named in that language. */
export function OtherLanguage() {
  const { language: other } = useWords();
  const { speak, language } = useSpeech();
  const next = language === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="plain" lang={next === 'zh' ? 'zh-CN' : 'en'} onClick={() => speak(next)}>
      {other}
    </button>
  );
}
