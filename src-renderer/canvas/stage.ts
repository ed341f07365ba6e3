/**
 * The canvas on screen: fabric holds the pictures, the selection and its marks in picture pixels; what is being
 * drawn goes to fabric's top canvas, so that a stroke never repaints the pictures.
 */
import { Canvas } from 'fabric';
import type { Region, RegionPart } from '../../src-main/contract/region.ts';
import type { MaskDrawing } from './mask.ts';
import { Chequer, MarkSheet, MaskSheet, StackSheet } from './objects.ts';
import { Pulse } from './pulse.ts';
import { Stack, type Scene } from './stack/stack.ts';
import { drawCross, drawHover, drawPart, drawRing } from './sketch.ts';
import { centred, fit, onDevice, pan, toScene, zoomAt, type Size, type View, type XY } from './view.ts';

/** What lies on the top canvas. */
export interface Draft {
  parts: readonly RegionPart[];
  /** The brush under the pointer, in screen coordinates; `radius` in CSS pixels. */
  ring: (XY & { radius: number }) | null;
  /** Where the keyboard points, in screen coordinates. */
  cross: XY | null;
  /** What a click would select. */
  hover: Pick<MaskDrawing, 'tint' | 'outline'> | null;
  /** What a tool that works on the picture draws: handles, frames, guides. In picture pixels, `px` to one on screen. */
  overlay: ((context: CanvasRenderingContext2D, px: number) => void) | null;
}
const noDraft: Draft = { parts: [], ring: null, cross: null, hover: null, overlay: null };

const sameSize = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

/** fabric takes the screen's pixels for those it had when it was loaded: a window moves to other screens. */
class Surface extends Canvas {
  override getRetinaScaling() {
    return Math.max(1, window.devicePixelRatio);
  }
}

export class Stage {
  readonly element: HTMLElement;
  private readonly fabric: Canvas;
  private readonly chequer = new Chequer();
  private readonly mask = new MaskSheet();
  private readonly marks = new MarkSheet();
  private readonly pulse: Pulse;
  private readonly onView: (view: View) => void;
  private readonly observer: ResizeObserver;
  readonly stack: Stack;
  private readonly other: Stack;
  private readonly sheet: StackSheet;
  private fitted = true;
  private topRequested = false;
  private disposed = false;
  private draft: Draft = noDraft;
  /** How the canvas was seen before something of another size was tried. */
  private left: { picture: Size; view: View | null } | null = null;
  picture: Size = { width: 1, height: 1 };
  screen: Size = { width: 1, height: 1 };
  view: View = { scale: 1, x: 0, y: 0 };
  /** The same before it came to lie on device pixels: many small steps would else add up to a drift. */
  private exact: View = this.view;

  constructor(element: HTMLElement, onView: (view: View) => void) {
    this.element = element;
    this.onView = onView;
    const canvas = document.createElement('canvas');
    element.append(canvas);
    this.fabric = new Surface(canvas, {
      selection: false,
      skipTargetFind: true,
      preserveObjectStacking: true,
      renderOnAddRemove: false,
    });
    const redraw = () => this.fabric.requestRenderAll();
    this.stack = new Stack(redraw);
    this.other = new Stack(redraw);
    this.sheet = new StackSheet(this.stack, () => ({ view: this.view, screen: this.screen }));
    this.sheet.other = this.other;
    this.fabric.add(this.chequer, this.sheet, this.mask, this.marks);
    this.pulse = new Pulse((opacity) => {
      this.mask.set({ opacity });
      this.fabric.requestRenderAll();
    });
    this.observer = new ResizeObserver(() => this.resize());
    // Another screen may have other pixels for the same size.
    this.observer.observe(element, { box: 'device-pixel-content-box' });
    this.resize();
  }

  /**
   * Shows layers. A canvas of another size is fitted to the window.
   * @param passing it is only being tried: afterwards the canvas is seen as before
   */
  show(scene: Scene, picture: Size, passing = false) {
    const before = { picture: this.picture, view: this.fitted ? null : this.exact };
    const resized = !sameSize(picture, before.picture);
    this.picture = picture;
    for (const sheet of [this.chequer, this.sheet, this.mask, this.marks]) sheet.cover(picture);
    this.stack.show(scene, picture);
    if (passing && resized) this.left ??= before;
    const back = passing ? null : this.left;
    if (!passing) this.left = null;
    if (back?.view && sameSize(back.picture, picture)) this.setView(back.view);
    else if (resized) this.fit();
    this.fabric.requestRenderAll();
  }

