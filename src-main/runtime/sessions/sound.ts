/** Outputs that can't be right. */
import { StudioError } from '../../contract/index.ts';
import { isFloat } from '../graph/types.ts';
import { reader } from './convert.ts';
import type { Values } from './session.ts';

/** @throws StudioError 'internal' when an output holds something that is no number, or nothing but zeros */
export function refuseUnsound(outputs: Readonly<Record<string, Values>>): void {
  for (const [name, { type, shape, data }] of Object.entries(outputs)) {
    if (!isFloat(type) || !data.byteLength) continue;
    const read = reader(type, data);
    const count = shape.reduce((a, b) => a * b, 1);
    let empty = true;
    for (let i = 0; i < count; i++) {
      const value = read(i);
      if (!Number.isFinite(value))
        throw new StudioError(
          'internal',
          `The model answered with something that is no number (in ${name}).`,
          'In half precision, numbers can grow too large: try again in single precision.',
        );
      if (value !== 0) empty = false;
    }
    if (empty)
      throw new StudioError(
        'internal',
        `The model answered with nothing but zeros (in ${name}).`,
        'The weights may be damaged: check them, or download them again.',
      );
  }
}
