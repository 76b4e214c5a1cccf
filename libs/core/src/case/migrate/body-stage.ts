import type { Definition } from '../../procedure/definition.ts';
import type { Procedure } from '../../procedure/procedure.ts';

/** The rule of the body that a stage asks; undefined for a stage that asks none. */
export function bodyOfStage(procedure: Procedure, id: string): Definition['bodies'][string] | undefined {
  const body = procedure.stage(id).stage.with['body'];
  return typeof body === 'string' ? procedure.definition.bodies[body] : undefined;
}
