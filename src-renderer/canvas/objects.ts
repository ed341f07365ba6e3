/** The fabric objects that lie on the stage besides pictures. Each covers the whole picture. */
import { FabricObject } from 'fabric';
import type { Region } from '../../src-main/contract/region.ts';
import type { MaskDrawing } from './mask.ts';
import { drawOutline, drawPart } from './sketch.ts';
import type { Stack } from './stack/stack.ts';
import type { Size, View } from './view.ts';

/** fabric's default origin is the centre; the stage counts from the top left. */
export const still = {
  left: 0,
  top: 0,
  originX: 'left',
  originY: 'top',
  selectable: false,
  evented: false,
  objectCaching: false,
  strokeWidth: 0,
} as const;

/** An object in picture pixels that draws itself from the top left. */
abstract class Sheet extends FabricObject {
  picture: Size = { width: 1, height: 1 };

  constructor() {
    super();
    this.set(still);
  }

  cover(picture: Size) {
    this.picture = picture;
    this.set({ width: picture.width, height: picture.height });
    this.setCoords(); // fabric leaves out what it believes to lie outside the view
  }

  /** Picture pixels for one CSS pixel on screen. */
  protected get px(): number {
    return 1 / (this.canvas?.getZoom() ?? 1);
  }

  override _render(context: CanvasRenderingContext2D) {
    context.translate(-this.picture.width / 2, -this.picture.height / 2);
    this.draw(context);
  }

  protected abstract draw(context: CanvasRenderingContext2D): void;
}

/** Squares behind transparent pictures, as large on screen at any zoom. */
export class Chequer extends Sheet {
  private tile: HTMLCanvasElement | null = null;
  private colours: readonly [string, string] = ['#ffffff', '#e3e7ea'];

  paint(colours: readonly [string, string]) {
    this.colours = colours;
    this.tile = null;
  }

  protected draw(context: CanvasRenderingContext2D) {
    const tile = (this.tile ??= this.makeTile());
    const pattern = context.createPattern(tile, 'repeat');
    if (!pattern) return;
    pattern.setTransform(new DOMMatrix().scale(this.px));
    context.fillStyle = pattern;
    context.fillRect(0, 0, this.picture.width, this.picture.height);
  }

  private makeTile(): HTMLCanvasElement {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 16;
    const context = tile.getContext('2d')!;
    context.fillStyle = this.colours[0];
    context.fillRect(0, 0, 16, 16);
    context.fillStyle = this.colours[1];
    context.fillRect(0, 0, 8, 8);
    context.fillRect(8, 8, 8, 8);
    return tile;
  }
}

/** The layers; left of `split` (a share of the width) those of another state, and a grid where pixels are large. */
export class StackSheet extends Sheet {
  other: Stack | null = null;
  split: number | null = null;
  /** The whole picture turned about its middle, for straightening; degrees clockwise. */
  tilt = 0;
  private readonly stack: Stack;
  private readonly where: () => { view: View; screen: Size };

  constructor(stack: Stack, where: () => { view: View; screen: Size }) {
    super();
    this.stack = stack;
    this.where = where;
  }

  protected draw(context: CanvasRenderingContext2D) {
    const { view, screen } = this.where();
    const ratio = this.canvas?.getRetinaScaling() ?? 1;
    const { width, height } = this.picture;
    if (this.tilt) {
      context.translate(width / 2, height / 2);
      context.rotate((this.tilt * Math.PI) / 180);
      context.translate(-width / 2, -height / 2);
      return this.stack.drawWhole(context);
    }
    const { split, other } = this;
    const part = (from: number, to: number, stack: Stack) => {
      context.save();
      context.beginPath();
      context.rect(width * from, 0, width * (to - from), height);
      context.clip();
      stack.draw(context, view, screen, ratio);
      context.restore();
    };
    if (split === null || !other) this.stack.draw(context, view, screen, ratio);
    else {
      part(0, split, other);
      part(split, 1, this.stack);
    }
    if (view.scale * ratio > GRID_FROM) drawGrid(context, view, screen, this.picture, ratio);
  }
}

/** Beyond this enlargement pixels are told apart by lines. */
const GRID_FROM = 8;

/** Lines one device pixel wide: each is the first one of the picture's pixel right of it or below it. */
function drawGrid(context: CanvasRenderingContext2D, view: View, screen: Size, picture: Size, ratio: number) {
  const scale = view.scale * ratio;
  const line = (n: number, from: number) => Math.ceil(n * scale + from * ratio - 0.5);
  const seen = (from: number, length: number, most: number) => {
    const first = Math.max(0, Math.floor(-from / view.scale));
    return [first, Math.min(most, Math.ceil((length - from) / view.scale))] as const;
  };
  const [x1, x2] = seen(view.x, screen.width, picture.width);
  const [y1, y2] = seen(view.y, screen.height, picture.height);
  const [left, right] = [line(x1, view.x), line(x2, view.x)];
  const [top, bottom] = [line(y1, view.y), line(y2, view.y)];
  context.save();
  context.resetTransform();
  context.fillStyle = 'rgb(128 128 128 / 45%)';
  for (let x = x1; x <= x2; x++) context.fillRect(line(x, view.x), top, 1, bottom - top);
  for (let y = y1; y <= y2; y++) context.fillRect(left, line(y, view.y), right - left, 1);
  context.restore();
}

/** The selection: a tint over what is meant (unless that would hide what came of it), and its outline. */
export class MaskSheet extends Sheet {
  mask: MaskDrawing | null = null;
  tinted = true;

  protected draw(context: CanvasRenderingContext2D) {
    if (!this.mask) return;
    if (this.tinted) context.drawImage(this.mask.tint, 0, 0, this.picture.width, this.picture.height);
    const toPicture = this.picture.width / this.mask.tint.width;
    context.scale(toPicture, this.picture.height / this.mask.tint.height);
    drawOutline(context, this.px / toPicture, this.mask.outline);
  }
}

/** What was clicked and drawn: points always, the rest only while it is being looked up. */
export class MarkSheet extends Sheet {
  region: Region | null = null;
  pending = false;

  protected draw(context: CanvasRenderingContext2D) {
    for (const part of this.region?.parts ?? []) {
      if (!this.pending && part.kind !== 'point') continue;
      // In an inverted region the signs say the opposite of what the person meant by them.
      const shown =
        this.region?.inverted && part.kind === 'point'
          ? { ...part, sign: part.sign === '+' ? ('-' as const) : ('+' as const) }
          : part;
      drawPart(context, shown, this.picture, this.px);
    }
  }
}
