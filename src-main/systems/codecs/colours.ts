/** The colours that a picture is made of: k-means in Oklab on a small copy. */
import type { Media } from '../../contract/index.ts';
import { labDistance, labToHex, toLab, type Lab } from '../../contract/oklab.ts';
import sharp from '../../runtime/raster/sharp.ts';

export type Colours = NonNullable<Media['colours']>;

/** Longer side of the copy that is looked at, in pixels: a colour that fills less than a pixel of it isn't seen. */
const side = 64;
const clusters = 6;
const rounds = 12;
/** Colours closer than this in Oklab are one. */
const same = 0.06;

/**
 * At most six colours, the most frequent first, with each one's share of the picture (0..1). Transparent pixels don't
 * count; a picture of nothing else has none. The same file gives the same colours.
 */
export async function coloursOf(path: string): Promise<Colours> {
  const { data } = await sharp(path)
    .resize(side, side, { fit: 'inside', withoutEnlargement: true, kernel: 'cubic' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const pixels: Lab[] = [];
  for (let i = 0; i < data.length; i += 4)
    if (data[i + 3]! > 127) pixels.push(toLab(data[i]!, data[i + 1]!, data[i + 2]!));
  return merge(means(pixels))
    .sort((a, b) => b.count - a.count)
    .map(({ at, count }) => ({
      colour: labToHex(at),
      share: Math.round((1000 * count) / pixels.length) / 1000,
    }))
    .filter(({ share }) => share >= 0.01);
}

interface Cluster {
  at: Lab;
  count: number;
}

/** Begins with pixels that are far from each other, so that a small patch of a strong colour gets a cluster. */
function means(pixels: readonly Lab[]): Cluster[] {
  const first = pixels[0];
  if (!first) return [];
  const centres: Lab[] = [average(pixels)];
  while (centres.length < clusters) {
    const far = pixels.reduce(
      (best, pixel) => {
        const away = Math.min(...centres.map((centre) => labDistance(centre, pixel)));
        return away > best.away ? { pixel, away } : best;
      },
      { pixel: first, away: 0 },
    );
    if (far.away < same) break;
    centres.push(far.pixel);
  }
  let groups: Lab[][] = [];
  for (let round = 0; round < rounds; round++) {
    groups = centres.map(() => []);
    for (const pixel of pixels) groups[nearest(centres, pixel)]!.push(pixel);
    groups.forEach((group, i) => group.length && (centres[i] = average(group)));
  }
  return centres.map((at, i) => ({ at, count: groups[i]!.length })).filter(({ count }) => count > 0);
}

/** Clusters that look the same become one. */
function merge(found: readonly Cluster[]): Cluster[] {
  const kept: Cluster[] = [];
  for (const cluster of [...found].sort((a, b) => b.count - a.count)) {
    const twin = kept.find(({ at }) => labDistance(at, cluster.at) < same);
    if (twin) twin.count += cluster.count;
    else kept.push({ ...cluster });
  }
  return kept;
}

const average = (group: readonly Lab[]): Lab =>
  [0, 1, 2].map((c) => group.reduce((sum, lab) => sum + lab[c]!, 0) / group.length) as unknown as Lab;
const nearest = (centres: readonly Lab[], pixel: Lab): number =>
  centres.reduce(
    (best, centre, i) => (labDistance(centre, pixel) < labDistance(centres[best]!, pixel) ? i : best),
    0,
  );
