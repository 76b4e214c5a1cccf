import { lazy, Suspense, type ComponentProps } from 'react';

const Fields = lazy(() => import('./taken-fields.tsx').then((taken) => ({ default: taken.TakenFields })));

/** Who does it and by when; the list to search in comes when somebody is to be named. */
export const TakenFields = (props: ComponentProps<typeof Fields>) => (
  <Suspense>
    <Fields {...props} />
  </Suspense>
);
