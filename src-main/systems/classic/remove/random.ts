/** mulberry32: small, quick, the same everywhere for the same seed. */
export interface Random {
  /** A whole number in [0, below). */
  below(below: number): number;
}

export function seeded(seed: number): Random {
  let state = seed | 0;
  return {
    below(below) {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
    },
  };
}
