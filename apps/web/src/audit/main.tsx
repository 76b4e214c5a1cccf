import '../checker/older-browsers.ts';
import { auditorQuery } from '../api/audit.ts';
import { draw } from '../frame/draw.tsx';
import { Broken } from '../frame/lost.tsx';
import { AuditorAtDoor } from './at-door.tsx';
import { AuditFrame } from './frame.tsx';
import { AUDIT_SCREENS } from './screens.tsx';

const frame = (
  <AuditorAtDoor>
    <AuditFrame />
  </AuditorAtDoor>
);
const children = AUDIT_SCREENS.map((screen) => ({ ...screen, errorElement: <Broken /> }));

draw([{ element: frame, children }], { who: auditorQuery.queryKey });
