import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { Id, Instant } from './said.ts';
import { WhyDue } from './why-due.ts';

const Date = Instant.nullable();
const Text = TextRef.nullable();

/** What is shown of a filing, in the hospital. */
export const FilingView = z.object({
  subject: z.string(),
  title: z.string(),
  mode: z.string(),
  authority: Id.nullable(),
  due: Date,
  text: Text,
  no: z.int().meta({ description: '第几次报送 · number of the last sending' }),
  party: z.string().nullable(),
  channel: z.string().nullable(),
  answerBy: Date,
  why: WhyDue,
  receipt: z.object({ number: z.string(), on: z.string() }).nullable(),
  answer: z.object({ outcome: z.string(), number: z.string(), points: z.int() }).nullable(),
});

/** What is shown of a dossier, at the authority. */
export const DossierView = z.object({
  from: z.object({ institution: Id, name: z.string(), filing: z.string(), receipt: z.string() }),
  title: z.string(),
  letter: z.string(),
  text: Text,
  no: z.int(),
  reminders: z.int(),
  outcome: z.string().nullable(),
  points: z.int(),
});
