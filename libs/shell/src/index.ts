export {
  AnswerMessage,
  deliverAnswer,
  deliverFiling,
  FilingMessage,
  Undeliverable,
} from './clockwork/deliver.ts';
export { sweep, type Swept } from './clockwork/sweep.ts';
export { carryOut, type Means } from './commands/carry-out.ts';
export { CLOCK_PERSON, type Answered, type Asking } from './commands/asking.ts';
export { readSettings, SETTINGS, Settings, UnfitSettings } from './config.ts';
export { nestLog, openLog } from './log.ts';
export { languageOf, type Language } from './problem/language.ts';
export { ProblemError } from './problem/problem-error.ts';
export { problemBody, ProblemFilter } from './problem/problem-filter.ts';
export { ContractPipe } from './problem/validation.ts';
export { StateCache } from './reading/state-cache.ts';
export { World, type Source } from './reading/world.ts';
export { clearCookie, setCookie } from './session/cookie.ts';
export { hashPassword } from './session/password.ts';
export { signIn } from './session/sign-in.ts';
export { SignInDelay } from './session/sign-in-delay.ts';
export { SESSION_SECONDS, SessionGuard } from './session/session-guard.ts';
export { InLanguage, Public, visitorOf, Who, type Visitor } from './session/visitor.ts';
export { WriteGuard } from './session/write-guard.ts';
export { AnswerInterceptor } from './commands/answer-interceptor.ts';
export { WhoAsks, type Asked } from './commands/asked.ts';
export { Commands } from './commands/commands.ts';
export { GiveHandler, MEANS } from './commands/give.ts';
export { foundInstitution, type Founding } from './founding/found-institution.ts';
export { caseOverview, cases } from './queries/cases.ts';
export { citedText } from './queries/cited-texts.ts';
export { EtagInterceptor } from './queries/etag-interceptor.ts';
export { caseHistory } from './queries/history.ts';
export { me } from './queries/me.ts';
export { myObligations } from './queries/obligations.ts';
export { organisation } from './queries/organisation.ts';
export { procedure, procedures } from './queries/procedures.ts';
export { readerFor, seen, type Reader } from './queries/reader.ts';
export { Reading } from './queries/reading.ts';
export { resource } from './queries/resource.ts';
export { changesAfter, Wakener, type Change } from './queries/live.ts';
