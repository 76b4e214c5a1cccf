import { Definition } from '@mouding/core';
import { schemaOf, type Schema } from '../../admin/form/schema.ts';

const WHOLE = schemaOf(Definition);

const record = ({ additionalProperties: each }: Schema = {}): Schema =>
  typeof each === 'object' ? each : {};

const without = (schema: Schema, fields: readonly string[]): Schema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([field]) => !fields.includes(field)),
  ),
});

/** What is written of a body, beside the weights of its rules. */
export const BODY_SHAPE = without(record(WHOLE.properties?.['bodies']), ['rules', 'recorded']);

export const CHAPTERS_SHAPE: Schema = WHOLE.properties?.['chapters'] ?? {};
