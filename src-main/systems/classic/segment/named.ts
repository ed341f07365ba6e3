/** What the engine finds by its name alone, as masks of the photo's own size. */
import type { Mask, Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import { matteOf } from '../matte/index.ts';
import type { HostPart } from '../index.ts';
import { findColour } from './colour.ts';
import type { Prepared } from './features.ts';
import { certain, SURE, type Finding } from './finding.ts';
import { segmentExtreme, toneMask } from './light.ts';
import { findObject } from './objects.ts';
import { segmentSky } from './sky.ts';
import { findSubject } from './subject.ts';

export type NamedPart = Extract<HostPart, { kind: 'named' | 'colour' | 'object' }>;

/** 255 inside. */
export interface Named {
  mask: Mask;
  /** How likely it is what was meant, 0..1. */
  sure: number;
  /** What else may be meant, the likeliest first; looked for only where it isn't sure. */
  others: Mask[];
}

/** @throws StudioError `needs-region` where the picture has no such thing */
export async function drawNamed(
  part: NamedPart,
  image: Raster,
  prepared: Prepared,
  work: Work,
): Promise<Named> {
  if (part.kind === 'named' && (part.name === 'highlights' || part.name === 'shadows'))
    return { mask: await toneMask(image, part.name, work), sure: 1, others: [] };
  const { mask, sure, others } = await find(part, prepared, work);
  const drawn: Mask[] = [];
  for (const one of sure < SURE ? [mask, ...others] : [mask]) {
    const matte = await matteOf(one, prepared.fine, image, work);
    if (part.kind === 'named' && part.name === 'background') invert(matte);
    drawn.push(matte);
  }
  return { mask: drawn[0]!, sure, others: drawn.slice(1) };
}

function invert({ data }: Mask): void {
  for (let i = 0; i < data.length; i++) data[i] = 255 - data[i]!;
}

/** The background as the subject. */
async function find(part: NamedPart, prepared: Prepared, work: Work): Promise<Finding> {
  if (part.kind === 'colour') return findColour(prepared, part.colour, part, work);
  if (part.kind === 'object') return findObject(prepared, part, work);
  switch (part.name) {
    case 'sky':
      return certain(await segmentSky(prepared, work));
    case 'brightest':
    case 'darkest':
      return certain(await segmentExtreme(prepared, part.name, work));
    default:
      return findSubject(prepared, work);
  }
}
