/** As many are named one by one. */
const MANY = 6;

/** 主送: the 科室 by name, or all of them where they are many. */
export const addressed = (recipients: readonly string[]): string =>
  recipients.length === 0 || recipients.length > MANY ? '各科室' : recipients.join('、');
