import { draw } from '../../frame/draw.tsx';
import { DepositDoor } from './door.tsx';

/** Draws the page for whoever has a 报送码: without a frame, a door or a session. */
export const openDepositDoor = (): void => draw([{ path: '/d/:code', element: <DepositDoor /> }]);
