/**
 * The layers of a canvas, composed for the screen. What lies below the active layer's bundle and what lies above it are
 * kept as two bitmaps at the size of previews, so that a change of the active layer draws three pictures, whatever
 * the number of layers. Once the view rests where previews would look coarse, or 8 bits would be too few for a blend mode,
 * what is in sight is composed once more from the full pictures, at the screen's own pixels.
 */
import type { BlendMode, GroupBlend } from '../../../src-main/contract/layers.ts';
import { cornersOf, type Affine, type Extent } from '../../../src-main/contract/placing.ts';
import type { Size, View } from '../view.ts';
import {
  contextOf,
  drawBundles,
  isSteep,
  sheetOf,
  SQUARES_FROM,
  widthOf,
  type DrawnBundle,
  type DrawnLayer,
} from './draw.ts';
import { LayerPicture, type PictureSource } from './picture.ts';

export interface SceneLayer {
  id: string;
  source: PictureSource;
  size: Extent;
  map: Affine;
  opacity: number;
  blend: BlendMode;
}

export interface Scene {
  bundles: readonly {
    id: string | null;
    opacity: number;
    blend: GroupBlend;
    layers: readonly SceneLayer[];
  }[];
  /** The layer that edits go to. */
  active: string | null;
}

/** The longer side of the bitmaps, in pixels; that of previews. */
const LONGEST = 2048;
/** How long (ms) the view rests before it is drawn sharply. */
const REST = 90;

interface Kept {
  key: string;
  bitmap: HTMLCanvasElement;
}

export class Stack {
  private readonly changed: () => void;
  private pictures: LayerPicture[] = [];
  private scene: Scene = { bundles: [], active: null };
  /** What a layer showed before its present picture was there. */
  private readonly earlier = new Map<string, LayerPicture>();
  private frame: Size = { width: 1, height: 1 };
  private below: Kept | null = null;
  private above: Kept | null = null;
  private whole: HTMLCanvasElement | null = null;
  private fresh = false;
  private sharp: { bitmap: HTMLCanvasElement; view: View } | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private disposed = false;
  /** A layer lies here for the moment: it is being moved. */
  private moved: { id: string; map: Affine } | null = null;
  /** A layer or a group has this opacity for the moment: it is being chosen. */
  private faded: { id: string; opacity: number } | null = null;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  show(scene: Scene, frame: Size) {
    const before = this.pictures;
    const find = (source: PictureSource, list: readonly LayerPicture[]) =>
      list.find((p) => p.key === source.key);
    for (const layer of this.layers) {
      const shown = find(layer.source, before);
      if (shown?.image) this.earlier.set(layer.id, shown);
    }
    this.scene = scene;
    this.frame = frame;
    this.pictures = [];
    for (const { source } of this.layers)
      if (!find(source, this.pictures))
        this.pictures.push(find(source, before) ?? new LayerPicture(source, () => this.stale()));
    before.filter((p) => !this.pictures.includes(p)).forEach((p) => p.dispose());
    this.stale();
  }

  /** Shows a layer elsewhere until `null` is given. */
  move(moved: { id: string; map: Affine } | null) {
    if (!moved && !this.moved) return;
    this.moved = moved;
    this.stale();
  }

  /** Shows a layer or a group with another opacity until `null` is given. */
  fade(faded: { id: string; opacity: number } | null) {
    if (!faded && !this.faded) return;
    this.faded = faded;
    this.stale();
  }

  private opacityOf({ id, opacity }: { id: string | null; opacity: number }): number {
    return this.faded?.id === id ? this.faded.opacity : opacity;
  }

  private get layers(): readonly SceneLayer[] {
    return this.scene.bundles.flatMap(({ layers }) => layers);
  }

  private stale() {
    if (this.disposed) return;
    this.fresh = false;
    this.sharp = null;
    this.changed();
  }

  private drawn(layer: SceneLayer): DrawnLayer | null {
    const own = this.pictures.find((p) => p.key === layer.source.key);
    const image = own?.image ?? this.earlier.get(layer.id)?.image;
    if (!image) return null;
    const map = this.moved?.id === layer.id ? this.moved.map : layer.map;
    return { image, size: layer.size, map, opacity: this.opacityOf(layer), blend: layer.blend };
  }

