import { defineEntity, p } from '@mikro-orm/postgresql';

const institution = p.uuid().primary();

const unissuedTokenRow = defineEntity({
  name: 'UnissuedTokenRow',
  tableName: 'unissued_token',
  schema: 'ledger',
  properties: { institution, consultation: p.uuid().primary(), token: p.blob().primary() },
});
/** A token that nobody has taken yet. */
export class UnissuedTokenRow extends unissuedTokenRow.class {}
unissuedTokenRow.setClass(UnissuedTokenRow);

const opinionTokenRow = defineEntity({
  name: 'OpinionTokenRow',
  tableName: 'opinion_token',
  schema: 'ledger',
  properties: {
    institution,
    hash: p.blob().primary(),
    consultation: p.uuid(),
    used: p.boolean().default(false),
    proof: p.blob().nullable(),
  },
  indexes: [{ name: 'opinion_token_consultation_index', properties: ['institution', 'consultation'] }],
});
/** What a token is good for, by its hash. */
export class OpinionTokenRow extends opinionTokenRow.class {}
opinionTokenRow.setClass(OpinionTokenRow);

const tokenTakerRow = defineEntity({
  name: 'TokenTakerRow',
  tableName: 'token_taker',
  schema: 'ledger',
  properties: {
    institution,
    consultation: p.uuid().primary(),
    person: p.uuid().primary(),
    taken: p.integer(),
  },
  checks: [{ name: 'token_taker_taken_check', expression: 'taken > 0' }],
});
/** How many tokens a person took. */
export class TokenTakerRow extends tokenTakerRow.class {}
tokenTakerRow.setClass(TokenTakerRow);

const opinionBoxRow = defineEntity({
  name: 'OpinionBoxRow',
  tableName: 'opinion_box',
  schema: 'ledger',
  properties: {
    institution,
    consultation: p.uuid().primary(),
    id: p.uuid().primary(),
    day: p.date(),
    body: p.blob(),
  },
});
/** An unsigned opinion that waits for the end of its day. */
export class OpinionBoxRow extends opinionBoxRow.class {}
opinionBoxRow.setClass(OpinionBoxRow);
