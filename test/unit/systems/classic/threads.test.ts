import { beforeAll, describe, expect, it, vi } from 'vitest';
import { imageEditing } from '../../../../src-main/contract/index.ts';
import type { Mask, Raster } from '../../../../src-main/runtime/raster/raster.ts';
import { here } from '../../../../src-main/runtime/threads/crew.ts';
import { applyEdit } from '../../../../src-main/systems/classic/edits/index.ts';
import { seeded } from '../../../../src-main/systems/classic/remove/random.ts';
import { disc, draw, idle } from './pictures.ts';

const random = seeded(3);
/** Large enough that no edit does it alone. */
const image = draw(
  423,
  701,
  (x, y) => [
    90 * (x + y) + random.below(4000),
    130 * ((x ^ y) & 255) + random.below(4000),
    80 * y,
    60 * (x + 423),
  ],
  16,
);
const region = disc(423, 701, 200, 380, 190);

const edits: [command: string, args: object][] = [
  ['adjust', { exposure: 0.3, contrast: 0.2, shadows: 0.4, vibrance: 0.3, temperature: -0.2 }],
  ['black-and-white', {}],
  ['blur-background', {}],
  ['clarity', {}],
  ['denoise', {}],
  ['enhance', {}],
  ['film-look', { look: 'cross' }],
  ['perspective', { vertical: 0.4 }],
  ['recolour', { colour: '#2060c0' }],
  ['resize', { factor: 0.6 }],
  ['rotate', { degrees: 12 }],
  ['sharpen', {}],
  ['straighten', { degrees: 2 }],
  ...['sketch', 'watercolour', 'oil', 'comic', 'smooth', 'detail'].map((style): [string, object] => [
    'stylise',
    { style },
  ]),
  ['upscale', { factor: 1.5 }],
  ['vignette', {}],
];

type Apply = typeof applyEdit;

const run = (apply: Apply, mask: Mask | null, command: string, args: object): Promise<Raster> =>
  apply(
    image,
    mask,
    imageEditing.parse({ module: 'image-editing', command, args }),
    { seed: 4, source: null, photo: null },
    idle(),
  );

/** The edits as they are where there is one thread. */
let alone: Apply;
beforeAll(async () => {
  vi.resetModules();
  vi.doMock('../../../../src-main/systems/classic/crew.ts', () => ({ crew: { run: here } }));
  alone = (await import('../../../../src-main/systems/classic/edits/index.ts')).applyEdit;
});

describe('an edit on several threads', () => {
  it.each(edits)('%s %o gives what one thread does', async (command, args) => {
    const mask = ['blur-background', 'recolour', 'denoise'].includes(command) ? region : null;
    const [many, one] = [await run(applyEdit, mask, command, args), await run(alone, mask, command, args)];
    expect(Buffer.compare(Buffer.from(many.data.buffer), Buffer.from(one.data.buffer))).toBe(0);
    expect(many.data).not.toEqual(image.data);
  });
});
