/**
 * `npm run bench`: our edits beside OpenCV's on the same pictures, through the same host processes that the studio
 * uses. Medians of nine interleaved runs, page cache warm. The two don't do the same work: OpenCV's TELEA only smears
 * colours inwards, and GrabCut runs on a hint; the ratio says what the better result costs.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { createHosts } from '../../src-main/studio/processes/hosts.ts';
import * as classic from '../../src-main/systems/classic/index.ts';
import { startPeer } from './peer.ts';

const runs = 9;
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = await mkdtemp(join(tmpdir(), 'vitrail-bench-'));
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
const hosts = createHosts({
  node: process.execPath,
  dist: join(root, 'dist'),
  models: join(root, 'models'),
  assets: join(root, 'assets'),
  data: folder,
  version,
});
const peer = startPeer(root);

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
const seconds = async (work: () => Promise<unknown>) => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

/** The sample photo at a number of megapixels, as PNG. */
async function picture(megapixels: number): Promise<string> {
  const path = join(folder, `${megapixels}.png`);
  const width = Math.round(Math.sqrt(megapixels * 1e6 * 1.5));
  await sharp(join(root, 'assets', 'samples', 'coffee.jpg'))
    .resize(width)
    .png({ compressionLevel: 1 })
    .toFile(path);
  return path;
}

/** A round mask, as large as the picture. */
async function disc(image: string, x: number, y: number, radius: number): Promise<string> {
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

async function compare(name: string, ours: (i: number) => Promise<unknown>, theirs: () => Promise<number>) {
  await ours(-1);
  await theirs();
  const mine: number[] = [];
  const other: number[] = [];
  for (let i = 0; i < runs; i++) {
    mine.push(await seconds(() => ours(i)));
    other.push(await theirs());
  }
  const [a, b] = [median(mine), median(other)];
  console.log(
    `${name.padEnd(34)} ${a.toFixed(2).padStart(7)} s ${b.toFixed(2).padStart(7)} s   ratio ${(a / b).toFixed(2)}`,
  );
}

console.log(`${''.padEnd(34)}   Vitrail    OpenCV`);
try {
  for (const megapixels of [1, 12]) {
    const path = await picture(megapixels);
    const mask = await disc(path, 0.64, 0.6, 0.06);
    let file = 0;
    const image = () => ({ path, key: `bench-${megapixels}-${file++}` }); // a new key: nothing is remembered
    const point = { kind: 'point' as const, x: 0.64, y: 0.6, sign: '+' as const };
    await compare(
      `click, ${megapixels} MP (GrabCut)`,
      () => hosts.run(classic.segment, { image: image(), parts: [point], out: folder }),
      () => peer.time({ what: 'segment', image: path, x: 0.64, y: 0.6 }),
    );
    await compare(
      `remove, ${megapixels} MP (TELEA)`,
      () =>
        hosts.run(classic.edit, {
          image: image(),
          mask: { path: mask },
          edit: { module: 'image-editing', command: 'remove', args: {} },
          seed: 1,
          out: folder,
        }),
      () =>
        peer.time({ what: 'remove', image: path, x: 0.64, y: 0.6, radius: 0.06, out: `${path}.telea.png` }),
    );
  }
} finally {
  peer.close();
  await hosts.close();
  await rm(folder, { recursive: true, force: true });
}
