import { describe, expect, it } from 'vitest';
import { toHalf } from '../../../../src-main/runtime/graph/half.ts';
import type { Values } from '../../../../src-main/runtime/sessions/session.ts';
import { refuseUnsound } from '../../../../src-main/runtime/sessions/sound.ts';

const floats = (...values: number[]): Values => ({
  type: 'float32',
  shape: [values.length],
  data: new Uint8Array(Float32Array.from(values).buffer),
});
const halves = (...values: number[]): Values => ({
  type: 'float16',
  shape: [values.length],
  data: new Uint8Array(Uint16Array.from(values, toHalf).buffer),
});

describe('outputs that can’t be right', () => {
  it.each([
    ['NaN at the end', floats(1, 2, NaN)],
    ['infinity', floats(Infinity, 1)],
    ['minus infinity in half precision', halves(1, -Infinity)],
    ['NaN in half precision', halves(NaN)],
  ])('%s is refused, with the output’s name', (_, values) => {
    expect(() => refuseUnsound({ fine: floats(1), picture: values })).toThrow(/no number \(in picture\)/);
  });

  it.each([
    ['single', floats(0, -0, 0)],
    ['half', halves(0, 0)],
  ])('nothing but zeros in %s precision is refused', (_, values) => {
    expect(() => refuseUnsound({ picture: values })).toThrow(/nothing but zeros \(in picture\)/);
  });

  it('a picture that is black all over is refused, a dark one and what is no picture aren’t', () => {
    const black = { type: 'float32' as const, shape: [3], data: floats(-1, -1.02, -0.9999).data };
    expect(() => refuseUnsound({ sample: black }, { sample: -1 })).toThrow(/nothing but black \(in sample\)/);
    expect(() => refuseUnsound({ sample: floats(-1, -0.98, -1) }, { sample: -1 })).not.toThrow();
    expect(() => refuseUnsound({ latents: black }, { sample: -1 })).not.toThrow();
  });

  it('anything else is let through: one number among zeros, integers, nothing at all', () => {
    const integers: Values = { type: 'int64', shape: [2], data: new Uint8Array(16) };
    expect(() => refuseUnsound({ a: floats(0, 1e-30), b: integers, c: floats() })).not.toThrow();
  });
});
