import { expect, it } from 'vitest';
import { invocation, plan, region, rle, failureOf, StudioError } from '../../../src-main/contract/index.ts';

const fits = (schema: { safeParse(v: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

it.each([
  [{ kind: 'box', x1: 0.1, y1: 0.1, x2: 0.5, y2: 0.5 }, true],
  [{ kind: 'box', x1: 0.5, y1: 0.1, x2: 0.1, y2: 0.5 }, false],
  [{ kind: 'box', x1: 0.1, y1: 0.1, x2: 0.1, y2: 0.5 }, false],
  [{ kind: 'box', x1: 0, y1: 0, x2: 1, y2: 1.01 }, false],
  [{ kind: 'box', x1: 0, y1: 0, x2: 1, y2: 1, object: 'dog', frames: { first: 3, last: 2 } }, false],
  [{ kind: 'point', x: 0, y: 1 }, true],
  [{ kind: 'point', x: Number.NaN, y: 1 }, false],
  [{ kind: 'point', x: 0, y: 1, sign: '*' }, false],
  [
    {
      kind: 'polygon',
      points: [
        [0, 0],
        [1, 1],
      ],
    },
    false,
  ],
  [{ kind: 'stroke', points: [[0, 0]], radius: 0 }, false],
  [{ kind: 'stroke', points: [[0, 0]], radius: 0.1, hint: true }, true],
  [{ kind: 'stroke', points: [[0, 0]], radius: 0.1, hint: 'yes' }, false],
  [{ kind: 'mask', hash: '../../etc/passwd', sign: '+' }, false],
  [{ kind: 'words', text: '' }, false],
  [{ kind: 'shape' }, false],
])('a region part %j fits: %s', (part, expected) => {
  expect(fits(region, { parts: [part] })).toBe(expected);
});

it('knows spans of time and bands of sound', () => {
  expect(fits(region, { time: { start: 0, end: 1_500_000 } })).toBe(true);
  expect(fits(region, { time: { start: 5, end: 5 } })).toBe(false);
  expect(fits(region, { time: { start: 0.5, end: 5 } })).toBe(false);
  expect(fits(region, { band: { low: 200, high: 100 } })).toBe(false);
});

it.each([
  [{ module: 'image-editing', command: 'remove', args: {} }, true],
  [{ module: 'image-editing', command: 'generate', args: { prompt: 'x' } }, false],
  [{ module: 'image-painting', command: 'remove', args: {} }, false],
  [{ module: 'image-editing', command: 'recolour', args: {} }, false],
  [{ module: 'image-editing', command: 'recolour', args: { colour: 'red' } }, false],
  [{ module: 'image-editing', command: 'remove', args: { strength: 3 } }, false],
  [{ module: 'video-editing', command: 'edit', args: { foreground: 'a boat', background: 'the sea' } }, true],
])('an invocation %j fits: %s', (value, expected) => {
  expect(fits(invocation, value)).toBe(expected);
});

it('lets a step read only from steps before it', () => {
  const step = (from: number) => ({
    input: { from: 'step', step: from },
    invocation: { module: 'image-editing', command: 'sharpen', args: {} },
  });
  const first = { ...step(0), input: { from: 'focus' } };
  expect(fits(plan, { steps: [first, step(0)] })).toBe(true);
  expect(fits(plan, { steps: [first, step(1)] })).toBe(false);
  expect(fits(plan, { steps: [] })).toBe(false);
});

it('reads both forms of run lengths', () => {
  expect(fits(rle, { size: [2, 3], counts: '06' })).toBe(true);
  expect(fits(rle, { size: [2, 3], counts: [2, 4] })).toBe(true);
  expect(fits(rle, { size: [2, 3], counts: [2, -4] })).toBe(false);
});

it('says what a thrown value means', () => {
  expect(failureOf(new StudioError('bad-input', 'No.', 'Do this.')).hint).toBe('Do this.');
  expect(failureOf(new DOMException('x', 'AbortError')).code).toBe('cancelled');
  expect(failureOf(Object.assign(new Error('x'), { code: 'EROFS' })).code).toBe('no-permission');
  expect(failureOf('text')).toMatchObject({ code: 'internal', message: 'text' });
  expect(failureOf(undefined).code).toBe('internal');
});
