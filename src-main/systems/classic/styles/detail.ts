import { partOf } from '../../../runtime/work.ts';
import { fit, toneOf } from '../edits/light.ts';
import { LocalChange, localContrast, type Lines } from '../edits/local-contrast.ts';
import { changePixels, pixelKernel } from '../edits/pixels.ts';
import type { Style } from './style.ts';

/** Brings out texture and small shapes, strongly, without halos. */
export const detail: Style = async (image, mask, { strength, opacity }, work) => {
  const options = { boost: (0.8 + 1.3 * strength) * opacity, sigma: 0.16, finest: 0.85, reach: 0.03 };
  const lines = await localContrast(image, options, partOf(work, 0, 0.7));
  return changePixels(image, mask, detailing, lines, partOf(work, 0.7, 1));
};

export const detailing = pixelKernel('detail', (lines: Lines, { width }) => {
  const local = new LocalChange(lines, width);
  return {
    row: (y) => local.go(y),
    change(rgb, x) {
      // Near black there is more noise than detail.
      const tone = toneOf(rgb);
      const sure = Math.min(1, tone / 0.12);
      const [r, g, b] = [rgb[0]!, rgb[1]!, rgb[2]!];
      local.change(rgb, x);
      if (sure < 1) {
        rgb[0] = r + (rgb[0]! - r) * sure;
        rgb[1] = g + (rgb[1]! - g) * sure;
        rgb[2] = b + (rgb[2]! - b) * sure;
      }
      fit(rgb);
    },
  };
});
