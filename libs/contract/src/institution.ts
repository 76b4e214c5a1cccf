import { z } from 'zod';

/** The institutions of this server, as the door names them before anybody is signed in. */
export const InstitutionList = z
  .strictObject({
    items: z.array(
      z.strictObject({ code: z.string(), name: z.string(), mode: z.enum(['live', 'rehearsal']) }),
    ),
  })
  .meta({ id: 'InstitutionList', description: '登录页可选的单位 · the institutions to sign in to' });
export type InstitutionList = z.infer<typeof InstitutionList>;
