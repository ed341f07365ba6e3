/** Numbers of configurations, so bounded that a false one can't keep the builder busy for ever. */
import * as z from 'zod';

/** A width, a number of heads, of words … */
export const size = z
  .int()
  .min(1)
  .max(2 ** 24);

/** How often a part is repeated. */
export const layers = z.int().min(1).max(1024);

/** What is wrong with a list that needs an entry for each block. */
export const miscounted = (entries: number, blocks: number): string =>
  `${entries} entries for ${blocks} blocks`;
