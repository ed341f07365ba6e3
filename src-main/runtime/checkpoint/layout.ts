/** How matrices of few bits lie in a checkpoint: what ONNX Runtime's MatMulNBits reads. */
export type Bits = 4 | 8;

/** Values that share a scale. */
export const blockSize = 32;

export interface PackedShapes {
  /** [rows, blocks, bytes a block], the first value in the low bits */
  values: [number, number, number];
  /** [rows, blocks] */
  scales: [number, number];
  /** [rows, bytes], the first block in the low bits */
  zeros: [number, number];
}

export function packedShapes(rows: number, columns: number, bits: Bits): PackedShapes {
  const blocks = Math.ceil(columns / blockSize);
  return {
    values: [rows, blocks, (blockSize * bits) / 8],
    scales: [rows, blocks],
    zeros: [rows, Math.ceil((blocks * bits) / 8)],
  };
}

/** The names of a matrix's parts. */
export const packedNames = (name: string, bits: Bits) => ({
  values: `${name}.q${bits}`,
  scales: `${name}.scale`,
  zeros: `${name}.zero`,
});

/** Whether a name is that of a matrix's values in few bits. */
export const isPacked = (name: string): boolean => /\.q[48]$/.test(name);

/** How many bits a matrix is kept in; `null` where it is kept whole. */
export function bitsOf(has: (name: string) => boolean, name: string): Bits | null {
  return has(`${name}.q4`) ? 4 : has(`${name}.q8`) ? 8 : null;
}
