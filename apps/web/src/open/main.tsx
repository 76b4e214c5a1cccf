import '../checker/older-browsers.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import '../ui/style.css';
import { Broken, Lost } from '../frame/lost.tsx';
import { Providers } from '../frame/providers.tsx';

/** What is open to everybody: the tour of the demo, and the show. Nobody is signed in here. */
const SCREENS = [
  { path: '/', lazy: () => import('../screens/tour/tour.tsx').then(({ Tour }) => ({ Component: Tour })) },
  { path: '/show', lazy: () => import('../screens/show/show.tsx').then(({ Show }) => ({ Component: Show })) },
  { path: '*', element: <Lost /> },
].map((screen) => ({ ...screen, errorElement: <Broken /> }));

const page = document.getElementById('page');
if (page)
  createRoot(page).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={createBrowserRouter(SCREENS)} />
      </Providers>
    </StrictMode>,
  );
