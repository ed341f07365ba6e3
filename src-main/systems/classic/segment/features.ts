/** Everything about a photo that doesn't depend on where somebody clicks. */
import type { Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { learnWords, spell, type Vocabulary } from './appearance.ts';
import { boundariesOf, gradientOf, type Boundaries } from './boundary.ts';
import { strongest } from './boundary.ts';
import { regionTree, type RegionTree } from './tree.ts';
import { glanceOf, type Glance } from './preview.ts';
import { blur, fitSize, shrink, toPlanes, type Planes } from './planes.ts';

/** Pixels at which outlines are drawn, and at which they are first looked for. */
const WORKING = 270_000;
const SEARCH = 70_000;

export interface Features {
  width: number;
  height: number;
  planes: Planes;
  vocabulary: Vocabulary;
  /** The word of every pixel. */
  words: Uint8Array;
  /** How often each word occurs. */
  counts: Float64Array;
  /** Squared colour difference of neighbours that is usual around a pixel. */
  contrast: Float32Array;
}

export interface Prepared {
  /** The photo's own size. */
  width: number;
  height: number;
  fine: Features;
  coarse: Features;
  boundaries: Boundaries;
  /** The strongest boundary of each pixel at the search size, whatever its direction. */
  strongest: Float32Array;
  tree: RegionTree;
  /** For previews. */
  glance: Glance;
}

export async function prepare(image: Raster, work: Work): Promise<Prepared> {
  const size = fitSize(image.width, image.height, WORKING);
  const planes = await toPlanes(image, size, work);
  const small = fitSize(image.width, image.height, SEARCH);
  const reduced: Planes = {
    ...small,
    l: shrink(planes.l, size, small),
    a: shrink(planes.a, size, small),
    b: shrink(planes.b, size, small),
    alpha: shrink(planes.alpha, size, small),
  };
  await work.breathe();
  const boundaries = await boundariesOf(reduced, work);
  const coarse = await featuresOf(reduced, 2, work);
  const any = strongest(boundaries);
  const tree = await regionTree(coarse, any, work);
  const fine = await featuresOf(planes, 1.5, work);
  const glance = glanceOf(coarse, boundaries, any, tree);
  await work.breathe();
  return { width: image.width, height: image.height, fine, coarse, boundaries, strongest: any, tree, glance };
}

async function featuresOf(planes: Planes, sigma: number, work: Work): Promise<Features> {
  const { width, height } = planes;
  const gradient = gradientOf(planes, 0.7);
  await work.breathe();
  const detail = blur(
    gradient.size.map((g) => Math.log1p(g)),
    width,
    height,
    sigma,
  );
  await work.breathe();
  const squares = new Float32Array(width * height);
  let mean = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const right = x + 1 < width ? i + 1 : i;
      const down = y + 1 < height ? i + width : i;
      let d = 0;
      for (const plane of [planes.l, planes.a, planes.b]) {
        d += (plane[i]! - plane[right]!) ** 2 + (plane[i]! - plane[down]!) ** 2;
      }
      squares[i] = d / 2;
      mean += d / 2;
    }
  }
  mean /= squares.length;
  const local = blur(squares, width, height, 6);
  await work.breathe();
  const contrast = local.map((v) => 0.5 * v + 0.5 * mean + 1);
  const vocabulary = learnWords(planes, detail);
  await work.breathe();
  const words = await spell(vocabulary, planes, detail, work);
  const counts = new Float64Array(vocabulary.count);
  for (const word of words) counts[word]! += 1;
  return { width, height, planes, vocabulary, words, counts, contrast };
}