  private drawnBundles(bundles: Scene['bundles']): DrawnBundle[] {
    return bundles.map(({ id, opacity, blend, layers }) => ({
      opacity: this.opacityOf({ id, opacity }),
      blend,
      layers: layers.map((layer) => this.drawn(layer)).filter((layer) => layer !== null),
    }));
  }

  /** What decides how bundles look at the size of previews. */
  private keyOf(bundles: Scene['bundles'], scale: number): string {
    return JSON.stringify([
      scale,
      this.frame,
      bundles.map(({ id, opacity, blend, layers }) => [
        this.opacityOf({ id, opacity }),
        blend,
        layers.map((l) => [
          this.moved?.id === l.id ? this.moved.map : l.map,
          this.opacityOf(l),
          l.blend,
          (this.pictures.find((p) => p.key === l.source.key && p.image) ?? this.earlier.get(l.id))?.edition,
        ]),
      ]),
    ]);
  }

  private kept(kept: Kept | null, bundles: Scene['bundles'], scale: number): Kept | null {
    if (!bundles.length) return null;
    const key = this.keyOf(bundles, scale);
    if (kept?.key === key) return kept;
    const bitmap = kept?.bitmap ?? document.createElement('canvas');
    bitmap.width = Math.max(1, Math.round(this.frame.width * scale));
    bitmap.height = Math.max(1, Math.round(this.frame.height * scale));
    drawBundles(bitmap.getContext('2d')!, this.drawnBundles(bundles), [scale, 0, 0, scale, 0, 0]);
    return { key, bitmap };
  }

  /** All layers at the size of previews, `null` where there is nothing to see yet. */
  private compose(): HTMLCanvasElement | null {
    const { bundles, active } = this.scene;
    if (!bundles.length) return null;
    if (this.fresh && this.whole) return this.whole;
    const scale = Math.min(1, LONGEST / Math.max(this.frame.width, this.frame.height));
    const at = bundles.findIndex(({ layers }) => layers.some((l) => l.id === active));
    const middle = at < 0 ? bundles.length - 1 : at;
    this.below = this.kept(this.below, bundles.slice(0, middle), scale);
    const over = bundles.slice(middle + 1);
    // What blends with what lies below it can't be put together without it.
    const apart = over.every(({ blend, layers }) =>
      blend === 'pass-through' ? layers.every((l) => l.blend === 'normal') : blend === 'normal',
    );
    this.above = apart ? this.kept(this.above, over, scale) : null;

    const width = Math.max(1, Math.round(this.frame.width * scale));
    const height = Math.max(1, Math.round(this.frame.height * scale));
    if (this.whole?.width !== width || this.whole.height !== height) this.whole = sheetOf(width, height);
    const context = this.whole.getContext('2d')!;
    context.clearRect(0, 0, width, height);
    if (this.below) context.drawImage(this.below.bitmap, 0, 0);
    const rest = [bundles[middle]!, ...(apart ? [] : over)];
    drawBundles(context, this.drawnBundles(rest), [scale, 0, 0, scale, 0, 0]);
    if (this.above) context.drawImage(this.above.bitmap, 0, 0);
    this.fresh = true;
    return this.whole;
  }

  /** Draws the canvas' picture; the context is in its pixels. `view` and `screen` say where on the screen that is. */
  draw(context: CanvasRenderingContext2D, view: View, screen: Size, ratio: number) {
    const { sharp } = this;
    if (sharp && sharp.view.scale === view.scale && sharp.view.x === view.x && sharp.view.y === view.y) {
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(sharp.bitmap, 0, 0);
      context.restore();
      return;
    }
    const direct = this.only(view, ratio);
    if (direct) return this.drawDirectly(context, direct, view.scale * ratio);
    const whole = this.compose();
    if (!whole) return;
    // Previews have fewer pixels than the picture: those are not its squares.
    const coarse = whole.width < this.frame.width;
    context.imageSmoothingEnabled = coarse || view.scale * ratio < SQUARES_FROM;
    context.drawImage(whole, 0, 0, this.frame.width, this.frame.height);
    this.sharpenLater(view, screen, ratio);
  }

