import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, Outlet, RouterProvider, type RouteObject } from 'react-router';
import '../ui/style.css';
import { Frame } from './frame.tsx';
import { Broken, Lost } from './lost.tsx';
import { Providers } from './providers.tsx';
import { SignedIn } from './signed-in.tsx';

/** Draws one face of the page: its screens in the frame, or bare, behind the door, below `base`. */
export function openPage(
  base: string,
  screens: readonly RouteObject[],
  bare: readonly RouteObject[] = [],
): void {
  const page = document.getElementById('page');
  if (!page) return;
  const whole = (screen: RouteObject): RouteObject => ({ ...screen, errorElement: <Broken /> });
  const inside = [...screens, { path: '*', element: <Lost /> }].map(whole);
  const frame = (
    <SignedIn>
      <Frame />
    </SignedIn>
  );
  const unframed = (
    <SignedIn>
      <Outlet />
    </SignedIn>
  );
  const routes = [
    { element: unframed, children: bare.map(whole) },
    { element: frame, children: inside },
  ];
  const router = createBrowserRouter(routes, { basename: base });
  createRoot(page).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}
