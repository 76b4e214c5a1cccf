/** Whether cookies travel over TLS only. */
export const SECURE = Symbol('secure');
/** How often each problem went out since the start. */
export const COUNTS = Symbol('counts');
/** The log of the process. */
export const LOG = Symbol('log');
