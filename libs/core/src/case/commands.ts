import { by, type Registered } from '../registered.ts';
import { AdvanceCase, advanceCase } from './advance.ts';
import * as exempt from './exempt.ts';
import { MigrateCases, migrateCases } from './migrate/migrate.ts';
import { RollBackCases, rollBackCases } from './migrate/roll-back.ts';
import { noteCopied, NoteCopied } from './note-copied.ts';
import * as join from './join.ts';
import { OpenCase, openCase } from './open.ts';
import { Urge, urge } from './urge.ts';

/** Everything that is asked of a case. */
export const CASE_COMMANDS: readonly Registered[] = [
  by(migrateCases, MigrateCases),
  by(rollBackCases, RollBackCases),
  by(openCase, OpenCase),
  by(join.joinCase, join.JoinCase),
  by(join.confirmJoining, join.ConfirmJoining),
  by(advanceCase, AdvanceCase),
  by(noteCopied, NoteCopied),
  by(urge, Urge),
  by(exempt.exemptGate, exempt.ExemptGate),
  by(exempt.grantExemption, exempt.GrantExemption),
];
