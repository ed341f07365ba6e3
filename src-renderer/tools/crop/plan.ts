import type { Plan } from '../../../src-main/contract/invocation.ts';
import type { Size } from '../../canvas/view.ts';
import { cornersBefore } from './frame.ts';
import type { CropBox } from './state.ts';

/** Straightened first where it is turned; the frame is told in the picture as it was, and goes along. */
export function cropPlan(box: CropBox, picture: Size, degrees: number, cut: boolean): Plan {
  const turned = Math.abs(degrees) > 0.01;
  const whole = turned
    ? box
    : { x1: Math.round(box.x1), y1: Math.round(box.y1), x2: Math.round(box.x2), y2: Math.round(box.y2) };
  const points = cornersBefore(whole, picture, degrees);
  const steps: Plan['steps'] = [];
  if (turned)
    steps.push({
      input: { from: 'focus' },
      invocation: { module: 'image-editing', command: 'straighten', args: { degrees } },
    });
  if (cut)
    steps.push({
      input: turned ? { from: 'step', step: 0 } : { from: 'focus' },
      invocation: {
        module: 'image-editing',
        command: 'crop',
        region: { parts: [{ kind: 'polygon', points, sign: '+' }] },
        args: {},
      },
    });
  return { steps };
}
