import { by, byClock, type Registered } from '../../registered.ts';
import * as imported from './check-import.ts';
import * as revisions from './choose-revisions.ts';
import * as confirmText from './confirm-text.ts';
import { readChapter, readContribution } from './read-text.ts';

/** Everything that is asked of a file as it is read into text. */
export const READING_COMMANDS: readonly Registered[] = [
  byClock(readContribution),
  by(revisions.chooseContributionRevisions, revisions.ChooseRevisions),
  by(imported.checkContributionImport, imported.CheckImport),
  by(confirmText.confirmContributionText, confirmText.ConfirmText),
  by(confirmText.recordContributionConfirmation, confirmText.RecordConfirmation),
  byClock(readChapter),
  by(revisions.chooseChapterRevisions, revisions.ChooseChapterRevisions),
  by(imported.checkChapterImport, imported.CheckImport),
  by(confirmText.confirmChapterText, confirmText.ConfirmText),
  by(confirmText.recordChapterConfirmation, confirmText.RecordConfirmation),
];
