/** The part of `qrcode` that draws nothing: it needs neither a canvas nor Node. */
declare module 'qrcode/lib/core/qrcode' {
  export function create(
    /** Bytes: of a text it would ask for TextEncoder, which a phone has not. */
    segments: { data: Uint8Array; mode: 'byte' }[],
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { modules: { size: number; data: Uint8Array } }
}
