export { CommandAnswer, May, Notice, Receipt } from './answer.ts';
export { CaseItem, CaseLine, CaseOverview, CasePage, CaseStage } from './case.ts';
export { HistoryEntry, HistoryPage } from './history.ts';
export { Obligation, ObligationPage } from './obligation.ts';
export { Organisation } from './organisation.ts';
export { LogEntry, LogPage, StreamRecord } from './record.ts';
export { NextPage, PageQuery } from './paging.ts';
export { Problem, PROBLEMS, type ProblemCode } from './problem.ts';
export { DecidingFacts, Id, Instant, LeafHash, Said, Stream } from './said.ts';
export { HeldPost, Me, SignIn } from './sign-in.ts';
export { KeptText, NewText } from './text.ts';
export { ProcedureLine, ProcedurePage, PublishedProcedure } from './procedure.ts';
export { hrefOf, PLURALS, Resource, resourceOf, VIEWS, Wording, type ViewedKind } from './resource.ts';
export {
  CAPACITY_WORDS,
  FACT_WORDS,
  OUTCOME_WORDS,
  ROLE_WORDS,
  STATUS_WORDS,
  VERB_WORDS,
  wordsOf,
} from './words.ts';
