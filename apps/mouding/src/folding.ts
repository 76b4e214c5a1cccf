/** Folds any institution's log by the rules of core. */
export { folding } from '@mouding/shell';
