import { expect, test } from 'vitest';
import { resolve } from 'node:path';
import { readOptions } from '../../../src-main/cli/options.ts';
import { readRegion, readSource, regionOptions, sourceOptions } from '../../../src-main/cli/regions.ts';

const read = (...argv: string[]) => readRegion(readOptions(argv, regionOptions));

test('parts in the order given, so that signs add and take away as written', () => {
  expect(read('--point', '0.42,0.55', '--box', '0,0,.5,1', '--point', '0.1, 1 ,-').region?.parts).toEqual([
    { kind: 'point', x: 0.42, y: 0.55, sign: '+' },
    { kind: 'box', x1: 0, y1: 0, x2: 0.5, y2: 1 },
    { kind: 'point', x: 0.1, y: 1, sign: '-' },
  ]);
});

test('a polygon and a mask', () => {
  expect(read('--polygon', '0,0,1,0,0.5,1e-1', '--mask', 'm.png')).toEqual({
    region: {
      parts: [
        {
          kind: 'polygon',
          points: [
            [0, 0],
            [1, 0],
            [0.5, 0.1],
          ],
        },
      ],
    },
    maskPath: resolve('m.png'),
  });
});

test('scribbles and words', () => {
  expect(
    read('--scribble', '0.1,0.2,0.3,0.4', '--words', ' the sky ', '--scribble', '0.9,1,-').region?.parts,
  ).toEqual([
    {
      kind: 'stroke',
      points: [
        [0.1, 0.2],
        [0.3, 0.4],
      ],
      radius: expect.any(Number),
      sign: '+',
      hint: true,
    },
    { kind: 'words', text: 'the sky' },
    { kind: 'stroke', points: [[0.9, 1]], radius: expect.any(Number), sign: '-', hint: true },
  ]);
});

test('a place to fill from, apart from the region', () => {
  const args = readOptions(
    [
      '--box',
      '0,0,1,1',
      '--from-box',
      '0.5,0,1,0.5',
      '--from-polygon',
      '0,0,1,0,0,1',
      '--from-mask',
      'f.png',
    ],
    { ...regionOptions, ...sourceOptions },
  );
  expect(readRegion(args)).toEqual({ region: { parts: [{ kind: 'box', x1: 0, y1: 0, x2: 1, y2: 1 }] } });
  const source = readSource(args);
  expect(source?.maskPath).toBe(resolve('f.png'));
  expect(source?.region?.parts?.map((part) => part.kind)).toEqual(['box', 'polygon']);
  expect(readSource(readOptions(['--box', '0,0,1,1'], { ...regionOptions, ...sourceOptions }))).toBeNull();
  const wrong = readOptions(['--from-box', '0.5,0,0.2,1'], { ...regionOptions, ...sourceOptions });
  expect(() => readSource(wrong)).toThrow(/--from-box 0.5,0,0.2,1 has no inside/);
});

test('no option, no region', () => {
  expect(read()).toEqual({});
});

test.each([
  ['--point', '0.4'],
  ['--point', '0.4,0.5,x'],
  ['--point', '0.4,0.5,-,-'],
  ['--point', '420,550'],
  ['--point', '0.4,'],
  ['--point', '0.4,NaN'],
  ['--point', '0.4,0x1'],
  ['--point', '0.4,1.0001'],
  ['--box', '0,0,1'],
  ['--box', '0.5,0,0.1,1'],
  ['--box', '0,0.5,1,0.5'],
  ['--scribble', '0.4'],
  ['--scribble', '0.4,0.5,0.6'],
  ['--scribble', '0.4,0.5,-,-'],
  ['--scribble', '0.4,1.5'],
  ['--words', '  '],
  ['--polygon', '0,0,1,1'],
  ['--polygon', '0,0,1,1,0.5'],
])('%s %s is wrong use with a hint', (option, value) => {
  expect(() => read(option, value)).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ code: 'wrong-use', hint: expect.any(String) }),
    }),
  );
});

test('a whole region as a template writes it, with parts after it', () => {
  const text =
    'words "the sky"; within polygon (0, 0, 1, 0, 0.5, 1); not inverted; shrink (0.01); feather (0.005)';
  expect(read('--region', text, '--point', '0.5,0.5')).toEqual({
    region: {
      parts: [
        { kind: 'words', text: 'the sky' },
        { kind: 'polygon', points: [[0, 0], [1, 0], [0.5, 1]], sign: '&' }, // prettier-ignore
        { kind: 'point', x: 0.5, y: 0.5, sign: '+' },
      ],
      inverted: false,
      refine: { grow: -0.01, feather: 0.005 },
    },
  });
  expect(() => read('--region', 'within point (0.5, 0.5)')).toThrow('“within point” is not understood');
  expect(() => read('--region', ' ')).toThrow('needs a region');
});
