import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Providers } from '../../frame/providers.tsx';
import '../../ui/style.css';
import { DepositDoor } from './door.tsx';

/** Draws the page for whoever has a 报送码: without a frame, a door or a session. */
export function openDepositDoor(): void {
  const page = document.getElementById('page');
  if (!page) return;
  const router = createBrowserRouter([{ path: '/d/:code', element: <DepositDoor /> }]);
  createRoot(page).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}
