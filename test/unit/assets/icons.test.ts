/** The generated icons are there in every size that `icon.json` names, and are drawn from `icon.svg` as it is. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../../../assets/${name}`, import.meta.url));
const sizes = JSON.parse(read('icon.json').toString()) as Record<'png' | 'ico' | 'icns', number[]>;

it.each(sizes.png)('%d pixels', async (size) => {
  const meta = await sharp(read(`icons/${size}x${size}.png`)).metadata();
  expect([meta.format, meta.width, meta.height]).toEqual(['png', size, size]);
});

it('all of them for Windows and macOS', () => {
  const ico = read('icons/icon.ico');
  const found = sizes.ico.map((_, index) => ico.readUInt8(6 + 16 * index) || 256);
  expect(ico.readUInt16LE(4)).toBe(sizes.ico.length);
  expect(found).toEqual(sizes.ico);
  const icns = read('icons/icon.icns');
  expect(icns.subarray(0, 4).toString()).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
});

it('shows what the drawing shows', async () => {
  const raw = (input: Buffer) => sharp(input).resize(64, 64).ensureAlpha().raw().toBuffer();
  const [drawn, kept] = await Promise.all([raw(read('icon.svg')), raw(read('icons/512x512.png'))]);
  let sum = 0;
  for (let i = 0; i < drawn.length; i++) sum += Math.abs(drawn[i]! - kept[i]!);
  expect(sum / drawn.length).toBeLessThan(2); // after a change of the drawing: node assets/make-icons.mjs
});
