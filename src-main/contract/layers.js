/** How a layer lies on its canvas and over the layers below it. */
import * as z from 'zod';
import { colour, hash, id, unit } from './primitives.ts';
/** The modes of W3C's Compositing and Blending Level 1, by their names there. */
export const blendModes = [
  'normal',
  'multiply',
  'screen',
  'overlay',
  'darken',
  'lighten',
  'color-dodge',
  'color-burn',
  'hard-light',
  'soft-light',
  'difference',
  'exclusion',
  'hue',
  'saturation',
  'color',
  'luminosity',
];
export const blendMode = z.enum(blendModes);
const scale = z
  .number()
  .min(-1_000)
  .max(1_000)
  .refine((s) => Math.abs(s) >= 1e-4, 'a scale is not 0');
const place = z.number().min(-1_000_000).max(1_000_000);
/**
 * Where a layer lies: its middle in pixels of the canvas, the canvas' pixels that one of its own is wide and high
 * (below 0: mirrored), then turned clockwise.
 */
export const placement = z.strictObject({
  x: place,
  y: place,
  scaleX: scale,
  scaleY: scale,
  degrees: z.number().min(-360).max(360),
});
/** What is outside is not shown; as large as the layer's picture (else stretched to it). */
export const layerMask = z.strictObject({ hash, on: z.boolean() });
/** What a text layer says and how: its picture is made from this. `size`: of the letters in pixels of the canvas. */
export const layerText = z.strictObject({
  text: z.string().min(1).max(2_000),
  family: z.enum(['Inter', 'sans-serif', 'serif', 'monospace', 'cursive']),
  size: z.number().min(4).max(4_000),
  weight: z.int().min(100).max(900),
  colour,
  align: z.enum(['left', 'center', 'right']),
});
/** Layers that are shown and hidden as one. They lie next to each other. */
export const group = z.strictObject({
  id,
  name: z.string(),
  visible: z.boolean(),
  /** How much of what its layers do to the picture below is seen. */
  opacity: unit,
});
