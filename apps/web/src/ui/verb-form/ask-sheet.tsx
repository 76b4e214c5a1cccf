import { lazy, Suspense, type ComponentProps } from 'react';

const VerbSheet = lazy(() => import('./verb-sheet.tsx').then((sheet) => ({ default: sheet.VerbSheet })));

/** The sheet of any verb; the forms come when somebody asks for the first one, not with what one looks at. */
export const AskSheet = (props: ComponentProps<typeof VerbSheet>) => (
  <Suspense>
    <VerbSheet {...props} />
  </Suspense>
);
