/** Draws `icons/` from `icon.svg`, in the sizes of `icon.json`: `node assets/make-icons.mjs` after a change. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const folder = dirname(fileURLToPath(import.meta.url));
const out = join(folder, 'icons');
const sizes = JSON.parse(readFileSync(join(folder, 'icon.json'), 'utf8'));
const svg = readFileSync(join(folder, sizes.source));

const viewBox = 512;
const draw = (size) =>
  sharp(svg, { density: Math.max(72, (72 * size) / viewBox) })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();

/** Windows: a directory of 16-byte entries, then the pictures; PNG inside is allowed since Vista. */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at); // 256 is written as 0
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4); // planes
    head.writeUInt16LE(32, at + 6); // bits a pixel
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

/** macOS: chunks with a four-letter type; some sizes exist twice, once as the double density of the half. */
const appleTypes = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};
function icns(images) {
  const chunks = images.flatMap(({ size, png }) =>
    appleTypes[size].map((type) => {
      const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
      head.writeUInt32BE(8 + png.length, 4);
      return Buffer.concat([head, png]);
    }),
  );
  const body = Buffer.concat(chunks);
  const head = Buffer.from('icns\0\0\0\0', 'latin1');
  head.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([head, body]);
}

const drawAll = (list) => Promise.all(list.map(async (size) => ({ size, png: await draw(size) })));

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
// electron-builder finds a Linux icon's size in its name.
for (const { size, png } of await drawAll(sizes.png)) writeFileSync(join(out, `${size}x${size}.png`), png);
writeFileSync(join(out, 'icon.ico'), ico(await drawAll(sizes.ico)));
writeFileSync(join(out, 'icon.icns'), icns(await drawAll(sizes.icns)));
