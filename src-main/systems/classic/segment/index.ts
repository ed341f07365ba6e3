/** Click and box selection without a model: what a region means on a photo, as a mask of the photo's own size. */
import { StudioError, type Combine, type Refinement } from '../../../contract/index.ts';
import { blankMask, boundsOf, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import type { HostPart } from '../index.ts';
import { matteOf } from '../matte/index.ts';
import type { Box } from './box.ts';
import { prepare, type Prepared } from './features.ts';
import { drawNamed, type Named, type NamedPart } from './named.ts';
import { guessQuickly } from './preview.ts';
import type { Click } from './places.ts';
import { segmentPrompt } from './prompt.ts';
import { refineMask } from './refine/index.ts';
import { segmentScribbles, type Scribble } from './scribble.ts';
import { blend, drawPolygon, drawStroke } from './shapes.ts';

export type { Prepared } from './features.ts';

/** A region's part with its mask read: as large as the photo. */
export type SegmentPart = Exclude<HostPart, { kind: 'mask' }> | { kind: 'mask'; mask: Mask; sign: Combine };

/** Steps of progress of both functions below. */
const STEPS = 10;

/** What clicks need to be quick: computed once a photo, about half a second; a few dozen bytes a working pixel. */
export async function prepareSegmentation(image: Raster, work: Work): Promise<Prepared> {
  work.progress(0, STEPS);
  const prepared = await prepare(image, work);
  work.progress(STEPS, STEPS);
  return prepared;
}

/**
 * What a click at a place (0..1) would select: 255 inside, smaller than the photo. A good guess in some tens of
 * milliseconds, or, `settled`, what the click gives before it is drawn at the photo's own size.
 */
export async function previewClick(
  prepared: Prepared,
  at: { x: number; y: number },
  settled: boolean,
  work: Work,
): Promise<Mask> {
  const click: Click = { ...at, sign: '+' };
  const { width, height } = settled ? prepared.fine : prepared.coarse;
  const found = settled
    ? await segmentPrompt(prepared, [click], [], work)
    : await guessQuickly(prepared, click, work);
  return { width, height, data: found.map((v) => 255 * v) };
}

/**
 * The mask of a region, 255 inside. Points, boxes and scribbles are one prompt for a segmentation; the exact parts then
 * add or take away in their order. Negative points without anything positive take the objects they lie on away from the
 * exact parts (or from the whole picture when there are none); so does an exact part that keeps only what lies in both
 * when it comes first. The refinement is made last. Transparent pixels are never inside.
 * @param prepared needed by what has to be looked for: see `looksFor`
 * @throws StudioError `bad-input` for a mask of another size
 */
export async function segmentRegion(
  image: Raster,
  prepared: Prepared | null,
  parts: readonly SegmentPart[],
  inverted: boolean,
  work: Work,
  refinement: Refinement = {},
): Promise<Mask> {
  work.progress(0, STEPS);
  const clicks: Click[] = parts.filter((p) => p.kind === 'point');
  const boxes: Box[] = parts.filter((p) => p.kind === 'box');
  const scribbles = parts.filter(isScribble);
  const exact = parts.filter((p): p is ExactPart => p.kind !== 'point' && p.kind !== 'box' && !isScribble(p));
  const hints = [...clicks, ...scribbles];
  const positive = boxes.length > 0 || hints.some((hint) => hint.sign === '+');
  let mask = blankMask(image.width, image.height);
  if (positive) {
    const features = known(prepared);
    const found = scribbles.length
      ? await segmentScribbles(features, scribbles, clicks, boxes, work)
      : await segmentPrompt(features, clicks, boxes, work);
    work.progress(STEPS / 2, STEPS);
    mask = await matteOf(found, features.fine, image, work);
    // what was said is never taken back by what it looks like
    for (const { points, radius, sign } of scribbles)
      blend(mask, await drawStroke(points, radius / 2, image.width, image.height, work), sign);
  } else if (exact.length === 0 ? hints.length > 0 : combineOf(exact[0]!) === '&') {
    mask.data.fill(255);
  }
  for (const part of exact) {
    blend(mask, await drawPart(part, image, prepared, mask, work), combineOf(part));
    await work.breathe();
  }
  if (!positive && hints.length) {
    const features = known(prepared);
    const refused = clicks.map((c) => ({ ...c, sign: '+' as const }));
    const found = scribbles.length
      ? await segmentScribbles(
          features,
          scribbles.map((s) => ({ ...s, sign: '+' as const })),
          refused,
          [],
          work,
        )
      : await segmentPrompt(features, refused, [], work);
    blend(mask, await matteOf(found, features.fine, image, work), '-');
  }
  mask = await finished(mask, image, inverted, refinement, work);
  work.progress(STEPS, STEPS);
  return mask;
}

/** What is done last to a mask, however it was found. */
async function finished(
  mask: Mask,
  image: Raster,
  inverted: boolean,
  refinement: Refinement,
  work: Work,
): Promise<Mask> {
  if (inverted) for (let i = 0; i < mask.data.length; i++) mask.data[i] = 255 - mask.data[i]!;
  const refined = await refineMask(mask, refinement, work);
  hideTransparent(refined, image);
  await work.breathe();
  return refined;
}

/** Whether a part names what it means, so that it may mean something else. */
export const isNamed = (part: SegmentPart): part is NamedPart =>
  part.kind === 'named' || part.kind === 'colour' || part.kind === 'object';

/** What one name means, as `segmentRegion` answers it, with how sure that is and what else it may mean. */
export async function segmentNamed(
  image: Raster,
  prepared: Prepared,
  part: NamedPart,
  inverted: boolean,
  work: Work,
  refinement: Refinement = {},
): Promise<Named> {
  work.progress(0, STEPS);
  if (part.sign !== undefined && part.sign !== '+')
    return {
      mask: await segmentRegion(image, prepared, [part], inverted, work, refinement),
      sure: 1,
      others: [],
    };
  const { mask, sure, others } = await drawNamed(part, image, prepared, work);
  const finish = (found: Mask) => finished(found, image, inverted, refinement, work);
  const done: Named = { mask: await finish(mask), sure, others: [] };
  for (const other of others) done.others.push(await finish(other));
  work.progress(STEPS, STEPS);
  return done;
}

const isScribble = (part: SegmentPart): part is SegmentPart & Scribble =>
  part.kind === 'stroke' && part.hint === true;

/** Whether a part has to be looked for in the picture; the others are drawn as they are. */
export const looksFor = (part: SegmentPart | HostPart): boolean =>
  part.kind === 'stroke' ? part.hint === true : !['polygon', 'mask', 'within'].includes(part.kind);

function known(prepared: Prepared | null): Prepared {
  if (!prepared) throw new Error('a part that has to be looked for needs the prepared photo');
  return prepared;
}

const combineOf = (part: ExactPart): Combine => part.sign ?? '+';

type ExactPart = Exclude<SegmentPart, { kind: 'point' | 'box' }>;

async function drawPart(
  part: ExactPart,
  image: Raster,
  prepared: Prepared | null,
  before: Mask,
  work: Work,
): Promise<Mask> {
  const { width, height } = image;
  switch (part.kind) {
    case 'within':
      return drawPolygon(within(part, before), width, height, work);
    case 'polygon':
      return drawPolygon(part.points, width, height, work);
    case 'stroke':
      return drawStroke(part.points, part.radius, width, height, work, part);
    case 'mask':
      if (part.mask.width !== width || part.mask.height !== height) {
        throw new StudioError(
          'bad-input',
          `The mask has ${part.mask.width} × ${part.mask.height} pixels, the picture ${width} × ${height}.`,
          'Use a mask as large as the picture.',
        );
      }
      return part.mask;
    case 'named':
    case 'colour':
    case 'object':
      return (await drawNamed(part, image, known(prepared), work)).mask;
  }
}

/** The corners of a part of a mask's bounds, in shares of the picture; of nothing, the picture's own. */
function within({ x1, y1, x2, y2 }: Extract<ExactPart, { kind: 'within' }>, mask: Mask): [number, number][] {
  const box = boundsOf(mask, 128) ?? boundsOf(mask) ?? { x1: 0, y1: 0, x2: mask.width, y2: mask.height };
  const x = (share: number) => (box.x1 + share * (box.x2 - box.x1)) / mask.width;
  const y = (share: number) => (box.y1 + share * (box.y2 - box.y1)) / mask.height;
  return [
    [x(x1), y(y1)],
    [x(x2), y(y1)],
    [x(x2), y(y2)],
    [x(x1), y(y2)],
  ];
}

/** No more of a pixel is inside than there is of it. */
function hideTransparent(mask: Mask, image: Raster): void {
  if (image.channels === 3) return;
  const shift = image.data instanceof Uint16Array ? 8 : 0;
  for (let i = 0; i < mask.data.length; i++) {
    const alpha = image.data[i * 4 + 3]! >> shift;
    if (alpha < mask.data[i]!) mask.data[i] = alpha;
  }
}
