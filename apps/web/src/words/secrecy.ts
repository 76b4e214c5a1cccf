import { bilingual } from './language.tsx';

/** What stands wherever something is uploaded or a text is written. */
export const SECRECY = bilingual(
  {
    upload: '本系统不得处理国家秘密、工作秘密；请勿上传涉密材料。',
    write: '本系统不得处理国家秘密、工作秘密；请勿录入涉密内容。',
  },
  {
    upload: 'This system must not process state or work secrets: never upload anything classified.',
    write: 'This system must not process state or work secrets: never write anything classified.',
  },
);
