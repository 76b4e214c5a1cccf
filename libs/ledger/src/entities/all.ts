import { ArrivalRow, BlobRow, CommandRow, DeadlineEntity, DestroyedKeyRow, UploadRow } from './commands.ts';
import {
  ClockRow,
  EntryRow,
  InstitutionRow,
  LeafRow,
  SealedBodyRow,
  StreamHeadRow,
  UnsequencedRow,
} from './log.ts';
import { AccessLogRow, CredentialRow, DirectoryRow, SessionRow } from './people.ts';
import { ItemEntity, ObligationEntity } from './read-models.ts';

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
  SessionRow,
  CredentialRow,
  DirectoryRow,
  AccessLogRow,
  ItemEntity,
  ObligationEntity,
];
