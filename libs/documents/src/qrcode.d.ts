/** What this library uses of the package `qrcode`, which brings no types of its own. */
declare module 'qrcode' {
  interface QrCode {
    /** Row after row, 1 for a dark module; `size` to a row. */
    readonly modules: { readonly size: number; readonly data: Uint8Array };
  }
  const qrcode: {
    create(text: string, options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }): QrCode;
  };
  export default qrcode;
}
