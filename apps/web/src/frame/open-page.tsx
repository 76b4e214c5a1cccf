import { Outlet, type RouteObject } from 'react-router';
import { draw } from './draw.tsx';
import { Frame } from './frame.tsx';
import { Broken, Lost } from './lost.tsx';
import { SignedIn } from './signed-in.tsx';

/** Draws one face of the page: its screens in the frame, or bare, behind the door, below `base`. */
export function openPage(
  base: string,
  screens: readonly RouteObject[],
  bare: readonly RouteObject[] = [],
): void {
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
  draw(routes, { base });
}
