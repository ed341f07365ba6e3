/**
 * The blur of a lens: every row is the mean over a disc of its own radius. A disc is a stack of chords, and a chord is
 * the difference of two running sums along its scanline, so that a pixel costs as much as the disc is high. Rows are
 * made and forgotten as a window goes down the picture: memory doesn't grow with its height.
 */

/** Puts row `y` of the source into `out`: `parts` numbers a pixel. */
export type ReadRow = (y: number, out: Float32Array) => void;

export interface Disc {
  /**
   * Row `y` of the blurred picture. Valid until two more rows were asked for; going down is cheap.
   * @param radius in pixels, at most `most`; half a pixel or less changes nothing
   */
  row(y: number, radius: number): Float32Array;
}

/** Beyond the borders the picture is its mirror image, so that they neither darken nor smear. */
const mirrored = (i: number, length: number): number => {
  const period = 2 * length;
  const at = ((i % period) + period) % period;
  return at < length ? at : period - 1 - at;
};

/** The area of a disc of radius `r` between its middle and a chord at distance `t` from it. */
function areaTo(t: number, r: number): number {
  const at = Math.max(-r, Math.min(r, t));
  return at * Math.sqrt(r * r - at * at) + r * r * Math.asin(at / r);
}

/** @param most the largest radius, in pixels */
export function discBlur(
  read: ReadRow,
  { width, height, parts }: { width: number; height: number; parts: number },
  most: number,
): Disc {
  const pad = Math.ceil(most) + 2;
  const source = new Float32Array(width * parts);
  // Running sums of the row and its mirrored margins, in doubles: a difference of two must not lose the dark ones.
  const rows = Array.from({ length: Math.min(height, 2 * Math.ceil(most) + 4) }, () => ({
    y: -1,
    sums: new Float64Array((width + 2 * pad + 2) * parts),
  }));
  const columns = Int32Array.from({ length: width + 2 * pad }, (_, i) => mirrored(i - pad, width) * parts);
  const results = [0, 1, 2].map(() => ({ y: -1, radius: 0, row: new Float32Array(width * parts) }));
  let next = 0;

  function sumsOf(y: number): Float64Array {
    const at = mirrored(y, height);
    const row = rows[at % rows.length]!;
    if (row.y === at) return row.sums;
    read(at, source);
    for (let i = 0, o = parts; i < columns.length; i++)
      for (let c = 0; c < parts; c++, o++) row.sums[o] = row.sums[o - parts]! + source[columns[i]! + c]!;
    row.y = at;
    return row.sums;
  }

  return {
    row(y, asked) {
      const radius = Math.min(most, Math.max(0.5, asked));
      const known = results.find((result) => result.y === y && result.radius === radius);
      if (known) return known.row;
      const result = results[next]!;
      next = (next + 1) % results.length;
      Object.assign(result, { y, radius });
      result.row.fill(0);
      const area = Math.PI * radius * radius;
      for (let d = 0; d - 0.5 < radius; d++) {
        // The chord of this scanline, as wide as the disc is there on average: no staircase at its rim.
        const chord = areaTo(d + 0.5, radius) - areaTo(d - 0.5, radius);
        addChord(result.row, sumsOf(y - d), sumsOf(y + d), chord / 2, d ? 1 / area : 0.5 / area);
      }
      return result.row;
    },
  };

  /** Adds the sums over a window of ± `half` pixels on two scanlines. */
  function addChord(
    out: Float32Array,
    above: Float64Array,
    below: Float64Array,
    half: number,
    weight: number,
  ): void {
    const reach = Math.floor(half + 0.5);
    const part = half + 0.5 - reach;
    // From the left end to the right end of the window; the outermost pixels count in part.
    const right = (pad + reach) * parts;
    const left = (pad - reach + 1) * parts;
    const inner = weight * (1 - part);
    const outer = weight * part;
    for (let i = 0, r = right, l = left; i < out.length; i++, r++, l++)
      out[i]! +=
        inner * (above[r]! - above[l]! + below[r]! - below[l]!) +
        outer * (above[r + parts]! - above[l - parts]! + below[r + parts]! - below[l - parts]!);
  }
}
