import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider, type RouteObject } from 'react-router';
import '../ui/style.css';
import { Frame } from './frame.tsx';
import { Broken, Lost } from './lost.tsx';
import { Providers } from './providers.tsx';
import { SignedIn } from './signed-in.tsx';

/** Draws one face of the page: its screens in the frame, behind the door, below `base`. */
export function openPage(base: string, screens: readonly RouteObject[]): void {
  const page = document.getElementById('page');
  if (!page) return;
  const inside = [...screens, { path: '*', element: <Lost /> }].map((screen) => ({
    ...screen,
    errorElement: <Broken />,
  }));
  const frame = (
    <SignedIn>
      <Frame />
    </SignedIn>
  );
  const router = createBrowserRouter([{ element: frame, children: inside }], { basename: base });
  createRoot(page).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}
