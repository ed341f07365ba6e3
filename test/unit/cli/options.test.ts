import { expect, test } from 'vitest';
import { nearest } from '../../../src-main/cli/nearest.ts';
import { readOptions, type Options } from '../../../src-main/cli/options.ts';

const options: Options = {
  out: { type: 'string', value: 'FILE', about: '' },
  point: { type: 'string', multiple: true, value: 'x,y', about: '' },
  box: { type: 'string', multiple: true, value: 'x1,y1,x2,y2', about: '' },
  letters: { type: 'boolean', about: '' },
};

test('options, positionals and their order', () => {
  const args = readOptions(
    [
      'a.jpg',
      '--point',
      '0.1,0.2',
      'text',
      '--box=0,0,1,1',
      '--point',
      '0,0,-',
      '--letters',
      '-q',
      '--',
      '--out',
    ],
    options,
  );
  expect(args.positionals).toEqual(['a.jpg', 'text', '--out']);
  expect(args.inOrder('point', 'box')).toEqual([
    { name: 'point', value: '0.1,0.2' },
    { name: 'box', value: '0,0,1,1' },
    { name: 'point', value: '0,0,-' },
  ]);
  expect(args.flag('letters')).toBe(true);
  expect(args.flag('quiet')).toBe(true);
  expect(args.flag('json')).toBe(false);
  expect(args.text('out')).toBeUndefined();
});

test('a lone dash is a value: stdin', () => {
  expect(readOptions(['--out', '-'], options).text('out')).toBe('-');
});

test.each([
  [['--owt', 'x'], /no option --owt/, /--out/],
  [['--constructor'], /no option --constructor/, /./],
  [['-x'], /no option -x/, /./],
  [['--out'], /--out needs a value/, /--out FILE/],
  [['--out', '--letters'], /--out needs a value/, /--out FILE/],
  [['--letters=yes'], /takes no value/, /^$/],
  [['--out', 'a', '--out', 'b'], /only be given once/, /^$/],
])('%j is wrong use', (argv, message, hint) => {
  let failure: { code: string; message: string; hint?: string } | undefined;
  try {
    readOptions(argv, options);
  } catch (error) {
    failure = (error as { failure: typeof failure }).failure;
  }
  expect(failure?.code).toBe('wrong-use');
  expect(failure?.message).toMatch(message);
  expect(failure?.hint ?? '').toMatch(hint);
});

test('the nearest word is offered only when it is near', () => {
  const words = ['run', 'plan', 'segment', 'serve', 'doctor', 'point', 'polygon'];
  expect(nearest('paln', words)).toBe('plan');
  expect(nearest('segmnet', words)).toBe('segment');
  expect(nearest('seg', words)).toBe('segment');
  expect(nearest('Doctor', words)).toBe('doctor');
  expect(nearest('xylophone', words)).toBeUndefined();
});
