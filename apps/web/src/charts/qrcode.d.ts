/** What the page uses of the package `qrcode`, which brings no types of its own. */
declare module 'qrcode' {
  /** Fields row after row, 1 for a dark one; `size` to a row. */
  export function create(text: string): {
    readonly modules: { readonly size: number; readonly data: Uint8Array };
  };
}
