import { boundsOf, cloneRaster, type Mask, type Raster } from '../../../runtime/raster/raster.ts';
import type { Work } from '../../../runtime/work.ts';
import type { Args, Box } from './apply.ts';
import { fit } from './light.ts';
import { changePixels, pixelKernel } from './pixels.ts';

/**
 * Darkens towards the corners (below 0: lightens). A region is what it goes around: it stays as it is, and the light
 * falls off with the distance from it. A region that reaches into all four corners (the picture without something)
 * can't be gone around: it limits the vignette instead.
 */
export async function vignette(
  image: Raster,
  mask: Mask | null,
  { amount }: Args<'vignette'>,
  work: Work,
): Promise<Raster> {
  const box = mask && boundsOf(mask);
  if (amount === 0 || (mask && !box)) return cloneRaster(image);
  const around = box && !hasCorners(mask) ? box : null;
  return changePixels(image, around ? null : mask, shading, { amount, around }, work);
}

interface Shading {
  amount: number;
  around: Box | null;
}

export const shading = pixelKernel('vignette', ({ amount, around }: Shading, size) => {
  const distance = around ? fromBox(size, around) : fromMiddle(size);
  return {
    change(rgb, x, y) {
      const d = distance(x, y);
      if (d <= 0) return;
      const left = falloff(d);
      // Lightening gives back what a lens with this falloff takes; it is limited, for corners hold little light.
      const factor = amount > 0 ? 1 - amount * (1 - left) : 1 - amount * Math.min(1.2, 1 / left - 1);
      for (let c = 0; c < 3; c++) rgb[c]! *= factor;
      fit(rgb);
    },
  };
});

type Size = Pick<Raster, 'width' | 'height'>;

/** The light that is left at a distance 0..1 (the corner): the fourth power of the cosine of up to 50°. */
const falloff = (d: number): number => {
  const square = 1 + d * 1.19 * (d * 1.19);
  return 1 / (square * square);
};

function hasCorners({ data, width, height }: Mask): boolean {
  const last = width * height - 1;
  return [0, width - 1, last - width + 1, last].every((p) => data[p]! > 0);
}

/** Distance from the picture's middle, 1 at the corners, between a circle's and an ellipse's as lens hoods are. */
function fromMiddle({ width, height }: Size): (x: number, y: number) => number {
  const longer = Math.max(width, height) / 2;
  const [rx, ry] = [(longer + width / 2) / 2, (longer + height / 2) / 2];
  const corner = Math.hypot(width / 2 / rx, height / 2 / ry);
  return (x, y) => {
    const [u, v] = [(x + 0.5 - width / 2) / rx, (y + 0.5 - height / 2) / ry];
    return Math.sqrt(u * u + v * v) / corner;
  };
}

/** Distance from the ellipse around a box: 0 inside, 1 at the farthest corner. */
function fromBox({ width, height }: Size, box: Box): (x: number, y: number) => number {
  const [cx, cy] = [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2];
  const [rx, ry] = [(box.x2 - box.x1) / Math.SQRT2, (box.y2 - box.y1) / Math.SQRT2];
  // From the rim outwards in units of the picture, so that a small region doesn't make a small, hard vignette.
  const out = (x: number, y: number): number => {
    const [dx, dy] = [x - cx, y - cy];
    const inside = 1 / Math.max(1e-9, Math.hypot(dx / rx, dy / ry));
    return Math.hypot(dx, dy) * Math.max(0, 1 - inside);
  };
  const corners = [out(0, 0), out(width, 0), out(0, height), out(width, height)];
  const farthest = Math.max(1, ...corners);
  return (x, y) => out(x + 0.5, y + 0.5) / farthest;
}