  /** All of it at the size of previews. */
  drawWhole(context: CanvasRenderingContext2D) {
    const whole = this.compose();
    if (whole) context.drawImage(whole, 0, 0, this.frame.width, this.frame.height);
  }

  /** The one layer there is, if it is shown as it is: nothing has to be composed then, at any zoom. */
  private only(view: View, ratio: number): DrawnLayer | null {
    const [bundle, ...others] = this.scene.bundles;
    if (!bundle || others.length || bundle.layers.length !== 1 || this.opacityOf(bundle) < 1) return null;
    const [layer] = bundle.layers;
    if (layer!.blend !== 'normal') return null;
    this.sharpen(view, ratio);
    return this.drawn(layer!);
  }

  private drawDirectly(
    context: CanvasRenderingContext2D,
    { image, size, map, opacity }: DrawnLayer,
    scale: number,
  ) {
    context.save();
    context.beginPath();
    context.rect(0, 0, this.frame.width, this.frame.height);
    context.clip();
    context.transform(...map);
    context.globalAlpha = opacity;
    const coarse = widthOf(image) < size.width;
    context.imageSmoothingEnabled = coarse || scale * Math.hypot(map[0], map[1]) < SQUARES_FROM;
    context.drawImage(image, 0, 0, size.width, size.height);
    context.restore();
  }

  /** Loads the full pictures of layers whose previews' pixels would show. */
  private sharpen(view: View, ratio: number) {
    for (const { source, size, map } of this.layers) {
      const picture = this.pictures.find((p) => p.key === source.key);
      picture?.sharpen(size.width, size.width * Math.hypot(map[0], map[1]) * view.scale * ratio);
    }
  }

  private sharpenLater(view: View, screen: Size, ratio: number) {
    clearTimeout(this.resting);
    const coarse = (this.whole?.width ?? 1) / this.frame.width;
    const sharper = coarse < 1 && view.scale * ratio > coarse * 1.02;
    if (this.moved || !(sharper || isSteep(this.scene.bundles))) return;
    this.resting = setTimeout(() => {
      if (this.disposed) return;
      this.sharpen(view, ratio);
      this.sharp = { bitmap: this.inSight(view, screen, ratio), view };
      this.changed();
    }, REST);
  }

  /** What is in sight, from the best pictures there are, at the screen's pixels. */
  private inSight(view: View, screen: Size, ratio: number): HTMLCanvasElement {
    const exact = isSteep(this.scene.bundles);
    const context = contextOf(screen.width * ratio, screen.height * ratio, exact);
    const scale = view.scale * ratio;
    const base: Affine = [scale, 0, 0, scale, view.x * ratio, view.y * ratio];
    const corners = cornersOf(base, this.frame);
    context.beginPath();
    context.rect(corners[0]!.x, corners[0]!.y, corners[2]!.x - corners[0]!.x, corners[2]!.y - corners[0]!.y);
    context.clip();
    drawBundles(context, this.drawnBundles(this.scene.bundles), base, scale < SQUARES_FROM);
    return context.canvas;
  }

  /** The topmost layer under a place of the canvas, by its outline. */
  layerAt(x: number, y: number): string | null {
    const hit = [...this.layers].reverse().find(({ map, size }) => {
      const corners = cornersOf(map, size);
      return corners.every((a, i) => {
        const b = corners[(i + 1) % 4]!;
        const turn = Math.sign(map[0] * map[3] - map[1] * map[2]);
        return turn * ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) >= 0;
      });
    });
    return hit?.id ?? null;
  }

  /** A layer's picture as it is drawn now. */
  imageOf(id: string): { image: CanvasImageSource; layer: SceneLayer } | null {
    const layer = this.layers.find((l) => l.id === id);
    const drawn = layer && this.drawn(layer);
    return layer && drawn ? { image: drawn.image, layer } : null;
  }

  dispose() {
    this.disposed = true;
    clearTimeout(this.resting);
    this.pictures.forEach((p) => p.dispose());
  }
}
