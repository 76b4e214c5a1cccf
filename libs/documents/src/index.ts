export { readSheet, type ReadCell, type ReadSheet, type SheetTrouble } from './sheet-in.ts';
export { cellName, writeSheet, type Choice, type Sheet } from './sheet-out.ts';
