import type { Said, Security } from '@mouding/core';
import { isBroken } from './broken-passwords.ts';

/** What a password must be under a profile of the institution. */
interface Profile {
  readonly shortest: number;
  /** Of lower case, upper case, digits, others. */
  readonly classes: number;
  /** Former passwords that do not come again, beside the one in use. */
  readonly former: number;
  /** Days after which it must be renewed; null for never. */
  readonly days: number | null;
}

/**
 * @source GB/T 22239-2019 8.1.4.1 a（身份鉴别信息具有复杂度要求并定期更换）; OWASP ASVS 5.0.0 V6.2.1, V6.2.4, V6.2.10
 */
export const PROFILES: { readonly [P in Security['passwords']]: Profile } = {
  asvs: { shortest: 12, classes: 0, former: 0, days: null },
  dengbao: { shortest: 8, classes: 3, former: 5, days: 90 },
};

const say = (zh: string, en: string): Said => ({ zh, en });

const classesOf = (password: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((one) => one.test(password)).length;

/** What is wrong with a password that somebody chose; nothing when it may be used. Lengths count characters. */
export function passwordFaults(
  profile: Security['passwords'],
  password: string,
  login: string,
): readonly Said[] {
  const { shortest, classes } = PROFILES[profile];
  const plain = password.toLowerCase();
  const rules: readonly (readonly [boolean, Said])[] = [
    [[...password].length < shortest, say(`口令至少${shortest}位`, `at least ${shortest} characters`)],
    [
      classesOf(password) < classes,
      say(
        `口令应当包含大写字母、小写字母、数字、其他字符中的至少${classes}类`,
        `at least ${classes} of: upper case, lower case, digits, other characters`,
      ),
    ],
    [
      plain.includes(login.toLowerCase()) && login.length * 2 >= plain.length,
      say('口令不得与登录名相同或主要由登录名组成', 'must not be made of the login'),
    ],
    [isBroken(plain), say('口令过于常见，请换一个', 'this password is known to be guessed first')],
  ];
  return rules.filter(([broken]) => broken).map(([, said]) => said);
}
