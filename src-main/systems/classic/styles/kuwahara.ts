/**
 * Flat, painted areas with clear edges: the anisotropic Kuwahara filter (Kyprianidis, Kang, Döllner, "Image and video
 * abstraction by anisotropic Kuwahara filtering", 2009), with the polynomial sector weights of Kyprianidis et al.,
 * "Anisotropic Kuwahara filtering with polynomial weighting functions", 2010. An ellipse along the edges is divided
 * into eight sectors; the mean of those that vary least is the result.
 */
import type { Work } from '../../../runtime/work.ts';
import { makePlanes, type PlaneKernel } from '../planes.ts';
import type { Draft } from './draft.ts';
import type { Flow } from './flow.ts';

/** Points of the unit disc on which the ellipse is sampled, and what each counts in the eight sectors. */
interface Disc {
  points: Float32Array;
  /** For each point: where its weights begin in `sectors` and `weights`. */
  starts: Int32Array;
  sectors: Int32Array;
  weights: Float32Array;
}

function discOf(radius: number): Disc {
  const rings = Math.max(2, Math.min(5, Math.round(radius)));
  const places: [number, number][] = [[0, 0]];
  for (let ring = 1; ring <= rings; ring++)
    for (let k = 0; k < 6 * ring; k++) {
      const angle = (2 * Math.PI * (k + ring * 0.5)) / (6 * ring);
      places.push([(Math.cos(angle) * ring) / rings, (Math.sin(angle) * ring) / rings]);
    }
  const zeta = 2 / Math.max(2, radius);
  const eta = (zeta + Math.cos(0.58)) / Math.sin(0.58) ** 2;
  const starts = [0];
  const sectors: number[] = [];
  const weights: number[] = [];
  for (const [x, y] of places) {
    const found = Array.from({ length: 8 }, (_, k) => {
      const angle = (k * Math.PI) / 4;
      const along = x * Math.cos(angle) + y * Math.sin(angle);
      const across = y * Math.cos(angle) - x * Math.sin(angle);
      return Math.max(0, along + zeta - eta * across * across) ** 2;
    });
    const sum = found.reduce((a, b) => a + b, 0);
    const bell = Math.exp(-3.125 * (x * x + y * y));
    found.forEach((w, k) => {
      if (w < 0.01 * sum) return;
      sectors.push(k);
      weights.push((w / sum) * bell);
    });
    starts.push(sectors.length);
  }
  return {
    points: Float32Array.from(places.flat()),
    starts: Int32Array.from(starts),
    sectors: Int32Array.from(sectors),
    weights: Float32Array.from(weights),
  };
}

interface Painted extends Pick<Draft, 'rgb' | 'size'> {
  flow: Flow;
  radius: number;
}

/** `radius` in pixels of the draft. The result is coded as the draft is. */
export async function kuwahara(
  { rgb, size }: Pick<Draft, 'rgb' | 'size'>,
  flow: Flow,
  radius: number,
  work: Work,
): Promise<Draft['rgb']> {
  const rows = Math.max(1, Math.round(8192 / size.width));
  return (await makePlanes(flattening, { rgb, size, flow, radius }, size, rows, work)) as Draft['rgb'];
}

export const flattening: PlaneKernel<Painted> = {
  name: 'kuwahara',
  make({ rgb, size, flow, radius }) {
    const disc = discOf(radius);
    return ({ from, to }) => flatten(rgb, size, flow, radius, disc, from, to);
  },
};

function flatten(
  rgb: Draft['rgb'],
  { width, height }: Draft['size'],
  flow: Flow,
  radius: number,
  { points, starts, sectors, weights }: Disc,
  from: number,
  to: number,
): Draft['rgb'] {
  const count = starts.length - 1;
  const [red, green, blue] = rgb;
  const out = rgb.map(() => new Float32Array((to - from) * width)) as Draft['rgb'];
  // For each sector: sums of the three channels, of all squares, of the weights.
  const sums = new Float64Array(40);
  for (let y = from, i = from * width, o = 0; y < to; y++) {
    for (let x = 0; x < width; x++, i++, o++) {
      const a = flow.anisotropy[i]!;
      const long = radius * (1 + a);
      const short = radius / (1 + a);
      const tx = flow.tx[i]!;
      const ty = flow.ty[i]!;
      sums.fill(0);
      for (let k = 0; k < count; k++) {
        const u = points[2 * k]! * long;
        const v = points[2 * k + 1]! * short;
        let px = Math.floor(x + u * tx - v * ty + 0.5);
        let py = Math.floor(y + u * ty + v * tx + 0.5);
        px = px < 0 ? 0 : px >= width ? width - 1 : px;
        py = py < 0 ? 0 : py >= height ? height - 1 : py;
        const j = py * width + px;
        const r = red[j]!;
        const g = green[j]!;
        const b = blue[j]!;
        const squares = r * r + g * g + b * b;
        for (let s = starts[k]!; s < starts[k + 1]!; s++) {
          const at = sectors[s]! * 5;
          const w = weights[s]!;
          sums[at]! += w * r;
          sums[at + 1]! += w * g;
          sums[at + 2]! += w * b;
          sums[at + 3]! += w * squares;
          sums[at + 4]! += w;
        }
      }
      let r = 0;
      let g = 0;
      let b = 0;
      let total = 0;
      for (let at = 0; at < 40; at += 5) {
        const w = sums[at + 4]!;
        if (w <= 0) continue;
        const mr = sums[at]! / w;
        const mg = sums[at + 1]! / w;
        const mb = sums[at + 2]! / w;
        const variance = Math.max(0, sums[at + 3]! / w - mr * mr - mg * mg - mb * mb);
        const squared = 1500 * variance * (1500 * variance);
        const share = 1 / (1 + squared * squared);
        r += share * mr;
        g += share * mg;
        b += share * mb;
        total += share;
      }
      out[0][o] = r / total;
      out[1][o] = g / total;
      out[2][o] = b / total;
    }
  }
  return out;
}
