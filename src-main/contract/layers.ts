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
] as const;
export const blendMode = z.enum(blendModes);
export type BlendMode = z.infer<typeof blendMode>;

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
export type Placement = z.infer<typeof placement>;

/** What is outside is not shown; as large as the layer's picture (else stretched to it). */
export const layerMask = z.strictObject({ hash, on: z.boolean() });
export type LayerMask = z.infer<typeof layerMask>;

/** What a text layer says and how: its picture is made from this. `size`: of the letters in pixels of the canvas. */
export const layerText = z.strictObject({
  text: z.string().min(1).max(2_000),
  family: z.enum(['Inter', 'sans-serif', 'serif', 'monospace', 'cursive']),
  size: z.number().min(4).max(4_000),
  weight: z.int().min(100).max(900),
  colour,
  align: z.enum(['left', 'center', 'right']),
});
export type LayerText = z.infer<typeof layerText>;

/**
 * How a group meets what lies below it. In one that passes through, its layers do so one by one; any other mode takes the
 * layers together first, apart from what lies below (an isolated group of Compositing and Blending Level 1, section 3).
 */
export const groupBlend = z.enum(['pass-through', ...blendModes]);
export type GroupBlend = z.infer<typeof groupBlend>;

/** Layers that are shown and hidden as one. They lie next to each other. */
export const group = z.strictObject({
  id,
  name: z.string(),
  visible: z.boolean(),
  /** How much of what its layers do to the picture below is seen. */
  opacity: unit,
  blend: groupBlend.default('pass-through'),
  /** No edit changes any of its layers. */
  locked: z.boolean().default(false),
});
export type Group = z.infer<typeof group>;
