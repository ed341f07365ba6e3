import type { Work } from '../../../runtime/work.ts';
import { places } from './hole.ts';
import { makeMembrane, solve, surroundings } from './membrane.ts';
import type { Level } from './pyramid.ts';

/**
 * A first guess at the coarsest level: the smoothest surface through what is known, or `given` (1) in the hole, in all
 * four features.
 */
export async function smoothGuess(
  { features, places: pixels, width }: Level,
  given: Uint8Array | null,
  work: Work,
): Promise<void> {
  const unknown = pixels.map((place, p) => Number(place === places.hole && !given?.[p]));
  const membrane = await makeMembrane(unknown, width, work);
  for (let c = 0; c < 4; c++) {
    const known = surroundings(unknown, width, (i) => features[i * 4 + c]!);
    const surface = await solve(membrane, known, work);
    for (let i = 0, k = 0; i < unknown.length; i++)
      if (unknown[i]) features[i * 4 + c] = Math.min(255, Math.max(0, surface[k++]! + 0.5));
  }
}
