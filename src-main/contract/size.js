/** How much a page is sent at a time, by any shell, and what it is told instead when it would be more. */
import { fail, makeFailure } from './result.ts';
/** Bytes of the largest answer or event. Pixels are files, so only a project of very many strokes comes near. */
export const largestSent = 64 * 2 ** 20;
export const answerTooLarge = fail(
  'too-large',
  'The answer is more than a page can take at once.',
  'Your work is kept. Try with less at a time.',
);
/** The notice in the place of an event. */
export const eventTooLarge = {
  level: 'error',
  failure: makeFailure(
    'too-large',
    'What changed is more than a page can take at once, so it isn’t shown.',
    'Your work is kept. Go on in a new project.',
  ),
};
