/** Exit codes: 0 done, 2 wrong use, 3 bad input, 4 needs a pack, 5 failed; 130 stopped by Ctrl-C, as in a shell. */
import type { FailureCode } from '../contract/index.ts';

export const DONE = 0;

const codes: Record<FailureCode, number> = {
  'wrong-use': 2,
  'needs-region': 2,
  'not-understood': 2,
  'bad-input': 3,
  'not-found': 3,
  'too-large': 3,
  damaged: 3,
  'newer-format': 3,
  'needs-pack': 4,
  locked: 5,
  'no-space': 5,
  'no-permission': 5,
  crashed: 5,
  'out-of-memory': 5,
  internal: 5,
  cancelled: 130,
};

export const exitCode = (code: FailureCode): number => codes[code];
