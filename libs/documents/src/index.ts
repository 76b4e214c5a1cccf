export { writeCsv } from './csv-out.ts';
export { readSheet, type ReadCell, type ReadSheet, type SheetTrouble } from './sheet-in.ts';
export { cellName, writeSheet, type Choice, type Sheet } from './sheet-out.ts';
export { approvalSheet, type ApprovalRow } from './papers/approval-sheet.ts';
export { attendanceSheet } from './papers/attendance-sheet.ts';
export { ballotPaper } from './papers/ballot-paper.ts';
export { bundle, type BundledPaper } from './papers/bundle.ts';
export { comparisonSheet, comparisonTable, type ComparisonRow } from './papers/comparison-table.ts';
export {
  compilationNote,
  type BetweenGates,
  type CompilationNote,
  type PassedGate,
} from './papers/compilation-note.ts';
export { congressResolution } from './papers/congress-resolution.ts';
export { consultationLetter, silenceWords } from './papers/consultation-letter.ts';
export { dayWords, lastDayWords, momentWords } from './papers/day.ts';
export { dispatchSheet } from './papers/dispatch-sheet.ts';
export {
  dispositionSheet,
  dispositionSum,
  dispositionTable,
  type DispositionRow,
} from './papers/disposition-table.ts';
export { draftingNote, type DraftingNote } from './papers/drafting-note.ts';
export { dutySheet } from './papers/duty-sheet.ts';
export { issueNotice } from './papers/issue-notice.ts';
export { meetingMinutes, type PrintedHead } from './papers/meeting-minutes.ts';
export { meetingNotice } from './papers/meeting-notice.ts';
export { meetingName, ofHouse } from './papers/meeting-words.ts';
export { meetingRecord, type Said as Spoken } from './papers/meeting-record.ts';
export { indicatorPaper, indicatorPaperSheet, type IndicatorLine } from './papers/indicator-table.ts';
export { missingList, missingSheet, type MissingRow } from './papers/missing-list.ts';
export {
  OPINION_COLUMNS,
  opinionForm,
  opinionFormSheet,
  readMarks,
  type FormMarks,
} from './papers/opinion-form.ts';
export { phoneRecord } from './papers/phone-record.ts';
export { receiptSheet } from './papers/receipt-sheet.ts';
export { reviewSlip } from './papers/review-slip.ts';
export { codeOf, INTERNAL, type Source as PaperSource } from './papers/source.ts';
export { submissionTemplate, type LastTarget } from './papers/submission-template.ts';
export { tablingSheet, type Signed } from './papers/tabling-sheet.ts';
export { textBlocks } from './papers/text-blocks.ts';
export { upwardLetter } from './papers/upward-letter.ts';
export { voteReport } from './papers/vote-report.ts';
export { type Block, type Paper } from './paper/paper.ts';
export { convertInChild, type ConvertWish } from './word-in/convert-in-child.ts';
export { converterOf, type Converter } from './word-in/old-word.ts';
export type { ReadingWish } from './word-in/read-bare.ts';
export { readWord } from './word-in/read-word.ts';
export { treeOfWord } from './word-in/tree-of-word.ts';
export { isUnreadable, unreadable, type Trouble, type Unreadable } from './word-in/unreadable.ts';
export {
  residueOf,
  textOf,
  type NotImported,
  type TakeRevisions,
  type WordComment,
  type WordIn,
  type WordParagraph,
  type WordPicture,
  type WordResidue,
  type WordRevision,
  type WordWarning,
} from './word-in/word.ts';
export { draftBack, readDraft, type DraftBack } from './word-out/draft-in.ts';
export { cleanPaper, exportDraft, DRAFT_PROPERTY, type DraftMeta } from './word-out/draft-out.ts';
export { redline, type Author, type ChangedPlace, type RedlineOptions } from './word-out/redline.ts';
export { BODY_FIELD, fillTemplate, type Filled } from './word-out/template.ts';
export { typedWord, type Typed } from './word-out/typed-word.ts';
export { writeWord, type WordFile } from './word-out/write-word.ts';
export { formRows, saysNone, type FormAnswer, type FormRow } from './returned/form-rows.ts';
export { markedRows, type MarkedRow } from './returned/marked-rows.ts';
export { fontsFrom, substitutions, type Fonts } from './pdf/fonts.ts';
export { openPdf, type PdfFailure, type PdfPress } from './pdf/open-pdf.ts';
export { svgPages, writePdf } from './pdf/write-pdf.ts';
export { BadZip, unzip, type Zip, type ZipLimits } from './zip-in.ts';
export { zipFlow } from './zip-flow.ts';
export { type Packed } from './zip-out.ts';
export { archiveIndex, type IndexLine } from './papers/archive-index.ts';
export { conformanceSheet, type ConformanceLine } from './papers/conformance-sheet.ts';
export { evidenceSheet, type CitedEntry, type EvidenceSheet } from './papers/evidence-sheet.ts';
export { listPaper, listSheet, type ListPaper } from './papers/list-sheet.ts';
