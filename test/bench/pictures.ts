/** The pictures that are measured on. */
import { join } from 'node:path';
import sharp from 'sharp';

/** The sample photo at a number of megapixels, as PNG. */
export async function picture(root: string, folder: string, megapixels: number): Promise<string> {
  const path = join(folder, `${megapixels}.png`);
  const width = Math.round(Math.sqrt(megapixels * 1e6 * 1.5));
  await sharp(join(root, 'assets', 'samples', 'coffee.jpg'))
    .resize(width)
    .png({ compressionLevel: 1 })
    .toFile(path);
  return path;
}

/** A round mask, as large as the picture; `radius` as a share of its longer side. */
export async function disc(
  image: string,
  { x, y, radius }: { x: number; y: number; radius: number },
): Promise<string> {
  const { width, height } = await sharp(image).metadata();
  const path = `${image}.mask.png`;
  const r = radius * Math.max(width, height);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><circle cx="${x * width}" cy="${y * height}" r="${r}" fill="#fff"/></svg>`;
  await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([{ input: Buffer.from(svg) }])
    .toColourspace('b-w')
    .png()
    .toFile(path);
  return path;
}
