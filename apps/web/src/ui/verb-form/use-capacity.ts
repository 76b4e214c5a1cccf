import { usePresent } from '../../frame/signed-in.tsx';
import { capacityOf, type AskedOf } from './capacities.tsx';

/** The title of the post in which whoever is signed in would ask this, by what the thing says of who may. */
export function useCapacity(verb: string, may: AskedOf['thing']['may'] | undefined): string {
  const { me } = usePresent();
  return capacityOf(me, { verb, thing: { may: may ?? [] } }, null);
}
