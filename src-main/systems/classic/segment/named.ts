/** What the engine finds by its name alone, as a mask of the photo's own size. */
import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { matteOf } from '../matte/index.ts';
import type { HostPart } from '../index.ts';
import { segmentColour } from './colour.ts';
import type { Prepared } from './features.ts';
import { segmentExtreme, toneMask } from './light.ts';
import { segmentObject } from './objects.ts';
import { segmentSky } from './sky.ts';
import { segmentSubject } from './subject.ts';

export type NamedPart = Extract<HostPart, { kind: 'named' | 'colour' | 'object' }>;

/** @throws StudioError `needs-region` where the picture has no such thing */
export async function drawNamed(
  part: NamedPart,
  image: Raster,
  prepared: Prepared,
  work: Work,
): Promise<Mask> {
  if (part.kind === 'named' && (part.name === 'highlights' || part.name === 'shadows'))
    return toneMask(image, part.name, work);
  const mask = await matteOf(await find(part, prepared, work), prepared.fine, image, work);
  if (part.kind === 'named' && part.name === 'background')
    for (let i = 0; i < mask.data.length; i++) mask.data[i] = 255 - mask.data[i]!;
  return mask;
}

/** 1 inside, at the working size; the background as the subject. */
function find(part: NamedPart, prepared: Prepared, work: Work): Promise<Uint8Array> {
  if (part.kind === 'colour') return segmentColour(prepared, part.colour, part, work);
  if (part.kind === 'object') return segmentObject(prepared, part, work);
  switch (part.name) {
    case 'sky':
      return segmentSky(prepared, work);
    case 'brightest':
    case 'darkest':
      return segmentExtreme(prepared, part.name, work);
    default:
      return segmentSubject(prepared, work);
  }
}
