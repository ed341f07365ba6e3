/** What a photograph cut off: how bright lamps, sparkles and reflections were. */

const steps = 1024;

/**
 * A factor for the light of a pixel. Near clipping the brightness of the scene is unknown; it is taken to have been up
 * to 2^(8 strength) times what the photograph could hold, and most where the pixel stands out from its surroundings: a
 * lamp does, a white wall doesn't. (Debevec and Malik, "Recovering high dynamic range radiance maps", 1997, show what
 * a blur of real radiance looks like, and that a blur of clipped values doesn't.)
 *
 * @param strength 0..1
 * @returns from the brightest of the pixel's channels and the brightness around it, both linear light 0..1
 */
export function radianceFactor(strength: number): (brightest: number, around: number) => number {
  const most = 2 ** (8 * strength);
  // By the square root of light, which is close to how it is coded: begins at 80 % of the code.
  const near = Float32Array.from({ length: steps + 1 }, (_, i) => smooth((i / steps - 0.8) / 0.19));
  return (brightest, around) => {
    const share = near[(Math.sqrt(Math.min(1, brightest)) * steps) | 0]!;
    if (!share) return 1;
    const lone = smooth((brightest / Math.max(around, 0.01) - 1.3) / 2.2);
    return lone ? most ** (share * lone) : 1;
  };
}

function smooth(t: number): number {
  const v = Math.min(1, Math.max(0, t));
  return v * v * (3 - 2 * v);
}
