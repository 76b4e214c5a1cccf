import { createContext, use, useState, type ReactNode } from 'react';
import { client } from '../api/generated/client.gen.ts';
import { en } from './en.ts';
import { zh, type Words } from './zh.ts';

export type Language = 'zh' | 'en';

const WORDS: { readonly [language in Language]: Words } = { zh, en };
const KEPT = 'mouding.language';

interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly speak: (language: Language) => void;
}

const SpeechContext = createContext<Speech>({ language: 'zh', words: zh, speak: () => undefined });

/** Chinese unless this browser chose otherwise. */
const chosen = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh');

/** Says everything below it in one language, and asks the server for the same. */
export function Speaking({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(chosen);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  client.setConfig({ headers: { 'Accept-Language': language } });
  const speak = (next: Language): void => {
    localStorage.setItem(KEPT, next);
    setLanguage(next);
  };
  return <SpeechContext value={{ language, words: WORDS[language], speak }}>{children}</SpeechContext>;
}

export const useSpeech = (): Speech => use(SpeechContext);
export const useWords = (): Words => useSpeech().words;

/** What one part of the page says, in both languages. */
export interface Bilingual<Said> {
  readonly zh: Said;
  readonly en: Said;
}

/** The words of one part of the page: one file per part in this folder, loaded with its screens. */
export const bilingual = <Said,>(zh: Said, en: NoInfer<Said>): Bilingual<Said> => ({ zh, en });

export const useSaid = <Said,>(both: Bilingual<Said>): Said => both[useSpeech().language];
