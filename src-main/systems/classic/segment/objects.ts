/**
 * One of the things that a photo shows: of what it is of, and of what else stands out, which is what can't be reached
 * from its rim without crossing an edge. Wei, Wen, Zhu and Sun, "Geodesic saliency using background priors" (ECCV 2012).
 */
import { StudioError } from '../../../contract/index.ts';
import type { Work } from '../../../runtime/work.ts';
import type { HostPart } from '../index.ts';
import { tidy } from './distance.ts';
import type { Prepared } from './features.ts';
import type { Finding } from './finding.ts';
import { otsu } from './otsu.ts';
import { difference, geodesic, rimOf } from './geodesic.ts';
import { fitSize, shrink } from './planes.ts';
import { ordered, thingsIn, tooFew, type Thing } from './pick.ts';
import { segmentPrompt } from './prompt.ts';
import { findSubject } from './subject.ts';

/** Pixels at which things are counted. */
const SIZE = 20_000;
/** A thing covers at least, and at most, this share of the picture. */
const LEAST = 0.002;
const MOST = 0.8;
/** How far from the rim, in such differences, a picture's most distant place must be for anything to stand out. */
const STANDS_OUT = 25;
/** So much of the rim is alike where it is background. */
const USUAL = 0.25;
/** How sure it is which of several things a wish means; a noun can't be checked, so that one is never sure. */
const SURE = { largest: 0.8, smallest: 0.5, nearest: 0.75, nth: 0.5, brightest: 0.7, darkest: 0.7 } as const;
const CALLED = 0.5;
const OTHERS = 2;

export type ObjectWish = Omit<Extract<HostPart, { kind: 'object' }>, 'kind' | 'sign'>;

/** A thing that is drawn once it is needed; areas are shares of the picture. */
interface Seen extends Omit<Thing, 'mask'> {
  /** Mean lightness, 0..100. */
  light: number;
  draw(): Promise<Uint8Array>;
}

/** @throws StudioError `needs-region` where nothing stands out, or fewer things do than are counted */
export async function findObject(prepared: Prepared, wish: ObjectWish, work: Work): Promise<Finding> {
  const { width, height } = prepared.fine;
  const subject = await subjectOf(prepared, work);
  const parts = subject ? partsOf(subject.mask, prepared) : [];
  const more = wish.which === 'largest' && parts.length ? [] : await standing(prepared, work);
  const things = [...parts, ...more.filter((thing) => !subject || !lieIn(thing, subject.mask, prepared))];
  if (!things.length)
    throw new StudioError(
      'needs-region',
      'No single thing stands out of this picture.',
      'Click on what you mean, then say it again with “this”.',
    );
  const [first, ...rest] = inOrder(things, wish, width / height);
  if (!first) throw tooFew(things.length);
  const sure = SURE[wish.which] * (wish.which === 'largest' ? (subject?.sure ?? 1) : 1);
  const others: Uint8Array[] = [];
  for (const thing of rest.slice(0, OTHERS)) others.push(await thing.draw());
  return { mask: await first.draw(), sure: wish.called ? CALLED * sure : sure, others };
}

function inOrder(things: readonly Seen[], wish: ObjectWish, aspect: number): Seen[] {
  const { which } = wish;
  if (which === 'brightest') return things.toSorted((a, b) => b.light - a.light);
  if (which === 'darkest') return things.toSorted((a, b) => a.light - b.light);
  return ordered(things, { ...wish, which }, aspect);
}

/** What the photo is of; none where that isn't clear. */
async function subjectOf(prepared: Prepared, work: Work): Promise<Finding | undefined> {
  try {
    const subject = await findSubject(prepared, work);
    const area = subject.mask.reduce((sum, v) => sum + v, 0);
    return area <= MOST * subject.mask.length ? subject : undefined;
  } catch (error) {
    if (error instanceof StudioError && error.failure.code === 'needs-region') return undefined;
    throw error;
  }
}

/** The parts of a mask of the working size. */
function partsOf(mask: Uint8Array, { fine }: Prepared): Seen[] {
  const { width, height, planes } = fine;
  return thingsIn(mask, width, height).map((thing) => ({
    x: thing.x,
    y: thing.y,
    area: thing.area / mask.length,
    light: lightOf(planes.l, thing.mask),
    draw: () => Promise.resolve(thing.mask),
  }));
}

function lightOf(light: Float32Array, mask: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < mask.length; i++)
    if (mask[i]) {
      sum += light[i]!;
      count++;
    }
  return sum / Math.max(1, count);
}

/** Whether the middle of a thing is set in a mask of the working size. */
function lieIn({ x, y }: Seen, mask: Uint8Array, { fine: { width, height } }: Prepared): boolean {
  return mask[Math.floor(y * height) * width + Math.floor(x * width)] === 1;
}

/** What can't be reached from the rim; each is drawn by the box around it. */
async function standing(prepared: Prepared, work: Work): Promise<Seen[]> {
  const { fine } = prepared;
  const size = fitSize(fine.width, fine.height, SIZE);
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
  return thingsIn(mask, width, height)
    .filter(({ area }) => area >= LEAST * mask.length && area <= MOST * mask.length)
    .map((thing) => ({
      x: thing.x,
      y: thing.y,
      area: thing.area / mask.length,
      light: lightOf(planes.l, thing.mask),
      draw: () => segmentPrompt(prepared, [], [boxAround(thing, size)], work),
    }));
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
