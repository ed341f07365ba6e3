/** What the engine calls its own doings: the page and the terminal say it with the same words. */
import type { FailureCode } from '../../../src-main/contract/result.ts';
import { english } from '../../../src-main/contract/sayings.ts';

const failures: Record<FailureCode, string> = {
  'wrong-use': 'This can’t be done here.',
  'needs-region': 'It has to be clear where.',
  'not-understood': 'This was not understood.',
  'bad-input': 'This can’t be used.',
  'needs-pack': 'This needs a model.',
  'not-found': 'This is not there.',
  locked: 'This is in use.',
  'newer-format': 'This was made by a newer version.',
  damaged: 'This is damaged.',
  'no-space': 'There is no space left.',
  'no-permission': 'This is not allowed.',
  'too-large': 'This is too large.',
  crashed: 'The studio stopped while it did this.',
  'out-of-memory': 'There is not enough memory.',
  cancelled: 'Cancelled.',
  internal: 'Something went wrong.',
};

/** `failures`: of which kind a failure is, before what only exists in English. */
export const sayings = { sayings: english, failures };
