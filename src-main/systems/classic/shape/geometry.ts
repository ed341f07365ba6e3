/** Where the commands that move the picture as a whole send its pixels: one answer for pictures and for masks. */
import { StudioError } from '../../../contract/index.ts';
import { boundsOf, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Args, Box } from '../edits/apply.ts';
import { aspectOf, cornersOfMask, type Corners } from './corners.ts';
import {
  chain,
  cornersOf,
  fromUnitSquare,
  inverse,
  project,
  shift,
  stretch,
  turn,
  type Point,
  type Projective,
} from './projective.ts';
import { isConvex, largestInside } from './rectangle.ts';
import { tiltOf } from './tilt.ts';
import { uprightBy } from './upright.ts';

export interface Geometry {
  /** From the result's coordinates to those of the picture before. */
  back: Projective;
  width: number;
  height: number;
}

/** Above this a picture can't be opened again (sharp's own limit for files), in pixels and a side. */
const mostPixels = 268_402_689;
const longestSide = 65_535;

/** @throws StudioError `too-large` */
function sized(back: Projective, width: number, height: number, hint: string): Geometry {
  if (width > longestSide || height > longestSide || width * height > mostPixels)
    throw new StudioError(
      'too-large',
      `The picture would have ${width} × ${height} pixels, which is too many.`,
      hint,
    );
  return { back, width, height };
}

type Size = Pick<Raster, 'width' | 'height'>;

/** To the box around the region, to an aspect (width / height) about its middle, or both. */
export function cropping(image: Size, mask: Mask | null, args: Args<'crop'>): Geometry {
  const region = mask ? (boundsOf(mask, 128) ?? boundsOf(mask)) : null;
  if (!region && !args.aspect)
    throw new StudioError(
      'needs-region',
      'Crop to what?',
      'Draw a box around what should stay, then ask again.',
    );
  const whole: Box = { x1: 0, y1: 0, x2: image.width, y2: image.height };
  const box = args.aspect ? withAspect(region ?? whole, args.aspect, image) : region!;
  return { back: shift(box.x1, box.y1), width: box.x2 - box.x1, height: box.y2 - box.y1 };
}

/** The smallest box of this aspect that holds `inner`, moved into the picture; smaller where it doesn't fit. */
function withAspect(inner: Box, aspect: number, { width, height }: Size): Box {
  const innerWidth = inner.x2 - inner.x1;
  const innerHeight = inner.y2 - inner.y1;
  let w = Math.max(innerWidth, innerHeight * aspect);
  if (w > width || w / aspect > height) w = Math.min(width, height * aspect);
  const boxWidth = Math.min(width, Math.max(1, Math.round(w)));
  const boxHeight = Math.min(height, Math.max(1, Math.round(w / aspect)));
  const left = (inner.x1 + inner.x2 - boxWidth) / 2;
  const top = (inner.y1 + inner.y2 - boxHeight) / 2;
  const x1 = Math.round(Math.min(width - boxWidth, Math.max(0, left)));
  const y1 = Math.round(Math.min(height - boxHeight, Math.max(0, top)));
  return { x1, y1, x2: x1 + boxWidth, y2: y1 + boxHeight };
}

/** `horizontal` swaps left and right, `vertical` top and bottom. */
export function flipping({ width, height }: Size, { axis }: Args<'flip'>): Geometry {
  const back =
    axis === 'horizontal' ? chain(stretch(-1, 1), shift(width, 0)) : chain(stretch(1, -1), shift(0, height));
  return { back, width, height };
}

/** Clockwise; the picture grows to hold all of it. */
export function turning(image: Size, { degrees }: Args<'rotate'>): Geometry {
  const about = chain(shift(-image.width / 2, -image.height / 2), turn(degrees));
  const corners = cornersOf({ x1: 0, y1: 0, x2: image.width, y2: image.height }).map((p) =>
    project(about, p),
  );
  const extent = (values: number[]): number => Math.ceil(Math.max(...values) - Math.min(...values) - 1e-6);
  const width = extent(corners.map(([x]) => x));
  const height = extent(corners.map(([, y]) => y));
  return sized(inverse(chain(about, shift(width / 2, height / 2))), width, height, 'Scale it down first.');
}

/** By a factor, or to a width or height in pixels (with both: exactly these). */
export function scaling(image: Size, args: Args<'resize'>): Geometry {
  const factor = args.factor ?? (args.width ? args.width / image.width : args.height! / image.height);
  const width = args.width ?? Math.max(1, Math.round(image.width * factor));
  const height = args.height ?? Math.max(1, Math.round(image.height * factor));
  const back = stretch(image.width / width, image.height / height);
  return sized(back, width, height, 'Choose a smaller size.');
}

/** A larger canvas with the picture in it: sides by their shares, then what an aspect takes, in halves. */
export function extending(image: Size, args: Args<'extend'>): Geometry {
  const share = (part: number | undefined, whole: number): number => Math.round((part ?? 0) * whole);
  let left = share(args.left, image.width);
  let top = share(args.top, image.height);
  let width = left + image.width + share(args.right, image.width);
  let height = top + image.height + share(args.bottom, image.height);
  if (args.aspect) {
    const wider = Math.max(width, Math.round(height * args.aspect));
    const taller = Math.max(height, Math.round(width / args.aspect));
    left += Math.floor((wider - width) / 2);
    top += Math.floor((taller - height) / 2);
    [width, height] = [wider, taller];
  }
  return sized(shift(-left, -top), width, height, 'Add less at the sides.');
}

