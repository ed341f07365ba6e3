/** Single-precision values as numbers. */
export const numbersOf = ({ data }: { data: Uint8Array }): Float32Array =>
  new Float32Array(data.slice().buffer);
