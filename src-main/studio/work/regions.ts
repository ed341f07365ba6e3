/** From a region as it was pointed at to the pixels it means. */
import { StudioError, missingCase, type Region, type RegionPart } from '../../contract/index.ts';
import * as classic from '../../systems/classic/index.ts';
import { namedParts } from './names.ts';
import type { Bench, Found, Watch, Workpiece } from './picture.ts';

/** The failure when nothing here can find a thing by its description alone. */
export const cannotFind = (words: string, packs: string[]) =>
  new StudioError(
    'needs-region',
    `I can't find “${words}” by words alone yet.`,
    'Click on it (or draw a box around it), then say it again with “this”.',
    packs,
  );

async function hostParts(
  part: RegionPart,
  picture: Workpiece,
  bench: Bench,
  packs: string[],
): Promise<classic.HostPart[]> {
  switch (part.kind) {
    case 'point':
    case 'box':
    case 'polygon':
    case 'stroke':
      return [part];
    case 'mask': {
      const mask = await bench.mediaFile(part.hash);
      if (mask.width !== picture.width || mask.height !== picture.height)
        throw new StudioError(
          'bad-input',
          `The mask is ${mask.width} × ${mask.height} pixels, the picture ${picture.width} × ${picture.height}.`,
          'Use a mask that is as large as the picture.',
        );
      return [{ kind: 'mask', file: mask.file, sign: part.sign }];
    }
    case 'words': {
      const found = namedParts(part.text);
      // A place can be several areas, of which no one holds what all of them do.
      if (found && part.sign === '&' && found.length > 1)
        throw new StudioError(
          'wrong-use',
          `“${part.text}” are several areas; a selection can't be cut to them at once.`,
          'Select them first, then cut them to the other thing.',
        );
      if (found)
        return found.map((one) =>
          one.kind === 'within'
            ? one
            : ({ ...one, ...(part.sign && { sign: part.sign }) } as classic.HostPart),
        );
      throw cannotFind(part.text, packs);
    }
    case 'reference':
      throw new StudioError(
        'needs-pack',
        'Finding a thing by a picture of it needs a model.',
        'Click on it instead.',
        packs,
      );
    default:
      return missingCase(part);
  }
}

/**
 * Looks a region up on a picture.
 * @param packs ids of the packs that could find things by words, named when words can't be found
 * @throws StudioError 'needs-region', 'needs-pack', 'bad-input', 'cancelled' …
 */
export async function findRegion(
  picture: Workpiece,
  region: Region,
  bench: Bench,
  watch: Watch,
  packs: string[],
): Promise<Found> {
  if (
    region.parts.length &&
    !region.inverted &&
    region.parts.every((part) => 'sign' in part && part.sign === '-')
  )
    throw new StudioError(
      'needs-region',
      'Only what is not meant was pointed at.',
      'Point at what you mean as well: a minus takes away from it.',
    );
  const known = bench.recall?.(picture, region);
  if (known) return known;
  const parts = await Promise.all(region.parts.map((part) => hostParts(part, picture, bench, packs)));
  const out = await bench.staging();
  try {
    const { doubt, ...found } = await bench.hosts.run(
      classic.segment,
      {
        image: picture.file,
        parts: parts.flat(),
        inverted: region.inverted ?? false,
        refine: region.refine,
        out,
      },
      {
        signal: watch.signal,
        onProgress: (done, total) => watch.progress(done / total),
        lane: 'interactive',
      },
    );
    const kept = await keep(found, bench);
    const others: Found[] = [];
    for (const other of doubt?.others ?? []) if (other.bounds) others.push(await keep(other, bench));
    const known: Found = { ...kept, ...(doubt && { doubt: { sure: doubt.sure, others } }) };
    bench.remember?.(picture, region, known);
    return known;
  } finally {
    await bench.release(out);
  }
}

async function keep(
  { path, ...found }: Pick<Found, 'width' | 'height' | 'bounds' | 'area'> & { path: string },
  bench: Bench,
): Promise<Found> {
  const { width, height } = found;
  return { ...found, ...(await bench.keepMask(path, { width, height })) };
}
