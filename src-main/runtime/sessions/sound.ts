/** Outputs that can't be right. */
import { StudioError } from '../../contract/index.ts';
import { isFloat } from '../graph/types.ts';
import { reader } from './convert.ts';
import type { Values } from './session.ts';

/** A step of eight bits, of a picture from -1 to 1. */
const step = 2 / 255;

/**
 * @param pictures outputs that are pictures, and the value that is black in them
 * @throws StudioError 'internal' when an output holds something that is no number, nothing but zeros, or nothing but black
 */
export function refuseUnsound(
  outputs: Readonly<Record<string, Values>>,
  pictures: Readonly<Record<string, number>> = {},
): void {
  for (const [name, { type, shape, data }] of Object.entries(outputs)) {
    if (!isFloat(type) || !data.byteLength) continue;
    const read = reader(type, data);
    const count = shape.reduce((a, b) => a * b, 1);
    const black = (pictures[name] ?? -Infinity) + step / 2;
    let empty = true;
    let dark = true;
    for (let i = 0; i < count; i++) {
      const value = read(i);
      if (!Number.isFinite(value))
        throw new StudioError(
          'internal',
          `The model answered with something that is no number (in ${name}).`,
          'In half precision, numbers can grow too large: try again in single precision.',
        );
      if (value !== 0) empty = false;
      if (value > black) dark = false;
    }
    if (empty || dark)
      throw new StudioError(
        'internal',
        `The model answered with nothing but ${empty ? 'zeros' : 'black'} (in ${name}).`,
        'The weights may be damaged: check them, or download them again.',
      );
  }
}