/**
 * Turned by `degrees` (left out: against the tilt of the lines in the picture) and cropped to the largest picture of
 * the same aspect without blank corners.
 */
export async function straightening(image: Raster, args: Args<'straighten'>, work: Work): Promise<Geometry> {
  const degrees = args.degrees ?? -(await tiltOf(image, work));
  return cropped(image, chain(shift(-image.width / 2, -image.height / 2), turn(degrees)));
}

/** The picture under a map, cropped to the largest box of its aspect that it fills. */
function cropped(image: Size, map: Projective): Geometry {
  const whole = cornersOf({ x1: 0, y1: 0, x2: image.width, y2: image.height });
  const corners = whole.map((p) => project(map, p)) as [Point, Point, Point, Point];
  const box = largestInside(corners, image.width / image.height)!;
  const width = Math.max(1, Math.floor(box.x2 - box.x1 + 1e-6));
  const height = Math.max(1, Math.floor(box.y2 - box.y1 + 1e-6));
  const left = (box.x1 + box.x2 - width) / 2;
  const top = (box.y1 + box.y2 - height) / 2;
  return { back: chain(shift(left, top), inverse(map)), width, height };
}

/** A camera of a usual lens turned by at most this many degrees; its focal length in longer sides of the picture. */
const mostKeystone = 25;
const lens = 1.25;

/**
 * Four corners (given, or those of the region) become a rectangle of the shape that it had; or the picture as a camera
 * would have seen it that was turned up or down (`vertical`) and sideways (`horizontal`), cropped to what is there.
 * `upright`: turned until the upright lines in it are, before any turn that is given.
 * @throws StudioError `needs-region`, `bad-input`, `too-large`
 */
export async function rectifying(
  image: Raster,
  mask: Mask | null,
  args: Args<'perspective'>,
  work: Work,
): Promise<Geometry> {
  const given = args.corners?.map(([x, y]): Point => [x * image.width, y * image.height]) as
    Corners | undefined;
  if (!given && args.upright) return keystone(image, args, await turnedUpright(image, work));
  if (!given && (args.vertical || args.horizontal)) return keystone(image, args);
  if (!given && !mask)
    throw new StudioError(
      'needs-region',
      'Which four corners should become a rectangle?',
      'Draw an outline with four corners, or click on a page or a sign, then ask again.',
    );
  const corners = given ?? cornersOfMask(mask!);
  if (!corners)
    throw new StudioError(
      'bad-input',
      'What is selected doesn’t have four straight sides.',
      'Draw an outline through its four corners, then ask again.',
    );
  if (!isConvex(corners))
    throw new StudioError(
      'bad-input',
      'These corners don’t make a rectangle seen from the side.',
      'Give them clockwise: top left, top right, bottom right, bottom left.',
    );
  return rectangleOf(corners, image);
}

function rectangleOf(corners: Corners, image: Size): Geometry {
  const [a, b, c, d] = corners;
  const long = ([x, y]: Point, [u, v]: Point): number => Math.hypot(x - u, y - v);
  const aspect = Math.min(50, Math.max(0.02, aspectOf(corners, image)));
  // No side loses detail.
  const wide = Math.max(long(a, b), long(d, c), Math.max(long(a, d), long(b, c)) * aspect);
  const width = Math.max(1, Math.round(wide));
  const height = Math.max(1, Math.round(wide / aspect));
  const back = chain(stretch(1 / width, 1 / height), fromUnitSquare(corners));
  return sized(back, width, height, 'Choose a smaller part.');
}

/** @throws StudioError `bad-input` where no lines say what is upright */
async function turnedUpright(image: Raster, work: Work): Promise<Projective> {
  const turned = await uprightBy(image, lens, work);
  if (turned) return turned;
  throw new StudioError(
    'bad-input',
    'There are too few upright lines here to set the perspective by.',
    'Say which way and how far: “widen the top by 20 %”, “straighten it by 2 degrees”.',
  );
}

const unturned: Projective = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** A turn of the camera is the map K R K⁻¹ of its picture (Hartley and Zisserman, section 8.4). */
function keystone(
  image: Size,
  { vertical = 0, horizontal = 0 }: Args<'perspective'>,
  before = unturned,
): Geometry {
  const f = lens * Math.max(image.width, image.height);
  const tilt = (vertical * mostKeystone * Math.PI) / 180;
  const pan = (horizontal * mostKeystone * Math.PI) / 180;
  const up: Projective = [1, 0, 0, 0, Math.cos(tilt), -Math.sin(tilt), 0, Math.sin(tilt), Math.cos(tilt)];
  const sideways: Projective = [Math.cos(pan), 0, -Math.sin(pan), 0, 1, 0, Math.sin(pan), 0, Math.cos(pan)];
  const map = chain(
    shift(-image.width / 2, -image.height / 2),
    stretch(1 / f, 1 / f),
    before,
    up,
    sideways,
    stretch(f, f),
  );
  return cropped(image, map);
}
