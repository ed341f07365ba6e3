/** Where a thing goes that is moved, turned, mirrored or scaled. */
import { boundsOf, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Args } from '../edits/apply.ts';
import { chain, project, shift, stretch, turn, type Projective } from './projective.ts';

/** Leads from a pixel of the thing to where it goes, in the picture's coordinates; `null` where nothing changes. */
export function placementOf(
  image: Pick<Raster, 'width' | 'height'>,
  mask: Mask,
  args: Args<'transform'>,
): Projective | null {
  const box = boundsOf(mask, 128) ?? boundsOf(mask);
  if (!box) return null;
  const [x, y] = [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2];
  const mirror = stretch(args.mirror === 'horizontal' ? -1 : 1, args.mirror === 'vertical' ? -1 : 1);
  const scale = args.scale ?? 1;
  const free = chain(
    shift(-x, -y),
    mirror,
    turn(args.degrees ?? 0),
    stretch(scale, scale),
    shift(x + (args.dx ?? 0) * image.width, y + (args.dy ?? 0) * image.height),
  );
  const map = onPixels(free);
  const [a, b, c, d, e, f] = map;
  return a === 1 && b === 0 && c === 0 && d === 0 && e === 1 && f === 0 ? null : map;
}

/** A map that neither scales nor turns freely goes to whole pixels: then every pixel stays as sharp as it was. */
function onPixels(map: Projective): Projective {
  if ([map[0], map[1], map[3], map[4]].some((v) => !Number.isInteger(v) || Math.abs(v) > 1)) return map;
  const [x, y] = project(map, [0.5, 0.5]);
  return chain(map, shift(Math.round(x - 0.5) - (x - 0.5), Math.round(y - 0.5) - (y - 0.5)));
}

/** Room between a thing and its copy, as a share of the thing's size. */
const gap = 0.1;

/** The arguments with a place for the copy where none is given: beside the thing, on the side with more room. */
export function beside(
  image: Pick<Raster, 'width' | 'height'>,
  mask: Mask,
  args: Args<'duplicate'>,
): Args<'duplicate'> {
  const box = boundsOf(mask, 128) ?? boundsOf(mask);
  if (!box || args.dx !== undefined || args.dy !== undefined) return args;
  const scale = args.scale ?? 1;
  const step = ((box.x2 - box.x1) * (1 + scale) * (1 + gap)) / 2 / image.width;
  const down = ((box.y2 - box.y1) * (1 + scale) * (1 + gap)) / 2 / image.height;
  const left = box.x1 / image.width;
  const right = 1 - box.x2 / image.width;
  const [above, below] = [box.y1 / image.height, 1 - box.y2 / image.height];
  const sideways = Math.max(left, right) / step;
  if (sideways >= 0.5 || sideways >= Math.max(above, below) / down)
    return { ...args, dx: Math.max(-1, Math.min(1, right >= left ? step : -step)) };
  return { ...args, dy: Math.max(-1, Math.min(1, below >= above ? down : -down)) };
}
