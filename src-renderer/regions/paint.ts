/** How regions are drawn over the picture. */
import type { MaskDrawing } from '../canvas/mask.ts';
import { tinted } from '../canvas/tint-in.ts';
import { toScreen, type Size, type View } from '../canvas/view.ts';

/** What is drawn of a region. */
export interface Drawn {
  id: string;
  colour: string;
  label: string;
  /** Where its label stands, in 0..1 of the picture. */
  at: { x: number; y: number };
  drawing: Pick<MaskDrawing, 'tint' | 'outline'>;
}

const DASH = [6, 5] as const;
const LABEL = '600 11px "Inter Variable", system-ui, sans-serif';

/** Draws regions onto a canvas as large as the stage; `step` (CSS pixels) is how far the ants have marched. */
export function paintRegions(
  context: CanvasRenderingContext2D,
  regions: readonly Drawn[],
  { view, picture, ratio }: { view: View; picture: Size; ratio: number },
  lit: string | null,
  step: number,
) {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const labels: Box[] = [];
  for (const region of regions) {
    const { tint, outline } = region.drawing;
    const scale = (view.scale * picture.width) / tint.width;
    const up = (view.scale * picture.height) / tint.height;
    const bright = region.id === lit;
    context.globalAlpha = lit && !bright ? 0.35 : 1;
    context.setTransform(ratio * scale, 0, 0, ratio * up, ratio * view.x, ratio * view.y);
    if (bright) context.drawImage(tinted(tint, region.colour), 0, 0);
    context.lineJoin = 'round';
    context.setLineDash([]);
    context.strokeStyle = 'rgb(0 0 0 / 55%)';
    context.lineWidth = (bright ? 4 : 3) / scale;
    context.stroke(outline);
    context.strokeStyle = '#ffffff';
    context.lineWidth = (bright ? 2.5 : 1.75) / scale;
    context.stroke(outline);
    context.strokeStyle = region.colour;
    context.setLineDash(DASH.map((length) => length / scale));
    context.lineDashOffset = -step / scale;
    context.stroke(outline);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const at = toScreen(view, { x: region.at.x * picture.width, y: region.at.y * picture.height });
    labels.push(drawLabel(context, region, labels, at));
  }
  context.globalAlpha = 1;
}

interface Box {
  x: number;
  y: number;
  width: number;
}
const HEIGHT = 17;

/**
 * `@1` on a patch of the region's colour, in black or white, whichever is read better there; beside the labels that
 * are there already. @returns where it lies
 */
function drawLabel(
  context: CanvasRenderingContext2D,
  { label, colour }: Drawn,
  taken: readonly Box[],
  at: { x: number; y: number },
): Box {
  context.font = LABEL;
  const width = context.measureText(label).width + 10;
  const y = Math.max(2, at.y - HEIGHT - 3);
  let x = at.x - width / 2;
  const overlapping = () =>
    taken.find((box) => Math.abs(box.y - y) < HEIGHT && x < box.x + box.width && box.x < x + width);
  for (let other = overlapping(); other; other = overlapping()) x = other.x + other.width + 3;
  context.beginPath();
  context.roundRect(x, y, width, HEIGHT, 5);
  context.fillStyle = colour;
  context.fill();
  context.fillStyle = readableOn(colour);
  context.textBaseline = 'middle';
  context.fillText(label, x + 5, y + 9);
  return { x, y, width };
}

/** By relative luminance (WCAG 2.2): black gives more contrast than white from 0.179 on. */
export function readableOn(colour: string): '#000000' | '#ffffff' {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const v = parseInt(colour.slice(i, i + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000000' : '#ffffff';
}
