import type { Control } from './control.ts';
import type { Said } from './label.ts';

/** What the field at a JSON Pointer is called, with the numbers of its lines; the pointer where nothing is known. */
export function nameAt(control: Control, pointer: string): Said {
  const parts = pointer.split('/').slice(1);
  const found: Said[] = [];
  let at: Control | undefined = control;
  for (const part of parts) {
    const step: Step | null = at === undefined ? null : stepInto(at, part);
    if (step?.said) found.push(step.said);
    at = step?.control;
  }
  const join = (language: keyof Said): string => found.map((said) => said[language]).join(' › ');
  return found.length === 0 ? { zh: pointer, en: pointer } : { zh: join('zh'), en: join('en') };
}

interface Step {
  readonly control: Control;
  readonly said: Said | null;
}

function stepInto(control: Control, part: string): Step | null {
  if (control.kind === 'group') return fieldStep(control, part);
  if (control.kind === 'either')
    return control.ways.map((way) => stepInto(way.control, part)).find((step) => step !== null) ?? null;
  if (control.kind === 'table') return { control: control.value, said: null };
  if (control.kind !== 'list') return null;
  const line = String(Number(part) + 1);
  return { control: control.item, said: { zh: line, en: line } };
}

function fieldStep({ fields }: Extract<Control, { kind: 'group' }>, part: string): Step | null {
  const field = fields.find(({ name }) => name === part);
  return field ? { control: field.control, said: field.label?.name ?? null } : null;
}
