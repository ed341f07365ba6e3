/** The orthonormal discrete cosine transform of 8 × 8 numbers, in place, rows of 8. */

const cos = (k: number): number => Math.cos((k * Math.PI) / 16) / 2;
const [c1, c2, c3, c4, c5, c6, c7] = [1, 2, 3, 4, 5, 6, 7].map(cos) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** Eight numbers that lie `step` apart, by their sums and differences about the middle. */
function forward(v: Float64Array, at: number, step: number): void {
  const [i1, i2, i3] = [at + step, at + 2 * step, at + 3 * step];
  const [i4, i5, i6, i7] = [at + 4 * step, at + 5 * step, at + 6 * step, at + 7 * step];
  const s0 = v[at]! + v[i7]!;
  const d0 = v[at]! - v[i7]!;
  const s1 = v[i1]! + v[i6]!;
  const d1 = v[i1]! - v[i6]!;
  const s2 = v[i2]! + v[i5]!;
  const d2 = v[i2]! - v[i5]!;
  const s3 = v[i3]! + v[i4]!;
  const d3 = v[i3]! - v[i4]!;
  const e0 = s0 + s3;
  const e1 = s1 + s2;
  const o0 = s0 - s3;
  const o1 = s1 - s2;
  v[at] = c4 * (e0 + e1);
  v[i4] = c4 * (e0 - e1);
  v[i2] = c2 * o0 + c6 * o1;
  v[i6] = c6 * o0 - c2 * o1;
  v[i1] = c1 * d0 + c3 * d1 + c5 * d2 + c7 * d3;
  v[i3] = c3 * d0 - c7 * d1 - c1 * d2 - c5 * d3;
  v[i5] = c5 * d0 - c1 * d1 + c7 * d2 + c3 * d3;
  v[i7] = c7 * d0 - c5 * d1 + c3 * d2 - c1 * d3;
}

function backward(v: Float64Array, at: number, step: number): void {
  const [i1, i2, i3] = [at + step, at + 2 * step, at + 3 * step];
  const [i4, i5, i6, i7] = [at + 4 * step, at + 5 * step, at + 6 * step, at + 7 * step];
  const e0 = c4 * (v[at]! + v[i4]!);
  const e1 = c4 * (v[at]! - v[i4]!);
  const o0 = c2 * v[i2]! + c6 * v[i6]!;
  const o1 = c6 * v[i2]! - c2 * v[i6]!;
  const [s0, s3, s1, s2] = [e0 + o0, e0 - o0, e1 + o1, e1 - o1];
  const [f1, f3, f5, f7] = [v[i1]!, v[i3]!, v[i5]!, v[i7]!];
  const d0 = c1 * f1 + c3 * f3 + c5 * f5 + c7 * f7;
  const d1 = c3 * f1 - c7 * f3 - c1 * f5 - c5 * f7;
  const d2 = c5 * f1 - c1 * f3 + c7 * f5 + c3 * f7;
  const d3 = c7 * f1 - c5 * f3 + c3 * f5 - c1 * f7;
  v[at] = s0 + d0;
  v[i7] = s0 - d0;
  v[i1] = s1 + d1;
  v[i6] = s1 - d1;
  v[i2] = s2 + d2;
  v[i5] = s2 - d2;
  v[i3] = s3 + d3;
  v[i4] = s3 - d3;
}

export function toFrequencies(block: Float64Array): void {
  for (let k = 0; k < 64; k += 8) forward(block, k, 1);
  for (let k = 0; k < 8; k++) forward(block, k, 8);
}

export function fromFrequencies(block: Float64Array): void {
  for (let k = 0; k < 8; k++) backward(block, k, 8);
  for (let k = 0; k < 64; k += 8) backward(block, k, 1);
}
