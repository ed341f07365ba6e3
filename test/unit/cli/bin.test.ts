/** The real `vitrail`, started as a person starts it, with real engines and photos. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const bin = join(root, 'src-main', 'cli', 'bin.mjs');
const photo = join(root, 'assets', 'samples', 'coffee.jpg');
/** In shares of the photo, a box around the spoon. */
const spoon = '0.53,0.55,0.69,0.84';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrail-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const start = (argv: readonly string[]) =>
  spawn(process.execPath, [bin, ...argv], {
    cwd: folder,
    env: { ...process.env, VITRAIL_DATA: join(folder, 'data') },
    stdio: ['pipe', 'pipe', 'pipe'],
  });

async function vitrail(argv: readonly string[], stdin = '') {
  const child = start(argv);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

const size = async (file: string) => {
  const { width, height, format } = await sharp(file).metadata();
  return { width, height, format };
};

test('run: a region, a sentence, a result of full size in the format of its ending', async () => {
  const before = await readFile(photo);
  for (const [out, format] of [
    ['out.png', 'png'],
    ['out.jpg', 'jpeg'],
  ] as const) {
    const result = await vitrail(['run', photo, 'remove this', '--box', spoon, '--out', out]);
    expect(result.err).not.toMatch(/vitrail:/);
    expect(result.code).toBe(0);
    expect(await size(join(folder, out))).toEqual({ width: 600, height: 400, format });
  }
  expect((await readFile(photo)).equals(before)).toBe(true);
});

test('run: points, also negative ones, and the same photo as JSON', async () => {
  const argv = ['run', photo, 'remove this', '--point', '0.61,0.7', '--point', '0.3,0.3,-', '--out', 'p.png'];
  const { code, out } = await vitrail([...argv, '--json']);
  expect(code).toBe(0);
  const answer = JSON.parse(out);
  expect(answer).toMatchObject({ ok: true, input: photo, media: { kind: 'image', width: 600, height: 400 } });
  expect(answer.plan.steps[0].invocation.command).toBe('remove');
  expect(existsSync(answer.out)).toBe(true);
});

test('run: a mask of the photo’s size; what is outside stays as it was', async () => {
  const white = { create: { width: 60, height: 40, channels: 3 as const, background: 'white' } };
  await sharp({ create: { width: 600, height: 400, channels: 3, background: 'black' } })
    .composite([{ input: white, left: 100, top: 100 }])
    .png()
    .toFile(join(folder, 'white.png'));
  const result = await vitrail(['run', photo, 'black and white', '--mask', 'white.png', '--out', 'm.png']);
  expect(result.err).not.toMatch(/vitrail:/);
  expect(result.code).toBe(0);
  const read = (file: string) => sharp(file).removeAlpha().raw().toBuffer();
  const [was, is] = [await read(photo), await read(join(folder, 'm.png'))];
  let outside = 0;
  let grey = 0;
  for (let y = 0; y < 400; y++)
    for (let x = 0; x < 600; x++) {
      const i = (y * 600 + x) * 3;
      const isInside = x >= 105 && x < 155 && y >= 105 && y < 135;
      const isOutside = x < 90 || x >= 170 || y < 90 || y >= 150;
      if (isOutside && was.compare(is, i, i + 3, i, i + 3) !== 0) outside++;
      if (isInside && is[i] === is[i + 1] && is[i + 1] === is[i + 2]) grey++;
    }
  expect(outside).toBe(0);
  expect(grey).toBe(50 * 30);
});

test('run: template text instead of a sentence', async () => {
  const text = '<Module> Image Editing </Module> <Instruction> flip: horizontal </Instruction>';
  const planned = await vitrail(['plan', 'flip it horizontally', '--template']);
  expect(planned.code).toBe(0);
  const { code } = await vitrail(['run', photo, planned.out.trim() || text, '--out', 'flipped.png']);
  expect(code).toBe(0);
  const mirrored = await sharp(photo).flop().removeAlpha().raw().toBuffer();
  expect((await sharp(join(folder, 'flipped.png')).removeAlpha().raw().toBuffer()).equals(mirrored)).toBe(
    true,
  );
});

test('run: what only a model can do is exit code 4, and writes nothing', async () => {
  const { code, out } = await vitrail([
    'run',
    photo,
    'put a lighthouse here',
    '--box',
    spoon,
    '--out',
    'l.png',
    '--json',
  ]);
  expect(code).toBe(4);
  expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 'needs-pack' } });
  expect(existsSync(join(folder, 'l.png'))).toBe(false);
});

test('run: a photo that is missing or broken is exit code 3; no region is 2', async () => {
  await writeFile(join(folder, 'broken.jpg'), 'no picture');
  for (const input of ['missing.jpg', 'broken.jpg'])
    expect((await vitrail(['run', input, 'flip it', '--out', 'x.png'])).code, input).toBe(3);
  expect((await vitrail(['run', photo, 'remove this', '--out', 'x.png'])).code).toBe(2);
  expect(existsSync(join(folder, 'x.png'))).toBe(false);
});

