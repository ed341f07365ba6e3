/** Where edges run. */
import { letGo } from '../../../runtime/collect.ts';
import type { Work } from '../../../runtime/work.ts';
import { gaussianBlur } from '../box-blur.ts';
import { makePlanes, type PlaneKernel } from '../planes.ts';
import type { Draft } from './draft.ts';

/** Unit vectors along the edges, and how much one direction stands out (0..1). */
export interface Flow {
  tx: Float32Array;
  ty: Float32Array;
  anisotropy: Float32Array;
}

/**
 * The smoothed structure tensor of the three channels (Brox et al., "Adaptive structure tensors", 2006, as used by
 * Kyprianidis, Kang, "Image and video abstraction by anisotropic Kuwahara filtering", 2009).
 */
export async function flowOf(
  { rgb, size }: Pick<Draft, 'rgb' | 'size'>,
  sigma: number,
  work: Work,
): Promise<Flow> {
  const { width, height } = size;
  const n = width * height;
  let [xx, xy, yy] = [new Float32Array(n), new Float32Array(n), new Float32Array(n)];
  for (let y = 0; y < height; y++) {
    const [above, here, below] = [Math.max(0, y - 1), y, Math.min(height - 1, y + 1)].map(
      (v) => v * width,
    ) as [number, number, number];
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - 1);
      const right = Math.min(width - 1, x + 1);
      const i = here + x;
      for (const p of rgb) {
        const dx =
          p[above + right]! -
          p[above + left]! +
          2 * (p[here + right]! - p[here + left]!) +
          p[below + right]! -
          p[below + left]!;
        const dy =
          p[below + left]! -
          p[above + left]! +
          2 * (p[below + x]! - p[above + x]!) +
          p[below + right]! -
          p[above + right]!;
        xx[i]! += dx * dx;
        xy[i]! += dx * dy;
        yy[i]! += dy * dy;
      }
    }
    await work.breathe();
  }
  const smoothed = async (plane: Float32Array): Promise<typeof xx> => {
    const out = await gaussianBlur(plane, size, sigma, work);
    if (out !== plane) letGo([plane]);
    return out as typeof xx;
  };
  [xx, xy, yy] = [await smoothed(xx), await smoothed(xy), await smoothed(yy)];
  const anisotropy = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const [a, b, c] = [xx[i]!, xy[i]!, yy[i]!];
    const half = Math.sqrt((a - c) ** 2 / 4 + b * b);
    const larger = (a + c) / 2 + half;
    const smaller = (a + c) / 2 - half;
    anisotropy[i] = larger + smaller > 1e-7 ? (larger - smaller) / (larger + smaller) : 0;
    // The eigenvector of the smaller value, from whichever row is longer.
    const [u, v] = Math.abs(larger - a) > Math.abs(larger - c) ? [larger - a, -b] : [b, c - larger];
    const length = Math.hypot(u, v);
    // Reused: the tensor's first two planes become the direction.
    xx[i] = length > 1e-9 ? u / length : 1;
    xy[i] = length > 1e-9 ? v / length : 0;
    if (i % 65_536 === 0) await work.breathe();
  }
  letGo([yy]);
  return { tx: xx, ty: xy, anisotropy };
}

/**
 * The weighted mean of a plane along the flow, `reach` pixels both ways (line integral convolution: Cabral, Leedom,
 * "Imaging vector fields using line integral convolution", 1993), with a Gaussian's weights.
 */
export async function alongFlow(
  plane: Float32Array,
  flow: Flow,
  size: { width: number; height: number },
  reach: number,
  work: Work,
): Promise<Float32Array> {
  const rows = Math.max(1, Math.round(32_768 / size.width));
  return (await makePlanes(drawing, { plane, flow, size, reach }, size, rows, work))[0]!;
}

interface Drawing {
  plane: Float32Array;
  flow: Flow;
  size: { width: number; height: number };
  reach: number;
}

export const drawing: PlaneKernel<Drawing> = {
  name: 'along-flow',
  make(params) {
    const steps = Math.max(1, Math.ceil(params.reach));
    const weights = Float32Array.from({ length: steps + 1 }, (_, k) => Math.exp(-2 * (k / steps) ** 2));
    return ({ from, to }) => [draw(params, weights, from, to)];
  },
};

function draw(
  { plane, flow: { tx, ty }, size: { width, height } }: Drawing,
  weights: Float32Array,
  from: number,
  to: number,
): Float32Array {
  const steps = weights.length - 1;
  const out = new Float32Array((to - from) * width);
  for (let y = from, i = from * width, o = 0; y < to; y++) {
    for (let x = 0; x < width; x++, i++, o++) {
      let sum = plane[i]!;
      let total = 1;
      for (let way = -1; way <= 1; way += 2) {
        let px = x;
        let py = y;
        let dx = tx[i]! * way;
        let dy = ty[i]! * way;
        for (let k = 1; k <= steps; k++) {
          px += dx;
          py += dy;
          const ix = Math.floor(px + 0.5);
          const iy = Math.floor(py + 0.5);
          if (ix < 0 || iy < 0 || ix >= width || iy >= height) break;
          const j = iy * width + ix;
          sum += weights[k]! * plane[j]!;
          total += weights[k]!;
          // Directions have no sign: keep on going ahead.
          const turn = tx[j]! * dx + ty[j]! * dy < 0 ? -1 : 1;
          dx = tx[j]! * turn;
          dy = ty[j]! * turn;
        }
      }
      out[o] = sum / total;
    }
  }
  return out;
}
