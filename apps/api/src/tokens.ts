/** How often each problem went out since the start. */
export const COUNTS = Symbol('counts');
/** Keeps texts. */
export const KEEP_TEXT = Symbol('keep-text');
/** Takes originals in. */
export const RECEIVE = Symbol('receive');
/** The log of the process. */
export const LOG = Symbol('log');
/** Makes PDF of papers. */
export const PRESS = Symbol('press');
/** The address under which people reach the pages; empty where none is set. */
export const PUBLIC_ADDRESS = Symbol('public-address');
