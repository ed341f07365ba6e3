import { StudioError } from '../../../contract/index.ts';
import { blankLike, boundsOf, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { eachRow, type Args, type Box } from './apply.ts';

/** Cuts the picture down to the box around the region, to an aspect (width / height) about its middle, or both. */
export async function crop(
  image: Raster,
  mask: Mask | null,
  args: Args<'crop'>,
  work: Work,
): Promise<Raster> {
  const region = mask ? (boundsOf(mask, 128) ?? boundsOf(mask)) : null;
  if (!region && !args.aspect)
    throw new StudioError(
      'needs-region',
      'Crop to what?',
      'Draw a box around what should stay, then ask again.',
    );
  const whole: Box = { x1: 0, y1: 0, x2: image.width, y2: image.height };
  const box = args.aspect ? withAspect(region ?? whole, args.aspect, image) : region!;
  const out = blankLike(image, { width: box.x2 - box.x1, height: box.y2 - box.y1 });
  await eachRow(box, work, (y) => {
    const start = (y * image.width + box.x1) * image.channels;
    const row = image.data.subarray(start, start + out.width * out.channels);
    out.data.set(row, (y - box.y1) * out.width * out.channels);
  });
  return out;
}

/** The smallest box of this aspect that holds `inner`, moved into the picture; smaller where it doesn't fit. */
function withAspect(inner: Box, aspect: number, { width, height }: Raster): Box {
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
