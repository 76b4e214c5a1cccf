import { bilingual, type Language } from './language.tsx';

const PERSON = bilingual({ erased: '（姓名已按规定清除）' }, { erased: '(name erased)' });

/** What a person is called; whose name was erased is not called anything else. */
export const nameIn = (name: string | null, language: Language): string => name ?? PERSON[language].erased;
