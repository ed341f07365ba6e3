import type { LayerText } from '../../../src-main/contract/layers.ts';
import { applied, type Affine, type Extent } from '../../../src-main/contract/placing.ts';

/** The map of a text that became larger or smaller: its upper end stays, at the side that it is aligned to. */
export function anchored(map: Affine, before: Extent, after: Extent, align: LayerText['align']): Affine {
  const share = { left: 0, center: 0.5, right: 1 }[align];
  const was = applied(map, before.width * share, 0);
  const is = applied(map, after.width * share, 0);
  const [a, b, c, d, e, f] = map;
  return [a, b, c, d, e + was.x - is.x, f + was.y - is.y];
}
