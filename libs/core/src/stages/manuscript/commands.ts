import { by, type Registered } from '../../registered.ts';
import { CompileManuscript, compileManuscript } from './compile.ts';
import { ProposeDisposition, proposeDisposition } from './propose.ts';
import { ConvertManuscript, convertManuscript } from './convert.ts';
import { GiveGrounds, giveGrounds } from './give-grounds.ts';
import { ReviseManuscript, reviseManuscript } from './revise.ts';
import { returnManuscript, ReturnManuscript } from './return-chapters.ts';

/** Everything that is asked of the text of a case. */
export const MANUSCRIPT_COMMANDS: readonly Registered[] = [
  by(compileManuscript, CompileManuscript),
  by(returnManuscript, ReturnManuscript),
  by(reviseManuscript, ReviseManuscript),
  by(giveGrounds, GiveGrounds),
  by(convertManuscript, ConvertManuscript),
  by(proposeDisposition, ProposeDisposition),
];
