/** What the terminal answers without an engine: help, wrong use, plans in words. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../../src-main/cli/commands/index.ts';
import { main } from '../../../src-main/cli/program.ts';

async function vitrail(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await main(argv, {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrail-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([[], ['help'], ['--help'], ['-h']])('help names every command (%j)', async (...argv) => {
  const { code, out } = await vitrail(...argv);
  expect(code).toBe(0);
  for (const { name } of commands) expect(out).toContain(`  ${name} `);
});

test.each(commands.map(({ name }) => name))('vitrail %s --help shows its options', async (name) => {
  const { code, out } = await vitrail(name, '--help');
  expect(code).toBe(0);
  const { options, usage } = commands.find((command) => command.name === name)!;
  for (const option of Object.keys(options)) expect(out).toContain(`--${option}`);
  expect(out).toContain(usage[0]);
});

test('version', async () => {
  expect((await vitrail('--version')).out).toMatch(/^Vitrail \d+\.\d+\.\d+ \(Node \d/);
  expect(JSON.parse((await vitrail('version', '--json')).out)).toHaveProperty('version');
});

test.each([
  [['paint'], /no command paint/],
  [['segmant', 'a.jpg'], /vitrail segment/],
  [['run'], /Name a photo/],
  [['run', 'a.jpg'], /Name a photo/],
  [['run', 'a.jpg', 'remove this', '--point', '0.5,0.5'], /--out/],
  [['run', 'a.jpg', 'b.jpg', 'flip it', '--out', 'x.png'], /--out-dir/],
  [['run', 'a.jpg', 'flip it', '--out', 'x.png', '--out-dir', 'y'], /not both/],
  [['run', 'a.jpg', 'flip it', '--out', 'x.what'], /format/],
  [['run', 'a.jpg', 'flip it', '--out', 'x.png', '--format', 'psd'], /no format psd/],
  [['run', 'a.jpg', 'flip it', '--out', 'x.jpg', '--quality', '101'], /1 to 100/],
  [['run', 'a.jpg', 'flip it', '--out', 'x.jpg', '--seed', '-1'], /--seed/],
  [['run', 'a.jpg', 'flip it', '--out', 'x.jpg', '--photo='], /name of a file/],
  [['run', 'a.jpg', 'flip it', '--out', 'x.jpg', '--pont', '0,0'], /--point/],
  [['run', 'a.jpg', 'flip it', '--out', 'x.jpg', '--box', '0.9,0,0.1,1'], /x1 < x2/],
  [['segment', 'a.jpg', '--out', 'm.png'], /--point/],
  [['segment', 'a.jpg', '--point', '0.5,0.5', '--out', 'm.jpg'], /\.png/],
  [['segment', '--point', '0.5,0.5', '--out', 'm.png'], /one photo/],
  [['mask'], /mask encode/],
  [['mask', 'invert', 'm.png'], /mask encode/],
  [['mask', 'decode', 'rle.json'], /--out/],
  [['plan'], /in quotes/],
  [['plan', 'remove', 'this'], /in quotes/],
  [['plan', 'remove this', '--template', '--letters'], /one of/],
  [['serve', '--port', '70000'], /1 to 65535/],
])('%j is wrong use: exit code 2', async (argv, says) => {
  const { code, out, err } = await vitrail(...argv);
  expect(err).toMatch(says);
  expect(code).toBe(2);
  expect(out).toBe('');
});

test('with --json a failure is an object on stdout', async () => {
  const { code, out, err } = await vitrail('run', 'a.jpg', '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toEqual({
    ok: false,
    error: { code: 'wrong-use', message: expect.any(String), hint: expect.any(String) },
  });
  expect(err).toBe('');
});

test('a sentence that nobody understands is not guessed at', async () => {
  const { code, err } = await vitrail('plan', 'qwrt zxcv bnmp');
  expect(code).toBe(2);
  expect(err).not.toBe('');
});

test('a plan in its three forms, and back', async () => {
  const box = ['--box', '0.1,0.2,0.5,0.6'];
  const json = await vitrail('plan', 'remove this', ...box, '--json');
  expect(json.code).toBe(0);
  const turn = JSON.parse(json.out);
  expect(turn.plan.steps[0].invocation).toMatchObject({
    module: 'image-editing',
    command: 'remove',
    region: { parts: [{ kind: 'box', x1: 0.1, y1: 0.2, x2: 0.5, y2: 0.6 }] },
  });
  const template = await vitrail('plan', 'remove this', ...box, '--template');
  expect(template.out).toMatch(
    /^<Module> Image Editing <\/Module> <Instruction>.*<Region> \(0\.1, 0\.2, 0\.5, 0\.6\) <\/Region>\n$/,
  );
  const letters = await vitrail('plan', 'remove this', ...box, '--letters');
  expect(letters.out).toMatch(/^<module>C<\/module><instruction>/);

  for (const [name, text] of Object.entries({ template: template.out, letters: letters.out })) {
    const file = join(folder, `${name}.txt`);
    await writeFile(file, text);
    const parsed = await vitrail('plan', '--parse', file);
    expect(parsed.code, name).toBe(0);
    expect(JSON.parse(parsed.out).plan, name).toEqual(turn.plan);
  }
});

test('colons, capitals and regions survive the released form', async () => {
  const file = join(folder, 'released.txt');
  await writeFile(
    file,
    'Sure.<MODULE>b</MODULE><Instruction>Segmentation: the clock at 12:30</Instruction><region>(0.1,0.2,0.3,0.4)</region>',
  );
  const { code, out } = await vitrail('plan', '--parse', file);
  expect(code).toBe(0);
  const { invocation } = JSON.parse(out).plan.steps[0];
  expect(invocation.module).toBe('image-segmentation');
  expect(JSON.stringify(invocation)).toContain('the clock at 12:30');
  expect(invocation.region.parts).toHaveLength(1);
});

test.each([
  ['nothing of the kind', 'hello there'],
  ['an unknown module', '<module>Z</module><instruction>remove: cup</instruction>'],
  ['an open tag', '<module>C'],
  ['nothing', ''],
])('--parse of %s is bad input: exit code 3', async (_what, text) => {
  const file = join(folder, 'bad.txt');
  await writeFile(file, text);
  const { code, err } = await vitrail('plan', '--parse', file);
  expect(code).toBe(3);
  expect(err).toContain('bad.txt');
});

test('--parse of a file that is missing is bad input', async () => {
  expect((await vitrail('plan', '--parse', join(folder, 'missing'))).code).toBe(3);
});

test.each([
  ['no JSON', 'hello'],
  ['no run lengths', '{"size":[1]}'],
])('mask decode of %s is bad input', async (_what, text) => {
  const file = join(folder, 'rle.json');
  await writeFile(file, text);
  const { code } = await vitrail('mask', 'decode', file, '--out', join(folder, 'm.png'));
  expect(code).toBe(3);
});
