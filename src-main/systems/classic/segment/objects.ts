/**
 * The things that stand out of a photo: what can't be reached from its rim without crossing an edge. Wei, Wen, Zhu and
 * Sun, "Geodesic saliency using background priors" (ECCV 2012).
 */
import { StudioError } from '../../../contract/index.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Prepared } from './features.ts';
import { tidy } from './distance.ts';
import { otsu } from './otsu.ts';
import { difference, geodesic, rimOf } from './geodesic.ts';
import { fitSize, shrink } from './planes.ts';
import { pick, thingsIn, type Thing, type Wish } from './pick.ts';
import { segmentPrompt } from './prompt.ts';
import { segmentSubject } from './subject.ts';

/** Pixels at which things are counted. */
const SIZE = 20_000;
/** A thing covers at least, and at most, this share of the picture. */
const LEAST = 0.002;
const MOST = 0.8;
/** How far from the rim, in such differences, a picture's most distant place must be for anything to stand out. */
const STANDS_OUT = 25;
/** So much of the rim is alike where it is background. */
const USUAL = 0.25;

/**
 * The thing meant, 1 inside, at the working size.
 * @throws StudioError `needs-region` where nothing stands out
 */
export async function segmentObject(prepared: Prepared, wish: Wish, work: Work): Promise<Uint8Array> {
  const { fine } = prepared;
  const subject = wish.which === 'largest' ? await largestOf(prepared, work) : undefined;
  if (subject) return subject;
  const size = fitSize(fine.width, fine.height, SIZE);
  const things = await standing(prepared, size, work);
  if (!things.length)
    throw new StudioError(
      'needs-region',
      'No single thing stands out of this picture.',
      'Click on what you mean, then say it again with “this”.',
    );
  const [thing] = pick(things, wish, size.width / size.height);
  return segmentPrompt(prepared, [], [boxAround(thing!, size)], work);
}

/** The largest thing of what the photo is of; none where that isn't clear. */
async function largestOf(prepared: Prepared, work: Work): Promise<Uint8Array | undefined> {
  const { width, height } = prepared.fine;
  try {
    const [thing] = thingsIn(await segmentSubject(prepared, work), width, height);
    return thing && thing.area <= MOST * width * height ? thing.mask : undefined;
  } catch (error) {
    if (error instanceof StudioError && error.failure.code === 'needs-region') return undefined;
    throw error;
  }
}

async function standing(
  { fine }: Prepared,
  size: { width: number; height: number },
  work: Work,
): Promise<Thing[]> {
  const { width, height } = size;
  const { l, a, b } = fine.planes;
  const planes = { ...size, l: shrink(l, fine, size), a: shrink(a, fine, size), b: shrink(b, fine, size) };
  await work.breathe();
  const far = fromRim(planes);
  await work.breathe();
  const top = far.reduce((a, b) => Math.max(a, b), 0);
  if (top < STANDS_OUT) return [];
  const limit = otsu(far, top);
  const mask = Uint8Array.from(far, (d) => (d > limit ? 1 : 0));
  tidy(mask, width, height, 0.01, []);
  return thingsIn(mask, width, height).filter(
    ({ area }) => area >= LEAST * mask.length && area <= MOST * mask.length,
  );
}

/** How far each pixel is from the rim. What the rim cuts off isn't all background: what is unlike most of it starts away. */
function fromRim(planes: Parameters<typeof geodesic>[0]): Float32Array {
  const rim = rimOf(planes);
  return geodesic(
    planes,
    rim.map(
      (i) =>
        [
          i,
          quantile(
            rim.map((j) => difference(planes, i, j)),
            USUAL,
          ),
        ] as const,
    ),
  );
}

const quantile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;

/** 0..1, with a pixel around it. */
function boxAround({ mask }: Thing, { width, height }: { width: number; height: number }) {
  let [x1, y1, x2, y2] = [width, height, 0, 0];
  mask.forEach((v, i) => {
    if (!v) return;
    const x = i % width;
    const y = Math.floor(i / width);
    x1 = Math.min(x1, x);
    x2 = Math.max(x2, x + 1);
    y1 = Math.min(y1, y);
    y2 = Math.max(y2, y + 1);
  });
  return {
    x1: Math.max(0, (x1 - 1) / width),
    y1: Math.max(0, (y1 - 1) / height),
    x2: Math.min(1, (x2 + 1) / width),
    y2: Math.min(1, (y2 + 1) / height),
  };
}
