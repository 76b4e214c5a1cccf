import type { May } from './generated/types.gen.ts';

/** Whether the thing says that whoever reads it may ask this verb of it now. */
export const isAllowed = ({ may }: { readonly may: readonly May[] }, verb: string): boolean =>
  may.some(({ command, allowed }) => command === verb && allowed);
