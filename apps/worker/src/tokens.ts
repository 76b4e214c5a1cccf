/** What the composition root hands in. */
export const SETTINGS = Symbol('settings');
export const LOG = Symbol('log');
export const MEANS = Symbol('means');
