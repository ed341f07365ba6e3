/**
 * `npm run bench`: our edits beside OpenCV's on the same pictures, through the same host processes that the studio uses.
 * Medians of interleaved runs, page cache warm, PNG to PNG on both sides; memory is the host's peak minus what it held
 * before, over the decoded picture as RGBA. The two don't always do the same work (OpenCV's TELEA only smears colours
 * inwards, GrabCut runs on a hint): there the ratio says what the better result costs.
 * `node test/bench/run.ts --sizes 1,12 --runs 3 --only remove,blur` measures less.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { imageEditing } from '../../src-main/contract/index.ts';
import { createHosts } from '../../src-main/studio/processes/hosts.ts';
import * as classic from '../../src-main/systems/classic/index.ts';
import { measured, type Measured } from './edits.ts';
import { forgetPeak, resident } from './memory.ts';
import { startPeer, type Cost } from './peer.ts';
import { disc, picture } from './pictures.ts';

const { values: wanted } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,12,48' },
    runs: { type: 'string', default: '9' },
    only: { type: 'string' },
  },
});
const runs = Number(wanted.runs);
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
/** GrabCut takes minutes for a large photo: it is left out at more megapixels than this. */
const grabcutMost = 4;
const place = { x: 0.64, y: 0.6 };

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

/** What a task of ours takes; the host's memory is that of the lane it runs in. */
async function cost(work: () => Promise<unknown>): Promise<Cost> {
  const pid = hosts.status().find(({ lane }) => lane === 'batch')?.pid ?? 0;
  await hosts.free();
  forgetPeak(pid);
  const idle = resident(pid, 'VmRSS');
  const started = performance.now();
  await work();
  return {
    seconds: (performance.now() - started) / 1000,
    mebibytes: Math.max(0, resident(pid, 'VmHWM') - idle),
  };
}

/** Prints a row of the table: medians of our runs and the peer's. */
async function compare(
  name: string,
  rgba: number,
  ours: () => Promise<unknown>,
  theirs: (() => Promise<Cost>) | null,
) {
  const mine: Cost[] = [];
  const other: Cost[] = [];
  for (let i = 0; i < runs; i++) {
    mine.push(await cost(ours));
    if (theirs) other.push(await theirs());
  }
  const of = (costs: Cost[], what: keyof Cost) => median(costs.map((c) => c[what]));
  const cells = [name, of(mine, 'seconds').toFixed(2), (of(mine, 'mebibytes') / rgba).toFixed(1)];
  if (theirs)
    cells.push(
      of(other, 'seconds').toFixed(2),
      (of(other, 'mebibytes') / rgba).toFixed(1),
      (of(mine, 'seconds') / of(other, 'seconds')).toFixed(2),
    );
  else cells.push('', '', '');
  console.log(`| ${cells.join(' | ')} |`);
}

const isWanted = (name: string) => !wanted.only || wanted.only.split(',').some((part) => name.includes(part));

async function measure(megapixels: number): Promise<void> {
  const path = await picture(root, folder, megapixels);
  const mask = await disc(path, { ...place, radius: 0.06 });
  const { width, height } = await sharp(path).metadata();
  const rgba = (width * height * 4) / 1_048_576;
  let file = 0;
  const image = () => ({ path, key: `bench-${megapixels}-${file++}` }); // a new key: nothing is remembered
  console.log(`\n### ${megapixels} megapixels (${width} × ${height}, ${rgba.toFixed(0)} MiB as RGBA)\n`);
  console.log('| | Vitrail, s | memory, × RGBA | OpenCV, s | memory, × RGBA | time, ratio |');
  console.log('| --- | --: | --: | --: | --: | --: |');
  if (isWanted('click')) {
    const point = { kind: 'point' as const, ...place, sign: '+' as const };
    await compare(
      'click (GrabCut)',
      rgba,
      () => hosts.run(classic.segment, { image: image(), parts: [point], out: folder }),
      megapixels > grabcutMost ? null : () => peer.cost({ what: 'segment', image: path, ...place }),
    );
  }
  for (const one of measured) {
    if (!isWanted(one.name) || megapixels > (one.most ?? Infinity)) continue;
    await compare(
      one.peer ? `${one.name} (${one.peer})` : one.name,
      rgba,
      () =>
        hosts.run(classic.edit, {
          image: image(),
          mask: one.region ? { path: mask } : null,
          edit: editOf(one),
          seed: 1,
          out: folder,
        }),
      one.peer && megapixels <= (one.peerMost ?? Infinity)
        ? () => peer.cost({ what: one.peer, image: path, mask, out: `${path}.peer.png` })
        : null,
    );
  }
}

const editOf = ({ edit: { command, args = {} } }: Measured) =>
  imageEditing.parse({ module: 'image-editing', command, args });

try {
  const tiny = await picture(root, folder, 0.01);
  const warm = imageEditing.parse({ module: 'image-editing', command: 'blur', args: {} });
  await hosts.run(classic.edit, { image: { path: tiny }, mask: null, edit: warm, seed: 1, out: folder });
  await peer.cost({ what: 'gaussian', image: tiny, mask: tiny, out: `${tiny}.peer.png` });
  for (const size of wanted.sizes.split(',')) await measure(Number(size));
} finally {
  peer.close();
  await hosts.close();
  await rm(folder, { recursive: true, force: true });
}
