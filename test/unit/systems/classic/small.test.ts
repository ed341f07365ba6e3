/** What is tried on a small picture is what the result looks like from as far: edits against the small form of theirs. */
import { describe, expect, it } from 'vitest';
import type { ImageEditing } from '../../../../src-main/contract/index.ts';
import type { Mask, Raster } from '../../../../src-main/runtime/raster/raster.ts';
import { shrink, shrinkMask } from '../../../../src-main/runtime/raster/shrink.ts';
import { makeWork } from '../../../../src-main/runtime/work.ts';
import { applyEdit } from '../../../../src-main/systems/classic/edits/index.ts';
import { alikeSmall } from '../../../../src-main/systems/classic/index.ts';

const work = makeWork(new AbortController().signal);
const by = 2;

/** Broad shapes with sharp edges, gradients and a little noise; sizes that halve and that don't. */
function scene(width: number, height: number): Raster {
  const data = new Uint8Array(width * height * 3);
  let seed = 7;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      const noise = (seed >> 16) % 7;
      const disc = Math.hypot(x - width * 0.6, y - height * 0.4) < height * 0.25;
      const stripe = Math.floor((x + y) / 90) % 2;
      data[i++] = (disc ? 200 : 60 + (120 * x) / width) + noise;
      data[i++] = (stripe ? 140 : 90) + noise;
      data[i++] = (disc ? 40 : 80 + (100 * y) / height) + noise;
    }
  return { width, height, channels: 3, data };
}

function disc(width: number, height: number): Mask {
  const data = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++)
      if (Math.hypot(x - width * 0.6, y - height * 0.4) < height * 0.25) data[i] = 255;
  return { width, height, data };
}

/** The mean and the 99th percentile of the differences, of 255; colours count by their alpha. */
function apart(a: Raster, b: Raster): { mean: number; most: number } {
  const all: number[] = [];
  const alpha = (of: Raster, i: number) => (of.channels === 4 ? of.data[i * 4 + 3]! / 255 : 1);
  for (let y = 0; y < Math.min(a.height, b.height); y++)
    for (let x = 0; x < Math.min(a.width, b.width); x++) {
      const [i, j] = [y * a.width + x, y * b.width + x];
      let worst = 255 * Math.abs(alpha(a, i) - alpha(b, j));
      for (let c = 0; c < 3; c++) {
        const [p, q] = [a.data[i * a.channels + c]!, b.data[j * b.channels + c]!];
        worst = Math.max(worst, Math.abs(p * alpha(a, i) - q * alpha(b, j)));
      }
      all.push(worst);
    }
  all.sort((p, q) => p - q);
  return {
    mean: all.reduce((sum, d) => sum + d, 0) / all.length,
    most: all[Math.floor(all.length * 0.99)]!,
  };
}

const edits: [command: string, args: object, masked?: boolean][] = [
  ['blur', { amount: 0.5 }],
  ['blur', { amount: 0.2 }, true],
  ['pixelate', { amount: 0.3 }, true],
  ['adjust', { exposure: 0.5, contrast: 0.3, shadows: 0.4, saturation: 0.2, temperature: 0.3 }],
  ['curves', { points: [[0, 0], [0.4, 0.6], [1, 1]], channel: 'all' }], // prettier-ignore
  ['enhance', { amount: 0.5 }],
  ['clarity', { amount: 0.6 }],
  ['clarity', { amount: -0.6 }],
  ['vignette', { amount: 0.5 }],
  ['denoise', { amount: 0.5 }],
  ['black-and-white', {}],
  ['recolour', { colour: '#3366cc' }, true],
  ['blur-background', { amount: 0.5 }, true],
  ['replace-background', { colour: '#3366cc' }, true],
  ['cut-out', {}, true],
  ['crop', { aspect: 1 }],
  ['rotate', { degrees: 90 }],
  ['rotate', { degrees: 12 }],
  ['flip', { axis: 'horizontal' }],
  ['perspective', { vertical: 0.3 }],
];

describe('tried on a small picture', () => {
  const image = scene(1400, 1000);
  const mask = disc(1400, 1000);
  it.each(edits)('%s %j', async (command, args, masked = false) => {
    const edit = { module: 'image-editing', command, args } as ImageEditing;
    const more = { seed: 1, source: null, photo: null };
    const small = await shrink(image, by, work);
    const smallMask = masked ? await shrinkMask(mask, small, work) : null;
    const made = await applyEdit(small, smallMask, edit, more, work);
    const full = await shrink(await applyEdit(image, masked ? mask : null, edit, more, work), by, work);
    expect(alikeSmall.has(edit.command)).toBe(true);
    const { mean, most } = apart(made, full);
    expect(mean).toBeLessThan(2);
    expect(most).toBeLessThan(40);
    // Not only because nothing is done.
    if (command !== 'denoise') expect(apart(made, small).mean).toBeGreaterThan(1.5 * mean);
  });

  it.each(['sharpen', 'film-look', 'stylise', 'extend', 'remove', 'straighten', 'upscale'] as const)(
    'not %s',
    (command) => expect(alikeSmall.has(command)).toBe(false),
  );
});

it('a small pixel is the mean of what it stands for, colours by their alpha, the rest of a side too', async () => {
  const data = Uint16Array.from(
    [[100, 0, 0, 65535], [300, 0, 0, 65535], [9000, 7, 7, 0], [500, 0, 0, 65535], [60000, 0, 0, 0], [1, 2, 3, 6]].flat(), // prettier-ignore
  );
  const made = await shrink({ width: 3, height: 2, channels: 4, data }, 2, work);
  expect(made).toMatchObject({ width: 2, height: 1 });
  expect([...made.data]).toEqual([300, 0, 0, 49151, 1, 2, 3, 3]);
  const plane = { width: 3, height: 2, data: Uint8Array.from([0, 255, 9, 255, 255, 11]) };
  expect([...(await shrinkMask(plane, made, work)).data]).toEqual([191, 10]);
});
