import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Providers } from '../../frame/providers.tsx';
import '../../ui/style.css';
import { Unsigned } from './unsigned.tsx';

/** Draws the page behind the QR of a consultation: without a frame and without a session. */
export function openUnsigned(): void {
  const page = document.getElementById('page');
  if (!page) return;
  const router = createBrowserRouter([{ path: '/o/:id', element: <Unsigned /> }]);
  createRoot(page).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}