test('run: a batch goes on after a bad file and reports each', async () => {
  await mkdir(join(folder, 'many'), { recursive: true });
  await copyFile(photo, join(folder, 'many', 'a.jpg'));
  await writeFile(join(folder, 'many', 'b.jpg'), 'no picture');
  await copyFile(photo, join(folder, 'many', 'c.jpg'));
  await writeFile(join(folder, 'many', 'notes.txt'), 'notes');
  const { code, out, err } = await vitrail([
    'run',
    'many',
    'flip it horizontally',
    '--out-dir',
    'done',
    '--json',
  ]);
  expect(code).toBe(3);
  expect(JSON.parse(out).map(({ input, ok }: { input: string; ok: boolean }) => [input, ok])).toEqual([
    [join('many', 'a.jpg'), true],
    [join('many', 'b.jpg'), false],
    [join('many', 'c.jpg'), true],
  ]);
  expect(err).toContain('notes.txt');
  expect((await readdir(join(folder, 'done'))).sort()).toEqual(['a.jpg', 'c.jpg']);
});

test('plan about a photo', async () => {
  const { code, out } = await vitrail([
    'plan',
    'remove this',
    '--point',
    '0.6,0.7',
    '--image',
    photo,
    '--json',
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(out).plan.steps[0].invocation).toMatchObject({
    module: 'image-editing',
    command: 'remove',
  });
});

test('plan --parse reads stdin', async () => {
  const text = '<module>B</module><instruction>segmentation: zebra</instruction>';
  const { code, out } = await vitrail(['plan', '--parse', '-'], text);
  expect(code).toBe(0);
  expect(JSON.parse(out).plan.steps[0].invocation.module).toBe('image-segmentation');
});

test('segment: a mask as large as the photo', async () => {
  const { code, out } = await vitrail([
    'segment',
    photo,
    '--point',
    '0.61,0.7',
    '--out',
    'mask.png',
    '--json',
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ ok: true, width: 600, height: 400 });
  expect(await size(join(folder, 'mask.png'))).toEqual({ width: 600, height: 400, format: 'png' });
});

test('mask: COCO run lengths, both ways, compressed and plain', async () => {
  // Column by column: one 0, two 1, three 0.
  await writeFile(join(folder, 'plain.json'), '{"size":[2,3],"counts":[1,2,3]}');
  await writeFile(join(folder, 'short.json'), '{"size":[2,3],"counts":"123"}');
  for (const name of ['plain', 'short']) {
    const decoded = await vitrail(['mask', 'decode', `${name}.json`, '--out', `${name}.png`]);
    expect(decoded.err).toBe('');
    expect(decoded.code).toBe(0);
    const { data, info } = await sharp(join(folder, `${name}.png`))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([3, 2]);
    expect([...data]).toEqual([0, 255, 0, 255, 0, 0]);
    const encoded = await vitrail(['mask', 'encode', `${name}.png`]);
    expect(encoded).toMatchObject({ code: 0, out: '{"size":[2,3],"counts":"123"}\n' });
  }
  const missing = await vitrail(['mask', 'encode', 'missing.png']);
  expect(missing).toMatchObject({ code: 3, err: expect.stringMatching(/There is no .*missing\.png/) });
});

test('doctor says what there is', async () => {
  const { code, out } = await vitrail(['doctor', '--json']);
  expect(code).toBe(0);
  const topics = JSON.parse(out).lines.map(({ topic }: { topic: string }) => topic);
  for (const topic of [
    'Processor',
    'Memory',
    'GPUs',
    'Execution providers',
    'Opens in',
    'Data folder',
    'Packs',
  ])
    expect(topics).toContain(topic);
  expect(out).toContain(join(folder, 'data'));
});

test('serve: on 127.0.0.1, until Ctrl-C; then nothing is left', async () => {
  const child = start(['serve', '--no-open', '--json']);
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
  const { url, file } = JSON.parse(line);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect((await fetch(url)).status).toBe(200);
  const secret = /#s=([\w-]+)/.exec(await readFile(file, 'utf8'))![1]!;
  expect(await readFile(`/proc/${child.pid}/cmdline`, 'utf8').catch(() => '')).not.toContain(secret);
  child.kill('SIGINT');
  expect(await gone).toBe(0);
  expect(existsSync(file)).toBe(false);
  await expect(fetch(url)).rejects.toThrow();
});

test('Ctrl-C in the middle of a batch ends it: the files not begun are not reported', async () => {
  await mkdir(join(folder, 'several'), { recursive: true });
  const first = join(folder, 'several', '1.png');
  await sharp(photo).resize(6000, 4000).png({ compressionLevel: 1 }).toFile(first);
  for (const name of ['2.jpg', '3.jpg', '4.jpg']) await copyFile(photo, join(folder, 'several', name));
  const child = start(['run', 'several', 'remove this', '--box', spoon, '--out-dir', 'stopped', '--json']);
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  const gone = new Promise<number | null>((resolve) => child.once('close', resolve));
  await new Promise((resolve) => child.stderr.once('data', resolve)); // it has begun
  child.kill('SIGINT');
  expect(await gone).toBe(130);
  const reported = JSON.parse(out) as { input: string; error: { code: string } }[];
  expect(reported.map(({ input, error }) => [input, error.code])).toEqual([
    [join('several', '1.png'), 'cancelled'],
  ]);
  await rm(join(folder, 'stopped'), { recursive: true });
});

test('Ctrl-C in the middle of work is exit code 130 and leaves no half file', async () => {
  const big = join(folder, 'big.png');
  await sharp(photo).resize(6000, 4000).png({ compressionLevel: 1 }).toFile(big);
  const child = start(['run', big, 'remove this', '--box', spoon, '--out', 'stopped.png']);
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stderr.once('data', resolve)); // it has begun
  child.kill('SIGINT');
  expect(await gone).toBe(130);
  expect((await readdir(folder)).filter((name) => /stopped|^\./.test(name))).toEqual([]);
});
