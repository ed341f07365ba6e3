/** Layers become one picture. Declaration only: the host imports the pipelines beside this file. */
import * as z from 'zod';
import { blendMode, file, folder, groupBlend, pixels, task, unit } from '../../contract/index.ts';

const size = z.strictObject({ width: pixels, height: pixels });
/** As `Affine` of the contract. */
const map = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]).readonly();

export const composeLayer = z.strictObject({
  file,
  /** Multiplies the layer's alpha; stretched to the layer's picture. */
  mask: file.nullable(),
  opacity: unit,
  blend: blendMode,
  /** From the layer's pixels to the canvas'; `null`: it fills the canvas. */
  map: map.nullable(),
});

/**
 * Layers from the lowest to the topmost as one PNG of the canvas' size: 16 bits where one of them has, the profile of
 * the lowest, without alpha where all of it is opaque (no layers: nothing but transparency). `bundles`: layers that are
 * seen together with an opacity, and taken together first unless they pass through.
 */
export const flatten = task(
  'compose.flatten',
  z.strictObject({
    size,
    bundles: z.array(z.strictObject({ opacity: unit, blend: groupBlend, layers: z.array(composeLayer) })),
    out: folder,
  }),
  z.strictObject({ path: z.string() }),
);

/** A mask of the canvas as it lies on a layer (by the layer's `map`): an 8-bit PNG as large as the layer. */
export const ontoLayer = task(
  'compose.ontoLayer',
  z.strictObject({ mask: file, map, size, out: folder }),
  z.strictObject({
    path: z.string(),
    width: pixels,
    height: pixels,
    bounds: z.strictObject({ x1: unit, y1: unit, x2: unit, y2: unit }).nullable(),
    area: unit,
  }),
);
