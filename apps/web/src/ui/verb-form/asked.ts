import type { Resource } from '../../api/resource.ts';

/** What is asked, and of what. */
export interface Asked {
  /** `chapter.return`. */
  readonly verb: string;
  readonly plural: string;
  readonly thing: Resource & { readonly data?: unknown };
  /** The ETag of what the person sees. */
  readonly seen: string | null;
}
