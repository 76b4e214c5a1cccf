import type { CapacityKind, DepartmentKind, SeatRole } from '@mouding/core';

/** A post to be set up: its holder is named by login, its department by name. */
export interface PostPlan {
  readonly title: string;
  readonly as: CapacityKind;
  readonly department: string | null;
  readonly holder: string;
}

/** An institution as a founder would write it down: departments, people, posts with their holders, bodies. */
export interface InstitutionPlan {
  /** By this code people choose their institution when they sign in. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'unit' | 'authority';
  readonly departments: readonly { readonly name: string; readonly kind: DepartmentKind }[];
  readonly people: readonly { readonly login: string; readonly name: string }[];
  readonly posts: readonly PostPlan[];
  /** Seats name posts by title. */
  readonly bodies: readonly {
    readonly key: string;
    readonly name: string;
    readonly seats: readonly { readonly post: string; readonly role: SeatRole }[];
  }[];
}
