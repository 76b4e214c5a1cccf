import { abbreviationUndefined, emphasisInconsistent } from '../rules/abbreviations.ts';
import { brokenAndDoubled, brokenHeading, noTerminal, paragraphBroken } from '../rules/broken.ts';
import {
  caseInconsistent,
  nameInconsistent,
  quoteInconsistent,
  termInconsistent,
} from '../rules/consistency.ts';
import { domainTerm } from '../rules/domain-terms.ts';
import { documentElements, documentNumber, title } from '../rules/elements.ts';
import { fixedTerm } from '../rules/fixed-terms.ts';
import { grammar, tentative, wording } from '../rules/grammar.ts';
import {
  ownerBlank,
  tableBaseline,
  tableMeasure,
  tableOwner,
  tableTarget,
  tableUnit,
} from '../rules/indicator-table.ts';
import { instructionResidue } from '../rules/instruction.ts';
import { numberConflict } from '../rules/number-conflict.ts';
import { headingPunctuation, numberForm } from '../rules/numbering-form.ts';
import { numberRestarted, numberSkipped } from '../rules/numbering.ts';
import { placeholder } from '../rules/placeholder.ts';
import {
  punctuationDoubled,
  punctuationList,
  punctuationPair,
  punctuationWidth,
  symbol,
} from '../rules/punctuation.ts';
import { achievedAsTarget, doubledText } from '../rules/repetition.ts';
import { conversionResidue, foreignResidue } from '../rules/residue.ts';
import { promisedMissing, structure } from '../rules/structure.ts';
import { indicatorConflict, targetBelowBaseline } from '../rules/targets.ts';
import { ambiguousTime, dateConflict, relativeTime, staleTime } from '../rules/time.ts';
import { typo, typoTerm } from '../rules/typos.ts';
import { unitForm, unitMissing } from '../rules/units.ts';
import type { Rule } from './rule.ts';

/** The catalogue. Two rules may share an id where one question is asked of sentences and of tables. */
export const RULES: readonly Rule[] = [
  conversionResidue,
  foreignResidue,
  placeholder,
  instructionResidue,
  paragraphBroken,
  brokenAndDoubled,
  brokenHeading,
  noTerminal,
  numberSkipped,
  numberRestarted,
  numberForm,
  headingPunctuation,
  punctuationWidth,
  punctuationList,
  symbol,
  punctuationDoubled,
  punctuationPair,
  quoteInconsistent,
  caseInconsistent,
  termInconsistent,
  nameInconsistent,
  emphasisInconsistent,
  typo,
  typoTerm,
  grammar,
  tentative,
  wording,
  fixedTerm,
  domainTerm,
  abbreviationUndefined,
  relativeTime,
  ambiguousTime,
  staleTime,
  dateConflict,
  unitMissing,
  unitForm,
  numberConflict,
  targetBelowBaseline,
  indicatorConflict,
  tableUnit,
  tableBaseline,
  tableMeasure,
  tableOwner,
  ownerBlank,
  tableTarget,
  doubledText,
  achievedAsTarget,
  title,
  documentElements,
  documentNumber,
  structure,
  promisedMissing,
];
