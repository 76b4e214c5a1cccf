import {
  FormerSecretRow,
  HeartbeatRow,
  RecoveryCodeRow,
  SecondFactorRow,
  SignInTrailRow,
  StepUpRow,
} from './accounts.ts';
import {
  ArrivalRow,
  BlobRow,
  CommandRow,
  DeadlineEntity,
  DestroyedKeyRow,
  OutboxRow,
  UploadRow,
} from './commands.ts';
import {
  CheckpointRow,
  CosignatureRow,
  LogGenerationRow,
  LogStateRow,
  MailedHeadRow,
  TileRow,
} from './checkpoints.ts';
import {
  ClockRow,
  EntryRow,
  InstitutionRow,
  LeafRow,
  SealedBodyRow,
  StreamHeadRow,
  UnsequencedRow,
} from './log.ts';
import { AccessLogRow, AuditLogRow, CredentialRow, DirectoryRow, SessionRow } from './people.ts';
import { ContactRow, MessageRow } from './messages.ts';
import { DraftRow } from './drafts.ts';
import { DepositCodeRow } from './deposits.ts';
import { FileNameRow, FileRow } from './originals.ts';
import { ItemEntity, ObligationEntity } from './read-models.ts';
import { TreeRow } from './trees.ts';
import { OpinionBoxRow, OpinionTokenRow, TokenTakerRow, UnissuedTokenRow } from './unsigned.ts';

/** Every table of the schema `ledger`. A test compares them with the migrated database. */
export const entities = [
  InstitutionRow,
  ClockRow,
  StreamHeadRow,
  EntryRow,
  SealedBodyRow,
  UnsequencedRow,
  LeafRow,
  CommandRow,
  ArrivalRow,
  BlobRow,
  UploadRow,
  DeadlineEntity,
  DestroyedKeyRow,
  OutboxRow,
  SessionRow,
  CredentialRow,
  DirectoryRow,
  AccessLogRow,
  AuditLogRow,
  ItemEntity,
  ObligationEntity,
  UnissuedTokenRow,
  OpinionTokenRow,
  TokenTakerRow,
  OpinionBoxRow,
  FormerSecretRow,
  SecondFactorRow,
  RecoveryCodeRow,
  StepUpRow,
  SignInTrailRow,
  HeartbeatRow,
  ContactRow,
  MessageRow,
  FileRow,
  FileNameRow,
  DepositCodeRow,
  DraftRow,
  TreeRow,
  LogGenerationRow,
  CheckpointRow,
  CosignatureRow,
  TileRow,
  LogStateRow,
  MailedHeadRow,
];
