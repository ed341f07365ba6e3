/** Draws the parts of a region as vectors: what is being drawn, and the points that were clicked. */
import type { RegionPart } from '../../src-main/contract/region.ts';
import { missingCase } from '../../src-main/contract/result.ts';
import type { MaskDrawing } from './mask.ts';
import { ink } from '../theme/theme.ts';
import type { Size } from './view.ts';

const FILL = { colour: ink.accentRgb.join(' '), alpha: 0.38 };
const ERASE = { colour: '255 255 255', alpha: 0.45 };

/** Draws one part; the context is in picture pixels, `px` is how many of them make one CSS pixel on screen. */
export function drawPart(context: CanvasRenderingContext2D, part: RegionPart, picture: Size, px: number) {
  switch (part.kind) {
    case 'point':
      return drawPoint(context, part.x * picture.width, part.y * picture.height, part.sign === '+', px);
    case 'box':
      context.beginPath();
      context.rect(
        part.x1 * picture.width,
        part.y1 * picture.height,
        (part.x2 - part.x1) * picture.width,
        (part.y2 - part.y1) * picture.height,
      );
      return drawOutline(context, px);
    case 'polygon':
      context.beginPath();
      part.points.forEach(([x, y]) => context.lineTo(x * picture.width, y * picture.height));
      context.closePath();
      return drawOutline(context, px);
    case 'stroke':
      return drawStroke(context, part, picture);
    case 'mask':
    case 'words':
    case 'reference':
      return; // nothing to point at: the mask itself is shown
    default:
      return missingCase(part);
  }
}

/** Strokes a path (else the current one) so that it is seen on anything: dark below, light above. */
export function drawOutline(context: CanvasRenderingContext2D, px: number, path?: Path2D) {
  const stroke = () => (path ? context.stroke(path) : context.stroke());
  context.lineJoin = 'round';
  context.setLineDash([]);
  context.strokeStyle = ink.accentDeep;
  context.lineWidth = 3 * px;
  stroke();
  context.strokeStyle = ink.light;
  context.lineWidth = 1.25 * px;
  stroke();
}

/** What a click would select: a tint over the whole picture and an outline, lighter than a selection's. */
export function drawHover(
  context: CanvasRenderingContext2D,
  { tint, outline }: Pick<MaskDrawing, 'tint' | 'outline'>,
  picture: Size,
  px: number,
) {
  context.save();
  context.scale(picture.width / tint.width, picture.height / tint.height);
  context.imageSmoothingEnabled = true;
  context.drawImage(tint, 0, 0);
  const line = (px * tint.width) / picture.width;
  context.lineJoin = 'round';
  context.strokeStyle = 'rgb(0 0 0 / 35%)';
  context.lineWidth = 2.5 * line;
  context.stroke(outline);
  context.strokeStyle = 'rgb(255 255 255 / 85%)';
  context.lineWidth = 1.25 * line;
  context.stroke(outline);
  context.restore();
}

function drawPoint(context: CanvasRenderingContext2D, x: number, y: number, plus: boolean, px: number) {
  const radius = 7 * px;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = plus ? ink.accent : ink.light;
  context.shadowColor = 'rgb(0 0 0 / 45%)';
  context.shadowBlur = 6;
  context.fill();
  context.shadowBlur = 0;
  context.lineWidth = 2 * px;
  context.strokeStyle = plus ? ink.light : ink.accentDeep;
  context.stroke();
  context.beginPath();
  context.moveTo(x - 3 * px, y);
  context.lineTo(x + 3 * px, y);
  if (plus) {
    context.moveTo(x, y - 3 * px);
    context.lineTo(x, y + 3 * px);
  }
  context.stroke();
}

type Stroke = Extract<RegionPart, { kind: 'stroke' }>;

/** Bands in which the soft edge of a stroke is drawn. */
const BANDS = 8;

function drawStroke(context: CanvasRenderingContext2D, part: Stroke, picture: Size) {
  const { colour, alpha } = part.sign === '-' ? ERASE : FILL;
  const radius = part.radius * Math.max(picture.width, picture.height);
  const core = part.hardness ?? 1;
  const path = part.pressures ? pressedPath(part, picture, radius) : evenPath(part, picture);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  let covered = 0;
  for (let band = core < 1 ? 0 : BANDS; band <= BANDS; band++) {
    // Each band lies on those outside it, so it only adds what is missing to its own cover.
    const cover = alpha * (0.5 - 0.5 * Math.cos((Math.PI * Math.min(band + 0.5, BANDS)) / BANDS));
    const opacity = 1 - (1 - cover) / (1 - covered);
    covered = cover;
    const share = 1 - (band / BANDS) * (1 - core);
    context.fillStyle = context.strokeStyle = `rgb(${colour} / ${opacity})`;
    if (path instanceof Path2D) {
      context.lineWidth = 2 * radius * share;
      context.stroke(path);
    } else context.fill(path(share));
  }
}

function evenPath({ points }: Stroke, picture: Size): Path2D {
  const path = new Path2D();
  points.forEach(([x, y]) => path.lineTo(x * picture.width, y * picture.height));
  const [x, y] = points[0]!;
  if (points.length === 1) path.lineTo(x * picture.width + 0.01, y * picture.height);
  return path;
}

/** A dab at each point and a strip between two: all turn the same way, so that none cancels another out. */
const pressedPath =
  ({ points, pressures }: Stroke, picture: Size, radius: number) =>
  (share: number) => {
    const path = new Path2D();
    const dabs = points.map(([x, y], i) => ({
      x: x * picture.width,
      y: y * picture.height,
      r: radius * share * pressures![i]!,
    }));
    dabs.forEach((a, i) => {
      path.moveTo(a.x + a.r, a.y);
      path.arc(a.x, a.y, a.r, 0, 2 * Math.PI);
      const b = dabs[i + 1];
      const length = b ? Math.hypot(b.x - a.x, b.y - a.y) : 0;
      if (!b || !length) return;
      const [nx, ny] = [(a.y - b.y) / length, (b.x - a.x) / length];
      path.moveTo(a.x - nx * a.r, a.y - ny * a.r);
      path.lineTo(b.x - nx * b.r, b.y - ny * b.r);
      path.lineTo(b.x + nx * b.r, b.y + ny * b.r);
      path.lineTo(a.x + nx * a.r, a.y + ny * a.r);
      path.closePath();
    });
    return path;
  };

/** The brush's edge under the pointer. */
export function drawRing(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  px: number,
) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = 2.5 * px;
  context.strokeStyle = 'rgb(0 0 0 / 45%)';
  context.stroke();
  context.lineWidth = 1.25 * px;
  context.strokeStyle = ink.light;
  context.stroke();
}

/** Where the keyboard points. */
export function drawCross(context: CanvasRenderingContext2D, x: number, y: number, px: number) {
  context.beginPath();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(x + dx * 5 * px, y + dy * 5 * px);
    context.lineTo(x + dx * 16 * px, y + dy * 16 * px);
  }
  drawOutline(context, 1.3 * px);
}
