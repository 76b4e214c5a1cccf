import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider, type RouteObject } from 'react-router';
import type { QueryKey } from '@tanstack/react-query';
import '../ui/style.css';
import { Providers } from './providers.tsx';

interface Drawing {
  /** What every address begins with. */
  readonly base?: string;
  /** Of the question who is signed in. */
  readonly who?: QueryKey;
}

/** Draws screens into the document, on what every screen stands on. */
export function draw(routes: readonly RouteObject[], { base = '/', who }: Drawing = {}): void {
  const page = document.getElementById('page');
  if (!page) return;
  const router = createBrowserRouter([...routes], { basename: base });
  createRoot(page).render(
    <StrictMode>
      <Providers who={who}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}
