import { overviews } from '@mouding/core';
import type { Me } from '../../api/generated/types.gen.ts';

/** Whether the server shows the reader this: what it would refuse is not asked for. */
export const sees = (
  { capacities }: Pick<Me, 'capacities'>,
  what: Parameters<typeof overviews>[1],
): boolean =>
  overviews(
    capacities.filter(({ onBehalfOf }) => onBehalfOf === null),
    what,
  );
