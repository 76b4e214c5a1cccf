import { draw } from '../../frame/draw.tsx';
import { Unsigned } from './unsigned.tsx';

/** Draws the page behind the QR of a consultation: without a frame and without a session. */
export const openUnsigned = (): void => draw([{ path: '/o/:id', element: <Unsigned /> }]);
