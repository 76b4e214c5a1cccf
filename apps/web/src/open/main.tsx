import '../checker/older-browsers.ts';
import { draw } from '../frame/draw.tsx';
import { Broken, Lost } from '../frame/lost.tsx';

/** What is open to everybody: the tour of the demo, and the show. Nobody is signed in here. */
const SCREENS = [
  { path: '/', lazy: () => import('../screens/tour/tour.tsx').then(({ Tour }) => ({ Component: Tour })) },
  { path: '/show', lazy: () => import('../screens/show/show.tsx').then(({ Show }) => ({ Component: Show })) },
  { path: '*', element: <Lost /> },
].map((screen) => ({ ...screen, errorElement: <Broken /> }));

draw(SCREENS);
