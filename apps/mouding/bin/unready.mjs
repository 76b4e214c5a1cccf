/** A reason to stop, in Chinese and in English: what is wrong and what to do. */
export class Unready extends Error {
  /** @param {string} zh @param {string} en */
  constructor(zh, en) {
    super(`${zh}\n${en}`);
  }
}
