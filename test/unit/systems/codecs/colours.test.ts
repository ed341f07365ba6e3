import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { coloursOf } from '../../../../src-main/systems/codecs/colours.ts';
import { hexToLab, labDistance } from '../../../../src-main/contract/oklab.ts';
import { temporary } from '../../studio/project/support.ts';

const total = (parts: { share: number }[]) => parts.reduce((sum, { share }) => sum + share, 0);

/** Stripes of these colours, each as wide as its share. */
async function stripes(parts: { colour: string; share: number }[], width = 333, height = 121) {
  const edges = [0, ...parts.map((_, i) => Math.round(width * total(parts.slice(0, i + 1))))];
  const composite = await Promise.all(
    parts.map(async ({ colour }, i) => ({
      input: await sharp({
        create: { width: edges[i + 1]! - edges[i]!, height, channels: 3, background: colour },
      })
        .png()
        .toBuffer(),
      left: edges[i]!,
      top: 0,
    })),
  );
  const path = join(temporary(), 'stripes.png');
  await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite(composite)
    .png()
    .toFile(path);
  return path;
}

it('finds each colour with its share, the largest first', async () => {
  const truth = [
    { colour: '#2050c0', share: 0.5 },
    { colour: '#e0c030', share: 0.3 },
    { colour: '#c02020', share: 0.2 },
  ];
  const found = await coloursOf(await stripes(truth));
  for (const [i, { colour, share }] of truth.entries()) {
    expect(labDistance(hexToLab(found[i]!.colour), hexToLab(colour)), colour).toBeLessThan(0.04);
    expect(found[i]!.share).toBeGreaterThan(share - 0.04);
    expect(found[i]!.share).toBeLessThan(share + 0.04);
  }
});

it('says one colour of a picture of one colour', async () => {
  const found = await coloursOf(await stripes([{ colour: '#3c7a3c', share: 1 }], 17, 5));
  expect(found).toEqual([{ colour: '#3c7a3c', share: 1 }]);
});

it('leaves out what can’t be seen', async () => {
  const path = join(temporary(), 'clear.png');
  await sharp({ create: { width: 9, height: 9, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toFile(path);
  expect(await coloursOf(path)).toEqual([]);
});

it('reads 16 bits, greys and other profiles', async () => {
  const grey = join(temporary(), 'grey.png');
  await sharp(Buffer.alloc(32 * 16, 128), { raw: { width: 32, height: 16, channels: 1 } })
    .png()
    .toFile(grey);
  const [only] = await coloursOf(grey);
  expect(only).toEqual({ colour: '#808080', share: 1 });
  const deep = join(temporary(), 'deep.png');
  await sharp({ create: { width: 20, height: 20, channels: 3, background: '#804020' } })
    .toColourspace('rgb16')
    .png()
    .toFile(deep);
  const [first] = await coloursOf(deep);
  expect(labDistance(hexToLab(first!.colour), hexToLab('#804020'))).toBeLessThan(0.02);
});
