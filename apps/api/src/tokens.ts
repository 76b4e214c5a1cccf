/** How often each problem went out since the start. */
export const COUNTS = Symbol('counts');
/** Keeps texts. */
export const KEEP_TEXT = Symbol('keep-text');
/** {@link KeepPasted}. */
export const KEEP_PASTED = Symbol('keep-pasted');
/** {@link KeepWord}. */
export const KEEP_WORD = Symbol('keep-word');
/** Takes originals in. */
export const RECEIVE = Symbol('receive');
/** The log of the process. */
export const LOG = Symbol('log');
/** Makes PDF of papers. */
export const PRESS = Symbol('press');
/** What makes .docx of .doc and .wps; null where nothing does. */
export const CONVERTER = Symbol('converter');
/** The address under which people reach the pages; empty where none is set. */
export const PUBLIC_ADDRESS = Symbol('public-address');
/** 全宗号; null where none is set. */
export const FONDS = Symbol('fonds');
/** Reads the checker that goes with every 归档包. */
export const BUNDLE_TOOLS = Symbol('bundle-tools');
/** Reads the keys by which the signatures of logs are checked. */
export const LOG_KEYS = Symbol('log-keys');
