/** A text as a transparent picture, laid out as the box that it is typed in. */
import type { LayerText } from '../../../src-main/contract/layers.ts';
import type { Extent } from '../../../src-main/contract/placing.ts';
import type { TextStyle } from './state.ts';

export const LINE = 1.25;
/** Room around the letters for what hangs over, as a share of their size. */
export const PAD = 0.2;
/** No side of a picture of text has more pixels. */
const LONGEST = 8_192;

export const familyOf = (family: LayerText['family']): string =>
  family === 'Inter' ? "'Inter Variable', sans-serif" : family;

export const fontOf = ({ weight, size, family }: TextStyle): string =>
  `${weight} ${size}px ${familyOf(family)}`;

export const padOf = ({ size }: TextStyle): number => Math.ceil(size * PAD);

function contextFor(style: TextStyle): CanvasRenderingContext2D {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = fontOf(style);
  return context;
}

/** How many pixels a text takes. */
export function measured(text: string, style: TextStyle): Extent {
  const context = contextFor(style);
  const lines = text.split('\n');
  const widest = Math.max(1, ...lines.map((line) => context.measureText(line).width));
  const pad = padOf(style);
  return {
    width: Math.min(LONGEST, Math.ceil(widest) + 2 * pad),
    height: Math.min(LONGEST, Math.ceil(lines.length * style.size * LINE) + 2 * pad),
  };
}

/** A PNG of a text at its own size. */
export async function renderText({ text, ...style }: LayerText): Promise<{ blob: Blob; size: Extent }> {
  await document.fonts.load(fontOf(style), text);
  const size = measured(text, style);
  const context = contextFor(style);
  Object.assign(context.canvas, size); // resets the context
  context.font = fontOf(style);
  context.fillStyle = style.colour;
  context.textAlign = style.align;
  context.textBaseline = 'alphabetic';
  const pad = padOf(style);
  const x = { left: pad, center: size.width / 2, right: size.width - pad }[style.align];
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText('x');
  const line = style.size * LINE;
  for (const [index, words] of text.split('\n').entries())
    context.fillText(words, x, pad + index * line + (line - up - down) / 2 + up);
  const blob = await new Promise<Blob | null>((resolve) => context.canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the text could not be drawn');
  return { blob, size };
}
