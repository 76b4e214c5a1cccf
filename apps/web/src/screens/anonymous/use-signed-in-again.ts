import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { meQuery } from '../../api/queries.ts';

/** Goes on where somebody was sent to the door, once they have signed in; asks about nobody before that. */
export function useSignedInAgain(isOut: boolean, goOn: () => void): void {
  const { data, isSuccess } = useQuery({ ...meQuery, enabled: isOut, retry: false });
  const go = useEffectEvent(goOn);
  const person = data?.person;
  useEffect(() => {
    if (isOut && isSuccess && person !== undefined) go();
  }, [isOut, isSuccess, person]);
}
