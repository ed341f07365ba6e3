/**
 * How much of a mask is the subject of a photo, judged by what it is like as a thing and by what it holds of what
 * stands out. After Li, Hou, Koch, Rehg and Yuille, "The secrets of salient object segmentation" (CVPR 2014): masks that
 * were proposed as things are ranked by a regression, fitted to photographs with known subjects, of their shape and of
 * where the salient lies in them. The traits of a thing (closed outline, unlike its surroundings) are those of `score.ts`
 * (Alexe, Deselaers and Ferrari, "Measuring the objectness of image windows", PAMI 2012).
 */
import { shared } from './agreed.ts';
import { components } from './distance.ts';
import type { Prepared } from './features.ts';
import type { Standing } from './foreground.ts';
import { measure } from './score.ts';

/** Skin, in CIE Lab: a and b of the middle of its range, and how far that goes (Hsu, Abdel-Mottaleb and Jain 2002). */
const SKIN = { a: 16, b: 20, spreadA: 8, spreadB: 9 };
/** Parts smaller than this share of the photo aren't counted. */
const PART = 0.002;

/** Traits of masks of the search size (1 inside), each in its place; `null` for one that is no thing at all. */
export function subjectTraits(
  masks: readonly Uint8Array[],
  prepared: Prepared,
  standing: Standing,
): (number[] | null)[] {
  const common = masks.map(
    (mask) => masks.reduce((sum, other) => sum + shared(mask, other), 0) / masks.length,
  );
  const detail = detailOf(prepared);
  const skin = skinOf(prepared);
  return masks.map((mask, n) => {
    const measures = measure(mask, prepared);
    if (!measures) return null;
    const { width, height } = prepared.coarse;
    const of = (values: Float32Array) => means(values, mask);
    const likely = of(standing.likely);
    const contrast = of(standing.contrast);
    const background = of(standing.background);
    const sharp = of(detail);
    const bare = of(skin);
    const area = mask.reduce((sum, v) => sum + v, 0);
    const place = placeOf(mask, width, height);
    const { sizes } = components(mask, width, height, 1);
    const parts = sizes.filter((size) => size >= PART * mask.length).length;
    const held = likely.inside * area;
    return [
      ...measures,
      common[n]!,
      likely.inside,
      likely.outside,
      held / Math.max(1e-6, held + likely.outside * (mask.length - area)),
      contrast.inside,
      contrast.outside,
      background.inside,
      background.outside,
      sharp.inside - sharp.outside,
      bare.inside,
      bare.inside - bare.outside,
      area / mask.length,
      place.u ** 2,
      place.v,
      place.wide,
      place.high,
      place.sides,
      place.top,
      place.bottom,
      Math.log(Math.max(1, parts)),
    ];
  });
}

function means(values: Float32Array, mask: Uint8Array): { inside: number; outside: number } {
  const sums = [0, 0];
  const counts = [0, 0];
  for (let i = 0; i < mask.length; i++) {
    sums[mask[i]!]! += values[i]!;
    counts[mask[i]!]! += 1;
  }
  return { inside: sums[1]! / Math.max(1, counts[1]!), outside: sums[0]! / Math.max(1, counts[0]!) };
}

/** How much fine detail there is: what is in focus has it. */
function detailOf({ coarse: { words, vocabulary } }: Prepared): Float32Array {
  return Float32Array.from(words, (word) => vocabulary.centres[4 * word + 3]!);
}

function skinOf({ coarse: { planes } }: Prepared): Float32Array {
  const { l, a, b } = planes;
  return l.map((light, i) => {
    const [p, q] = [(a[i]! - SKIN.a) / SKIN.spreadA, (b[i]! - SKIN.b) / SKIN.spreadB];
    return light > 25 ? Math.exp(-(p * p + q * q) / 2) : 0;
  });
}

/** Where a mask lies, -1..1 from the left and the top, how far it spreads, and what share of the photo's sides it takes. */
function placeOf(mask: Uint8Array, width: number, height: number) {
  let [n, u, v, uu, vv, sides, top, bottom] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!mask[i]) continue;
      const [p, q] = [(2 * x + 1) / width - 1, (2 * y + 1) / height - 1];
      n++;
      u += p;
      v += q;
      uu += p * p;
      vv += q * q;
      if (x === 0 || x === width - 1) sides++;
      if (y === 0) top++;
      if (y === height - 1) bottom++;
    }
  [u, v] = [u / n, v / n];
  return {
    u,
    v,
    wide: Math.sqrt(Math.max(0, uu / n - u * u)),
    high: Math.sqrt(Math.max(0, vv / n - v * v)),
    sides: sides / (2 * height),
    top: top / width,
    bottom: bottom / width,
  };
}
