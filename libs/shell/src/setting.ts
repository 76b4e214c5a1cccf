import type { z } from 'zod';

/** A setting with what it means, in both languages. */
export const setting = <T extends z.ZodType>(schema: T, zh: string, en: string): T => schema.meta({ zh, en });
