export type {
  Answer,
  Batch,
  DeadlineRow,
  Head,
  Job,
  NewEntry,
  Receipt,
  Settled,
  StoredEntry,
} from './batch.ts';
export { assertOrderIsCausal } from './causal-order.ts';
export type { ClockMove } from './clock.ts';
export type { Contact, Contacts } from './contacts.ts';
export type { Coalesced, CoalescedAppend } from './coalesced.ts';
export type { Account, CommandKey, CommandTx, Lock } from './command-tx.ts';
export type { Drafts, StoredDraft } from './drafts.ts';
export { verifyEd25519 } from './ed25519.ts';
export { entities } from './entities/all.ts';
export { failpoint, FAILPOINTS, type Failpoint } from './failpoint.ts';
export type { Leaf } from './feed.ts';
export type { FileFacts, Files, KeptFile, NewFile } from './files.ts';
export type { KeptText } from './texts.ts';
export { sha256 } from './hashing.ts';
export type { Institution } from './institutions.ts';
export { openLedger, type Ledger, type LedgerOptions } from './ledger.ts';
export {
  MESSAGE_STATES,
  type ClaimedMessage,
  type MessageState,
  type Outbox,
  type Settling,
  type StoredMessage,
  type Telling,
} from './messages.ts';
export { migrate, openOrm } from './migrate.ts';
export type { Foreseen, Opened } from './open-command.ts';
export type { AccountWrites, StepUpUse } from './account-writes.ts';
export type { Heartbeat } from './heartbeats.ts';
export type { Access, Credential, Credentials, Directory, Listed } from './people.ts';
export type { SecondFactor, SecondFactors, StepUps } from './second-factors.ts';
export type { SignInTrails, Trail, TrailRule } from './sign-in-trails.ts';
export type { ItemFilter, Of } from './read-models.ts';
export { prepareRoles, type RolePasswords } from './roles.ts';
export type { Session, Sessions } from './sessions.ts';
export {
  ACCOUNTS,
  EVERY_SQL_FILE,
  FIRST_SCHEMA,
  MESSAGES,
  ORIGINALS,
  TREES,
  UNSIGNED_OPINIONS,
  VAULT,
} from './sql-files.ts';
export { createKeyFile, KeyDestroyed, WillNotOpen } from './vault.ts';
export type { Applied, Folder, FolderFactory, FoldingStream } from './folding.ts';
export { rebuildProjections, ShadowDiffers, type RebuildOptions, type RebuildReport } from './rebuild.ts';
export { runSequencer, sequenceBatch, type SequencerOptions } from './sequencer.ts';
export type {
  LeafEntry,
  LogGeneration,
  LogRestart,
  LogState,
  StoredCheckpoint,
  TreeLogs,
} from './tree-log.ts';
export { growTree, headOf, type BadLeaf, type Grown } from './tree-growth.ts';
export { faultLine, type Fault } from './verify/faults.ts';
export { verifyLog, type LiveOptions, type LogReport } from './verify/live.ts';
export type { Restarted } from './verify/restarts.ts';
export type { LogTrust } from './verify/signed.ts';
export type { Held } from './verify/held.ts';
export type { MailedHead, MailedHeads } from './mailed-heads.ts';
export { verifyInstitution, type VerifyOptions, type VerifyReport } from './verify/verify.ts';
export type { AuditLog, AuditNote, AuditSessionTrail, NotedReading } from './audit-log.ts';
export type { TimelineLeaf, TimelineSpan, TimelineWish } from './timeline.ts';
export { institutionOfToken, type Box, type BoxOutcome, type Unsigned } from './unsigned.ts';
export { backUp, type Backup, type BackupOptions } from './backup/backup.ts';
export {
  NoBackup,
  readManifest,
  type BackedLog,
  type BackedTable,
  type BackupManifest,
} from './backup/manifest.ts';
export { restore, type NotRestored, type Restored, type RestoreOptions } from './backup/restore.ts';
