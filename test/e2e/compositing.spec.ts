/** What the page draws over each other is what an export has: every blend mode, alpha, opacity, group and place. */
import type { Page } from 'playwright/test';
import { rolldown } from 'rolldown';
import { join } from 'node:path';
import {
  affineOf,
  blendModes,
  type Affine,
  type BlendMode,
  type GroupBlend,
} from '../../src-main/contract/index.ts';
import type { Raster } from '../../src-main/runtime/raster/raster.ts';
import { makeWork } from '../../src-main/runtime/work.ts';
import { flattenLayers } from '../../src-main/systems/compose/flatten.ts';
import * as draw from '../../src-renderer/canvas/stack/draw.ts';
import { root } from './server.ts';
import { expect, test } from './studio.ts';

const size = { width: 48, height: 36 };

/** Soft hills of colour with values that reach both ends, and an alpha of its own. */
function hills(seed: number, channels: 3 | 4, { width, height } = size): Raster {
  const data = new Uint8Array(width * height * channels);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += channels)
      for (let c = 0; c < channels; c++)
        data[i + c] = Math.round(
          127.5 + 127.5 * Math.sin((x * (c + seed)) / 9 + (y * (seed + 3 - c)) / 7 + c * seed),
        );
  return { width, height, channels, data };
}

interface Look {
  raster: Raster;
  opacity: number;
  blend: BlendMode;
  map: Affine;
}
type Stack = { opacity: number; blend: GroupBlend; layers: Look[] }[];

const still: Affine = [1, 0, 0, 1, 0, 0];
const small = { width: 20, height: 14 };
const look = (raster: Raster, more: Partial<Look> = {}): Look => ({
  raster,
  opacity: 1,
  blend: 'normal',
  map: still,
  ...more,
});

/**
 * In 255ths. Chromium's exclusion is rounded three times; half transparent pictures are rounded before they meet, those
 * of a group that is taken together once more. Half floats lose next to nothing.
 */
const toleranceOf = (name: string, stack: Stack): number => {
  if (draw.isSteep(stack)) return name.includes('together') ? 16 : 2.2;
  if (name.includes('together')) return 4.1;
  return /transparent|exclusion|group/.test(name) ? 3.1 : 2.2;
};

const through = (layers: Look[]): Stack[number] => ({ opacity: 1, blend: 'pass-through', layers });

const stacks: Record<string, Stack> = {
  ...Object.fromEntries(
    blendModes.flatMap((blend) =>
      ([3, 4] as const).flatMap((channels): [string, Stack][] => [
        [
          `${blend} over ${channels === 3 ? 'opaque' : 'transparent'}`,
          [through([look(hills(1, channels))]), through([look(hills(2, channels), { blend, opacity: 0.8 })])],
        ],
        [
          `a group that is taken together, ${blend} over ${channels === 3 ? 'opaque' : 'transparent'}`,
          [
            through([look(hills(1, channels))]),
            { opacity: 0.6, blend, layers: [look(hills(2, 4), { blend: 'screen' }), look(hills(3, 4))] },
          ],
        ],
      ]),
    ),
  ),
  'a group of 40 %': [
    through([look(hills(1, 4))]),
    {
      opacity: 0.4,
      blend: 'pass-through',
      layers: [look(hills(2, 4), { blend: 'multiply' }), look(hills(3, 4))],
    },
  ],
  'placed, mirrored and turned by a quarter': [
    through([look(hills(1, 3))]),
    {
      opacity: 1,
      blend: 'pass-through',
      layers: [
        look(hills(2, 4, small), {
          map: affineOf({ x: 17, y: 20, scaleX: -1, scaleY: 1, degrees: 90 }, small, size),
          blend: 'screen',
        }),
      ],
    },
  ],
};

declare global {
  interface Window {
    Draw: typeof draw;
  }
}

/** Draws a stack with the page's own code and reads it back: RGB times alpha, and alpha. */
async function drawn(page: Page, stack: Stack): Promise<number[]> {
  const given = stack.map(({ opacity, blend, layers }) => ({
    opacity,
    blend,
    layers: layers.map(({ raster, ...more }) => ({
      ...more,
      size: { width: raster.width, height: raster.height },
      pixels: Array.from({ length: raster.width * raster.height * 4 }, (_, i) => {
        const [p, c] = [Math.floor(i / 4), i % 4];
        return c < raster.channels ? raster.data[p * raster.channels + c]! : 255;
      }),
    })),
  }));
  return page.evaluate(
    async ([bundles, { width, height }]) => {
      const { drawBundles, contextOf, isSteep } = window.Draw;
      const context = contextOf(width, height, isSteep(bundles));
      const made = await Promise.all(
        bundles.map(async ({ layers, ...group }) => ({
          ...group,
          layers: await Promise.all(
            layers.map(async ({ pixels, ...layer }) => {
              const data = new ImageData(new Uint8ClampedArray(pixels), layer.size.width, layer.size.height);
              // As a file is read: colours that are not yet multiplied by alpha.
              const image = await createImageBitmap(data, { premultiplyAlpha: 'none' });
              return { ...layer, image: image as unknown as HTMLCanvasElement };
            }),
          ),
        })),
      );
      drawBundles(context, made, [1, 0, 0, 1, 0, 0], false);
      const alpha = context.getImageData(0, 0, width, height).data;
      // Over black: read as it is, a faint colour would be rounded once more.
      context.globalCompositeOperation = 'destination-over';
      context.fillRect(0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      return [...data].map((v, i) => (i % 4 === 3 ? alpha[i]! : v));
    },
    [given, size] as const,
  );
}

test('the page composes as the engine does, within a few of 255', async ({ page }) => {
  const bundle = await rolldown({ input: join(root, 'src-renderer/canvas/stack/draw.ts'), logLevel: 'warn' });
  const { output } = await bundle.generate({ format: 'iife', name: 'Draw' });
  await bundle.close();
  await page.setContent('<!doctype html><title>Compositing</title>');
  await page.addScriptTag({ content: output[0].code });
  const work = makeWork(new AbortController().signal);
  for (const [name, stack] of Object.entries(stacks)) {
    const bundles = stack.map(({ layers, ...group }) => ({
      ...group,
      layers: layers.map(({ raster, ...more }) => ({ ...more, read: async () => raster, readMask: null })),
    }));
    const engine = await flattenLayers(bundles, size, work);
    const shown = await drawn(page, stack);
    let worst = 0;
    let far = 0;
    for (let p = 0; p < size.width * size.height; p++) {
      const alpha = engine.channels === 4 ? engine.data[p * 4 + 3]! : 255;
      worst = Math.max(worst, Math.abs(alpha - shown[p * 4 + 3]!));
      for (let c = 0; c < 3; c++) {
        const ours = (engine.data[p * engine.channels + c]! * alpha) / 255;
        const off = Math.abs(ours - shown[p * 4 + c]!);
        worst = Math.max(worst, off);
        if (off > 2.2) far++;
      }
    }
    expect(worst, name).toBeLessThan(toleranceOf(name, stack));
    // What is nearly grey has hardly a hue: there, and only there, half floats are too coarse for a group's.
    if (draw.isSteep(stack)) expect(far / (size.width * size.height * 3), name).toBeLessThan(0.002);
  }
});