  /** Another state beside the present one, left of a share of the width; `null`: only the present one. */
  showBeside(scene: Scene | null, split: number | null) {
    this.other.show(scene ?? { bundles: [], active: null }, this.picture);
    this.sheet.split = scene && split;
    this.fabric.requestRenderAll();
  }

  /** Turns the whole picture about its middle, for looking; degrees clockwise. */
  tilt(degrees: number) {
    this.sheet.tilt = degrees;
    this.fabric.requestRenderAll();
  }

  setMask(mask: MaskDrawing | null) {
    this.mask.mask = mask;
    this.fabric.requestRenderAll();
  }

  setTinted(tinted: boolean) {
    this.mask.tinted = tinted;
    this.fabric.requestRenderAll();
  }

  setMarks(region: Region | null, pending: boolean) {
    this.marks.region = region;
    this.marks.pending = pending;
    if (pending) this.pulse.start();
    else this.pulse.stop();
    this.fabric.requestRenderAll();
  }

  paintChequer(colours: readonly [string, string]) {
    this.chequer.paint(colours);
    this.fabric.requestRenderAll();
  }

  setDraft(change: Partial<Draft>) {
    this.draft = { ...this.draft, ...change };
    if (this.topRequested || this.disposed) return;
    this.topRequested = true;
    requestAnimationFrame(() => {
      this.topRequested = false;
      if (!this.disposed) this.drawTop();
    });
  }

  private drawTop() {
    const context = this.fabric.contextTop;
    this.fabric.clearContext(context);
    const { view, draft } = this;
    const px = 1 / view.scale;
    const ratio = this.fabric.getRetinaScaling();
    context.save();
    context.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.x, ratio * view.y);
    if (draft.overlay) {
      context.save();
      draft.overlay(context, px);
      context.restore();
    }
    if (draft.hover) drawHover(context, draft.hover, this.picture, px);
    for (const part of draft.parts) drawPart(context, part, this.picture, px);
    if (draft.ring) {
      const at = toScene(view, draft.ring);
      drawRing(context, at.x, at.y, draft.ring.radius * px, px);
    }
    if (draft.cross) {
      const at = toScene(view, draft.cross);
      drawCross(context, at.x, at.y, px);
    }
    context.restore();
  }

  private setView(exact: View, fitted = false) {
    this.exact = exact;
    const view = (this.view = onDevice(exact, this.fabric.getRetinaScaling()));
    this.fitted = fitted;
    this.fabric.setViewportTransform([view.scale, 0, 0, view.scale, view.x, view.y]);
    this.fabric.requestRenderAll();
    this.setDraft({});
    this.onView(view);
  }

  fit() {
    this.setView(fit(this.picture, this.screen), true);
  }

  /** One picture pixel for one pixel of the screen, around the middle. */
  actualSize() {
    const middle = { x: this.screen.width / 2, y: this.screen.height / 2 };
    const scale = 1 / this.fabric.getRetinaScaling();
    this.setView({ ...zoomAt(this.exact, middle, scale / this.exact.scale, this.smallest), scale });
  }

  zoomBy(factor: number, at: XY = { x: this.screen.width / 2, y: this.screen.height / 2 }) {
    this.setView(zoomAt(this.exact, at, factor, this.smallest));
  }

  panBy(by: XY) {
    this.setView(pan(this.exact, by, this.picture, this.screen));
  }

  private get smallest(): number {
    return Math.min(0.25, fit(this.picture, this.screen).scale / 2);
  }

  private resize() {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!width || !height) return;
    const before = this.screen;
    this.screen = { width, height };
    this.fabric.setDimensions(this.wholePixels());
    if (this.fitted) return this.fit();
    const { scale, x, y } = this.exact;
    const middle = centred(this.picture, this.screen, scale);
    const was = centred(this.picture, before, scale);
    this.setView({ scale, x: x + middle.x - was.x, y: y + middle.y - was.y });
  }

  /** The size in CSS pixels that is a whole number of device pixels: anything else would be stretched to the screen. */
  private wholePixels(): Size {
    const box = this.element.getBoundingClientRect();
    const ratio = this.fabric.getRetinaScaling();
    // A bit more, so that rounding on the way never loses the last pixel.
    const whole = (length: number) => (Math.round(length * ratio) + 1e-3) / ratio;
    return { width: whole(box.width), height: whole(box.height) };
  }

  dispose() {
    this.disposed = true;
    this.pulse.stop();
    this.observer.disconnect();
    this.stack.dispose();
    this.other.dispose();
    void this.fabric.dispose().then(() => this.element.replaceChildren());
  }
}
