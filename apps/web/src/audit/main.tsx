import '../checker/older-browsers.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import '../ui/style.css';
import { auditorQuery } from '../api/audit.ts';
import { Broken } from '../frame/lost.tsx';
import { Providers } from '../frame/providers.tsx';
import { AuditorAtDoor } from './at-door.tsx';
import { AuditFrame } from './frame.tsx';
import { AUDIT_SCREENS } from './screens.tsx';

const frame = (
  <AuditorAtDoor>
    <AuditFrame />
  </AuditorAtDoor>
);
const children = AUDIT_SCREENS.map((screen) => ({ ...screen, errorElement: <Broken /> }));
const page = document.getElementById('page');
if (page)
  createRoot(page).render(
    <StrictMode>
      <Providers who={auditorQuery.queryKey}>
        <RouterProvider router={createBrowserRouter([{ element: frame, children }])} />
      </Providers>
    </StrictMode>,
  );
